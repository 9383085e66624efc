package org.coupure.page;

/**
 * How much of a page is read. A page beyond a limit ends in an outcome, never in an exception.
 * Immutable.
 *
 * @param bytes most bytes of a page
 * @param depth deepest nesting of elements; at most 512, where browsers and jsoup stop as well
 * @param nodes most tags in the source; of plain text a quarter as many lines
 * @param text most characters of visible text
 */
public record Limits(int bytes, int depth, int nodes, int text) {
  /**
   * 20 MB of HTML, 512 levels, 400,000 tags, 5 million characters: about ten times the largest page
   * of our development sets, and what the field's other tools allow.
   */
  public static final Limits DEFAULT = new Limits(20_000_000, 512, 400_000, 5_000_000);

  /** A line of a text with all that is measured of it takes as much memory as four tags. */
  private static final int TAGS_A_LINE = 4;

  public Limits {
    if (bytes < 1 || depth < 1 || nodes < 1 || text < 1) {
      throw new IllegalArgumentException(
          "limits must be positive: " + bytes + ", " + depth + ", " + nodes + ", " + text);
    }
    if (depth > 512) {
      throw new IllegalArgumentException("depth limit must be at most 512, was " + depth);
    }
  }

  /** Returns the most lines of a plain text. */
  int lines() {
    return Math.max(1, nodes / TAGS_A_LINE);
  }
}
