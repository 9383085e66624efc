package org.coupure.text;

/**
 * Words as a reader counts them. A run of letters, digits and combining marks is one word; scripts
 * that are written without spaces are counted by characters, two to a word for Chinese and
 * Japanese, four for Thai, Lao, Burmese and Khmer.
 */
public final class Tokens {
  private Tokens() {}

  /** Returns the number of words in {@code text}. */
  public static int count(String text) {
    return count(text.toCharArray(), 0, text.length());
  }

  /** Returns the number of words in {@code text} between two indexes. */
  public static int count(char[] text, int start, int end) {
    int count = 0;
    int run = 0;
    int runSize = 0;
    for (int i = start; i < end; i++) {
      int size = size(text[i]);
      if ((size | runSize) <= WORD) {
        // Alphabets: a word begins where a letter follows what is none. Without a branch, because
        // no processor foresees where words end.
        count += size & ~runSize;
        run = size;
        runSize = size;
        continue;
      }
      if (size != runSize || (run == runSize && size > 1)) {
        run = 0;
        runSize = size;
      }
      if (size > 0 && run++ == 0) {
        count++;
      }
      if (size == WORD) {
        run = 1;
      }
    }
    return count;
  }

  private static final int WORD = 1;

  /**
   * The sizes of the characters up to the alphabets' end and of common punctuation: of nearly all
   * of a text, for which the platform's tables take several times as long.
   */
  private static final byte[] COMMON = new byte[0x2070];

  static {
    for (char c = 0; c < COMMON.length; c++) {
      COMMON[c] = (byte) (c == '_' ? WORD : sizeByType(c));
    }
  }

  /** Returns 0 for what is no word, 1 for letters of spaced scripts, else characters to a word. */
  static int size(char c) {
    return c < COMMON.length ? COMMON[c] : sizeByType(c);
  }

  private static int sizeByType(char c) {
    if (within(c, 0x3040, 0x30FF) || within(c, 0x3400, 0x9FFF) || within(c, 0xF900, 0xFAFF)) {
      return 2;
    }
    if (within(c, 0x0E00, 0x0EFF) || within(c, 0x1000, 0x109F) || within(c, 0x1780, 0x17FF)) {
      return 4;
    }
    if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
      return WORD;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
        ? WORD
        : 0;
  }

  private static boolean within(char c, int first, int last) {
    return c >= first && c <= last;
  }
}
