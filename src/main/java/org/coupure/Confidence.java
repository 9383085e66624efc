package org.coupure;

/**
 * From the F1 that the verdicts on a page are expected to reach to the chance that its text is
 * good, which means a word F1 of .9 or more against what a person would keep. A line through the
 * shares that were counted out of fold on wcxb-dev, news-dev and fundus-dev (1,669 pages); see
 * docs/benchmarks.md. The points belong to the model: train it again, count them again.
 */
final class Confidence {
  private static final double[] EXPECTED = {
    0, 0.55, 0.65, 0.72, 0.78, 0.83, 0.88, 0.91, 0.93, 0.95, 0.97, 0.985, 1
  };

  private static final double[] GOOD = {
    0.01, 0.07, 0.10, 0.17, 0.22, 0.37, 0.54, 0.68, 0.79, 0.83, 0.96, 0.975, 0.995
  };

  private Confidence() {}

  /** Returns the chance that the text is good, for an expected F1 between 0 and 1. */
  static double of(double expectedF1) {
    for (int i = 1; i < EXPECTED.length; i++) {
      if (expectedF1 <= EXPECTED[i]) {
        double share = (expectedF1 - EXPECTED[i - 1]) / (EXPECTED[i] - EXPECTED[i - 1]);
        return GOOD[i - 1] + share * (GOOD[i] - GOOD[i - 1]);
      }
    }
    return GOOD[GOOD.length - 1];
  }
}
