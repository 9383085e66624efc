package org.coupure;

/**
 * Turns the F1 that is expected of the verdicts on a page into the chance that its text is good:
 * that it reaches a word F1 of .9 against what a person would keep. Piecewise linear through the
 * shares counted out of fold on wcxb-dev, news-dev and fundus-dev (1,666 pages), and for plain text
 * on dumps-dev and on dumps of news-dev and fundus-dev (1,043 dumps); see
 * docs/history/benchmarks-0.1.md. The points belong to the models: count them again after training.
 */
final class Confidence {
  private static final double[] EXPECTED = {
    0, 0.5, 0.6, 0.7, 0.76, 0.82, 0.87, 0.91, 0.93, 0.95, 0.97, 0.985, 1
  };

  private static final double[] GOOD = {
    0.044, 0.044, 0.124, 0.137, 0.156, 0.409, 0.586, 0.678, 0.753, 0.871, 0.967, 0.973, 0.995
  };

  private static final double[] EXPECTED_OF_DUMPS = {
    0, 0.65, 0.72, 0.78, 0.82, 0.86, 0.89, 0.91, 0.93, 0.95, 0.97, 0.985, 1
  };

  private static final double[] GOOD_OF_DUMPS = {
    0.01, 0.04, 0.06, 0.12, 0.2, 0.37, 0.53, 0.65, 0.72, 0.83, 0.93, 0.97, 0.985
  };

  /**
   * The expected number of mistakes in a dump, and the share of dumps without a mistake, out of
   * fold on 3,792 labelled dumps, of which those written by hand weigh most, cleaned by the whole
   * product; see training/exactness.py.
   */
  private static final double[] DOUBT = {0, 0.07, 0.16, 0.3, 0.55, 0.84, 1.23, 1.89, 3.07, 5.49};

  private static final double[] EXACT = {
    0.92, 0.92, 0.85, 0.845, 0.734, 0.566, 0.372, 0.232, 0.092, 0.015
  };

  private Confidence() {}

  /**
   * Returns the chance that a dump's title and text need no correcting.
   *
   * @param doubt the expected number of mistakes, see {@code DumpLines.doubt()}
   */
  static double exact(double doubt) {
    return along(DOUBT, EXACT, doubt);
  }

  /** Returns the chance that a page's text is good, for an expected F1 between 0 and 1. */
  static double of(double expectedF1) {
    return along(EXPECTED, GOOD, expectedF1);
  }

  /**
   * Returns the chance that the text of a plain-text dump is good, for an expected F1 between 0 and
   * 1.
   */
  static double ofDump(double expectedF1) {
    return along(EXPECTED_OF_DUMPS, GOOD_OF_DUMPS, expectedF1);
  }

  private static double along(double[] expected, double[] good, double at) {
    for (int i = 1; i < expected.length; i++) {
      if (at <= expected[i]) {
        double share = (at - expected[i - 1]) / (expected[i] - expected[i - 1]);
        return good[i - 1] + share * (good[i] - good[i - 1]);
      }
    }
    return good[good.length - 1];
  }
}
