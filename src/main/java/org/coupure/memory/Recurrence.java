package org.coupure.memory;

/**
 * How often a block recurs on a site. Immutable.
 *
 * @param seen on how many pages of different titles it was seen
 * @param pages out of how many
 */
record Recurrence(int seen, int pages) {
  // The figures were set on the hosts with five pages and more of fundus-dev and wcxb-dev, as HTML
  // and as dumps made of it; see docs/history/benchmarks-0.1.md. They belong together.

  /** So few pages are not enough: a story, its second part and a print version may share a text. */
  private static final int NO_PROOF = 2;

  /** A line on fewer pages may belong to a section, a column, a series. */
  private static final double SHARE = 0.3;

  /** A paragraph on fewer pages may be syndicated, or stand over every part of a series. */
  private static final double SHARE_OF_TEXT = 0.5;

  /** On so many pages, and on half of them, no article's own text stands. */
  private static final int MANY_PAGES = 10;

  private static final double HALF = 0.5;

  /**
   * A block that is new to a site is measured against the pages since it came, so that a new design
   * is learned without years of old pages against it; but against no fewer than these, so that the
   * standing paragraph of three stories in a row is not taken for design.
   */
  private static final int WINDOW = 50;

  static Recurrence of(int seen, int since, int pages) {
    return new Recurrence(seen, Math.max(pages - since, Math.min(pages, WINDOW)));
  }

  /** Returns whether a line is part of the site and not of its articles. */
  boolean isBoilerplate() {
    return seen > NO_PROOF && seen - NO_PROOF >= SHARE * pages;
  }

  /** Returns whether a paragraph is; syndicated and standing paragraphs recur, too. */
  boolean isBoilerplateText() {
    return seen > NO_PROOF && seen - NO_PROOF >= SHARE_OF_TEXT * pages;
  }

  /** Returns whether it is beyond doubt. */
  boolean isEverywhere() {
    return seen >= MANY_PAGES && seen >= HALF * pages;
  }
}
