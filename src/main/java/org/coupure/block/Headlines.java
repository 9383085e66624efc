package org.coupure.block;

import java.util.Locale;

/** Compares headlines, and lines made of them, loosely: letters and digits only. */
final class Headlines {
  /** Fewer words do not tell one headline from another. */
  static final int FEWEST_WORDS = 4;

  /** A part shorter than this (letters and digits) proves nothing. */
  private static final int SHORTEST_PART = 15;

  private Headlines() {}

  /** Returns whether two lines have the same letters and digits. */
  static boolean isSame(String one, String other) {
    return key(one).equals(key(other));
  }

  /**
   * Returns whether {@code line} is {@code headline} with a breadcrumb glued to its front or the
   * site's name to its end, or cut off.
   */
  static boolean isPart(String headline, String line) {
    String part = key(headline);
    String whole = key(line);
    if (part.length() >= SHORTEST_PART && whole.length() > part.length()) {
      return whole.startsWith(part) || whole.endsWith(part);
    }
    return isCutOff(part, line);
  }

  /** Returns whether {@code line} ends with dots, and what stands before them starts the headline. */
  private static boolean isCutOff(String headline, String line) {
    if (!line.endsWith("...") && !line.endsWith("…")) {
      return false;
    }
    String cut = key(line);
    int most = Math.min(cut.length(), headline.length());
    for (int length = most; length >= SHORTEST_PART; length--) {
      if (cut.regionMatches(cut.length() - length, headline, 0, length)) {
        return true;
      }
    }
    return false;
  }

  private static String key(String text) {
    StringBuilder key = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        key.append(c);
      }
    }
    return key.toString();
  }
}
