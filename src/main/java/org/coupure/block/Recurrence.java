package org.coupure.block;

/**
 * How often a block recurs on a site. Immutable.
 *
 * @param seen on how many pages of different titles it was seen
 * @param pages out of how many
 */
record Recurrence(int seen, int pages) {
  // Set on ...; they belong together.

  static final int FEWEST_PAGES = Integer.getInteger("m.n", 3);
  static final double SHARE = Double.parseDouble(System.getProperty("m.share", "0.2"));
  static final int FEWEST_PAGES_OF_TEXT = Integer.getInteger("m.pn", 3);
  static final double SHARE_OF_TEXT = Double.parseDouble(System.getProperty("m.pshare", "0.3"));

  /** On so many pages and on half of them, no article's own text stands. */
  static final int MANY_PAGES = Integer.getInteger("m.many", 10);

  static final double HALF = 0.5;

  /**
   * A block that is new to a site is measured against the pages since it came, so that a new design
   * is learned without years of old pages against it; but against no fewer than these, so that the
   * standing paragraph of three stories in a row is not taken for design.
   */
  static final int WINDOW = 50;

  static Recurrence of(int seen, int since, int pages) {
    return new Recurrence(seen, Math.max(pages - since, Math.min(pages, WINDOW)));
  }

  /** Returns whether a line is part of the site and not of its articles. */
  boolean isBoilerplate() {
    return seen >= FEWEST_PAGES && seen >= SHARE * pages;
  }

  /** Returns whether a paragraph is; syndicated and standing paragraphs recur, too. */
  boolean isBoilerplateText() {
    return seen >= FEWEST_PAGES_OF_TEXT && seen >= SHARE_OF_TEXT * pages;
  }

  /** Returns whether it is beyond doubt. */
  boolean isEverywhere() {
    return seen >= MANY_PAGES && seen >= HALF * pages;
  }
}
