package org.coupure.block;

/** What a {@code style} attribute says about whether its element is shown. */
final class InlineStyle {
  private InlineStyle() {}

  /**
   * Returns whether {@code style} says that nothing is to be seen: the last {@code display} is
   * {@code none}, or the last {@code visibility} is {@code hidden} or {@code collapse}.
   */
  static boolean hides(String style) {
    boolean display = false;
    boolean visibility = false;
    int start = 0;
    while (start < style.length()) {
      int semicolon = style.indexOf(';', start);
      int end = semicolon < 0 ? style.length() : semicolon;
      int colon = style.indexOf(':', start);
      if (colon >= 0 && colon < end) {
        int name = skipSpace(style, start);
        if (isWord(style, name, colon, "display")) {
          display = isWord(style, skipSpace(style, colon + 1), end, "none");
        } else if (isWord(style, name, colon, "visibility")) {
          int value = skipSpace(style, colon + 1);
          visibility = isWord(style, value, end, "hidden") || isWord(style, value, end, "collapse");
        }
      }
      start = end + 1;
    }
    return display || visibility;
  }

  private static int skipSpace(String style, int from) {
    int i = from;
    while (i < style.length() && style.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  /** Returns whether {@code word}, and no longer one, stands at {@code from} before {@code end}. */
  private static boolean isWord(String style, int from, int end, String word) {
    int after = from + word.length();
    return after <= end
        && style.regionMatches(true, from, word, 0, word.length())
        && (after == end || style.charAt(after) <= ' ' || style.charAt(after) == '!');
  }
}
