package org.coupure.block;

import org.jsoup.parser.Parser;

/**
 * Decodes the character references of HTML that a dump still holds: "d&amp;#8217;un" and
 * "&amp;nbsp;". Those that were encoded twice are decoded twice. A text that speaks about markup
 * keeps them.
 */
final class EntityDecoding {
  /** Characters of the longest name that is in use, with both signs. */
  private static final int LONGEST = 12;

  /** So many references inside of words are no examples of a text about markup. */
  private static final int FEWEST_LETTERS = 3;

  private EntityDecoding() {}

  /** Returns {@code text} decoded; {@code text} itself when there is nothing to do. */
  static String decode(String text) {
    if (text.indexOf('&') < 0 || (isAboutMarkup(text) && inWords(text) < FEWEST_LETTERS)) {
      return text;
    }
    return once(once(text));
  }

  private static boolean isAboutMarkup(String text) {
    return text.contains("HTML") || text.contains("XML") || text.contains("`&");
  }

  /** Returns how many references stand between two letters. */
  private static int inWords(String text) {
    int count = 0;
    for (int i = text.indexOf('&', 1); i >= 0; i = text.indexOf('&', i + 1)) {
      int end = end(text, i);
      boolean inside =
          end > 0
              && end < text.length()
              && Character.isLetter(text.charAt(i - 1))
              && Character.isLetter(text.charAt(end));
      count += inside ? 1 : 0;
    }
    return count;
  }

  private static String once(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int copied = 0;
    for (; at >= 0; at = text.indexOf('&', at + 1)) {
      int end = end(text, at);
      if (end > 0) {
        decoded.append(text, copied, at);
        decoded.append(Parser.unescapeEntities(text.substring(at, end), true));
        copied = end;
        at = end - 1;
      }
    }
    return copied == 0 ? text : decoded.append(text, copied, text.length()).toString();
  }

  /** Returns the index behind the reference at {@code start}, or -1 when there is none. */
  private static int end(String text, int start) {
    int last = Math.min(text.length(), start + LONGEST);
    for (int i = start + 1; i < last; i++) {
      char c = text.charAt(i);
      if (c == ';') {
        return i > start + 2 ? i + 1 : -1;
      }
      boolean name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!name && !(c == '#' && i == start + 1)) {
        return -1;
      }
    }
    return -1;
  }
}
