package org.coupure.sink;

/** White space in the formats that know one kind of it: the plain space. */
final class WhiteSpace {
  /** NEL, a line break that {@link Character} counts as a control character only. */
  private static final int NEXT_LINE = 0x85;

  private WhiteSpace() {}

  /**
   * Returns {@code text} on one line: every run of white space, no-break and exotic spaces and line
   * breaks among them, is one plain space, and there is none at the ends.
   */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        gap = folded.length() > 0;
        continue;
      }
      if (gap) {
        folded.append(' ');
        gap = false;
      }
      folded.append(c);
    }
    return folded.toString();
  }

  /** Returns {@code text} without the white space at its end. */
  static String stripTrailing(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
  }
}
