package org.coupure.article;

import java.util.Locale;

/** What became of one input. Every input has exactly one; runs count and report them. */
public enum Outcome {
  /** An article with text was found. */
  CLIPPED,
  /** The page was read and holds no text worth keeping: nothing at all, or an error message. */
  EMPTY,
  /** The page is a list of other pages, not an article; it keeps its text. */
  INDEX_PAGE,
  /** The server or the page refused: a challenge, a consent wall, robots.txt, a 401, 403 or 429. */
  BLOCKED,
  /** The page shows only the beginning of a paid article. */
  PAYWALLED,
  /** The same text was already delivered. */
  DUPLICATE,
  /**
   * A site rule did not find its content or an expected field, and the generic extraction was used.
   */
  RULE_MISS,
  /** The input could not be fetched, read or parsed; the reason says why. */
  FAILED;

  /**
   * Returns the name used in records and reports: lower case with hyphens, such as {@code
   * rule-miss}.
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether a record with text came of it. */
  public boolean hasText() {
    return this == CLIPPED
        || this == INDEX_PAGE
        || this == RULE_MISS
        || this == PAYWALLED
        || this == DUPLICATE;
  }
}
