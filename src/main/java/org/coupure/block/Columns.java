package org.coupure.block;

/**
 * How wide text is in a terminal, where lines are folded: signs of Chinese, Japanese and Korean
 * take two columns, marks above and below letters none.
 */
final class Columns {
  private Columns() {}

  static int of(CharSequence text, int start, int end) {
    int columns = 0;
    for (int i = start; i < end; i++) {
      columns += of(text.charAt(i));
    }
    return columns;
  }

  static int of(char c) {
    if (c < 0x300) {
      return c == 0xAD ? 0 : 1;
    }
    if (isWide(c)) {
      return 2;
    }
    int type = Character.getType(c);
    boolean none =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || type == Character.FORMAT;
    return none || Character.isLowSurrogate(c) ? 0 : 1;
  }

  /** Returns whether {@code c} is a wide sign of East Asia. */
  static boolean isWide(char c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6);
  }

  /**
   * Returns whether words stand without spaces in the script of {@code c}: Chinese and Japanese,
   * whose punctuation is wide too, Thai, Lao, Burmese and Khmer.
   */
  static boolean isSpaceless(char c) {
    boolean hangul = (c >= 0x1100 && c <= 0x115F) || (c >= 0xAC00 && c <= 0xD7A3);
    return (isWide(c) && !hangul)
        || (c >= 0x0E00 && c <= 0x0EFF)
        || (c >= 0x1000 && c <= 0x109F)
        || (c >= 0x1780 && c <= 0x17FF);
  }
}
