package org.coupure.cli;

/** Breaks text into lines. */
final class Wrapping {
  private Wrapping() {}

  /**
   * Returns {@code text} with its words in lines of at most {@code width} columns of a terminal,
   * where words allow it, every line but the first after {@code indent}, which is not counted.
   * Chinese, Japanese and Korean break between any two characters.
   */
  static String wrap(String text, int width, String indent) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      int columns = columns(word);
      if (column > 0 && column + 1 + columns > width && !(isWide(word) && column + 3 <= width)) {
        wrapped.append('\n').append(indent);
        column = 0;
      } else if (column > 0) {
        wrapped.append(' ');
        column++;
      }
      column = isWide(word) ? wide(word, column, width, indent, wrapped) : column + columns;
      if (!isWide(word)) {
        wrapped.append(word);
      }
    }
    return wrapped.toString();
  }

  private static int wide(
      String word, int column, int width, String indent, StringBuilder wrapped) {
    int at = column;
    for (int i = 0; i < word.length(); ) {
      int c = word.codePointAt(i);
      if (at > 0 && at + columns(c) > width) {
        wrapped.append('\n').append(indent);
        at = 0;
      }
      wrapped.appendCodePoint(c);
      at += columns(c);
      i += Character.charCount(c);
    }
    return at;
  }

  private static boolean isWide(String word) {
    return word.codePoints().anyMatch(c -> columns(c) == 2);
  }

  /** Returns how many columns of a terminal {@code text} takes. */
  static int columns(String text) {
    return text.codePoints().map(Wrapping::columns).sum();
  }

  /** The widths of Unicode's EastAsianWidth.txt, by its blocks; marks take no column. */
  private static int columns(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF01 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1F64F)
            || (c >= 0x1F680 && c <= 0x1F9FF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
