package org.coupure.verdict;

/** What a classifier does when it is in doubt: leave out, weigh evenly, or keep. */
public enum PrecisionRecall {
  /** Rather less text than a line of junk. */
  PRECISION(0.5, 0.3f, 0.9f, 0.65f),
  /** Text missed and junk kept weigh the same. */
  EVEN(1, 0.15f, 0.75f, 0.4f),
  /** Rather a line of junk than less text. */
  RECALL(2, 0.05f, 0.5f, 0.15f);

  private final double weight;
  private final float least;
  private final float most;
  private final float line;

  /**
   * @param beta how many times more recall counts than precision (van Rijsbergen's F)
   * @param least a page's own threshold is no lower, so that odd pages do not keep all
   * @param most and no higher, so that they do not keep nothing
   * @param line from which chance on a line of a dump is kept. A line of text that is lost costs
   *     three lines of junk: of the thresholds from .2 to .6 that of .4 costs least on the
   *     hand-made dumps, out of fold, as the model is a little too sure of short lines
   */
  PrecisionRecall(double beta, float least, float most, float line) {
    this.weight = beta * beta;
    this.least = least;
    this.most = most;
    this.line = line;
  }

  /** Returns the F of what was kept: {@code hits} right of {@code kept}, {@code all} to be had. */
  double f(double hits, double kept, double all) {
    return (1 + weight) * hits / (kept + weight * all + 1e-9);
  }

  /** Returns {@code cut} within this balance's bounds. */
  float bounded(float cut) {
    return Math.max(least, Math.min(most, cut));
  }

  /** Returns from which chance on a line of a dump is kept. */
  float line() {
    return line;
  }

  float most() {
    return most;
  }
}
