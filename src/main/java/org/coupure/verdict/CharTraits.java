package org.coupure.verdict;

import org.coupure.text.WordSet;

/**
 * The properties of a character that are needed for every character of a page, in one look-up: its
 * lower case and some bits. The bits of European alphabets are held in tables; for other characters
 * they are computed each time.
 */
final class CharTraits {
  /** Bit: part of a word, in a script with spaces between words. */
  static final int WORD = 1 << 16;

  /** Bit: part of a word, in a script without spaces. */
  static final int UNSPACED = 1 << 17;

  /** Which bit says that the character is a capital, and which that it is an ASCII digit. */
  static final int UPPER = 18;

  static final int DIGIT = 19;

  /** The small letter itself. */
  static final int LOWER = 0xFFFF;

  /** Latin, Greek, Cyrillic and Armenian end here; 5 kB are filled in no time. */
  private static final int[] COMMON = new int[0x590];

  static {
    for (char c = 0; c < COMMON.length; c++) {
      COMMON[c] = made(c);
    }
  }

  private CharTraits() {}

  /** Returns the traits of {@code c}; for what is part of no word {@code c} itself. */
  static int of(char c) {
    return c < COMMON.length ? COMMON[c] : made(c);
  }

  private static int made(char c) {
    int scale = WordSet.wordScale(c);
    if (scale == 0) {
      return c;
    }
    char lower = WordSet.lower(c);
    int bits = scale == 1 ? WORD : UNSPACED;
    bits |= lower != c ? 1 << UPPER : 0;
    bits |= c >= '0' && c <= '9' ? 1 << DIGIT : 0;
    return lower | bits;
  }
}
