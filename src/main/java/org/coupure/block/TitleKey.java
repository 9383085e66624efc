package org.coupure.block;

import java.util.Locale;

/**
 * A line that may be a headline, for comparing it with others: letters and digits only. Immutable.
 *
 * @param key its letters and digits in lower case; empty for a line too long to be a headline
 * @param cut whether the line ends with dots
 */
public record TitleKey(String key, boolean cut) {
  /** Fewer words do not tell one headline from another. */
  public static final int FEWEST_WORDS = 4;

  /** A part shorter than this (letters and digits) proves nothing. */
  private static final int SHORTEST_PART = 15;

  /** Characters of the longest headline with a breadcrumb before it. */
  private static final int LONGEST = 500;

  public static TitleKey of(String line) {
    if (line.length() > LONGEST) {
      return new TitleKey("", false);
    }
    StringBuilder key = new StringBuilder(line.length());
    String lower = line.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        key.append(c);
      }
    }
    return new TitleKey(key.toString(), line.endsWith("...") || line.endsWith("…"));
  }

  /**
   * Returns whether {@code line} is this headline: the same, or with a breadcrumb glued to its
   * front or the site's name to its end, or cut off.
   */
  public boolean isRepeatedBy(TitleKey line) {
    if (key.isEmpty() || key.equals(line.key)) {
      return !key.isEmpty();
    }
    if (key.length() < SHORTEST_PART) {
      return false;
    }
    return line.key.startsWith(key)
        || line.key.endsWith(key)
        || (line.cut && endsWithStart(line.key));
  }

  /** Returns whether {@code other} ends with the beginning of this headline. */
  private boolean endsWithStart(String other) {
    int longest = Math.min(other.length(), key.length());
    for (int length = longest; length >= SHORTEST_PART; length--) {
      if (other.regionMatches(other.length() - length, key, 0, length)) {
        return true;
      }
    }
    return false;
  }
}
