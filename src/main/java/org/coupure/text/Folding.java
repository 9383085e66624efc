package org.coupure.text;

/**
 * Letters as a careless typist writes them: lower case, without accents. Its own small tables,
 * because {@code java.text.Normalizer} takes longer to load than all phrases together.
 */
public final class Folding {
  /** U+00C0 to U+017F: the first letter of the canonical decomposition, in lower case. */
  private static final String LATIN =
      "aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy"
          + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllŀ"
          + "ŀllnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ";

  /** U+1EA0 to U+1EFF, the letters of Vietnamese. */
  private static final String VIETNAMESE =
      "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooo"
          + "oooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";

  /** Letters outside the tables, each followed by what it folds to. */
  private static final String PAIRS = "șsțtёейиїіґгأاإاآاٱاىيةهئيؤوکكیيάαέεήηίιόούυώωςσ";

  private Folding() {}

  /** Returns {@code text} in lower case and without accents. */
  public static String fold(String text) {
    return fold(text, 0, text.length());
  }

  /** Returns the letters of {@code text} between two indexes, folded. */
  static String fold(String text, int start, int end) {
    char[] folded = new char[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      char c = fold(text.charAt(i));
      if (c != 0) {
        folded[length++] = c;
      }
    }
    return new String(folded, 0, length);
  }

  /**
   * Returns {@code c} in lower case and without its accent, or 0 if it is nothing but an accent.
   */
  public static char fold(char c) {
    if (c < 0xC0) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    if (c <= 0x17F) {
      return LATIN.charAt(c - 0xC0);
    }
    if (isMark(c)) {
      return 0;
    }
    if (c >= 0x1EA0 && c <= 0x1EFF) {
      return VIETNAMESE.charAt(c - 0x1EA0);
    }
    char lower = Character.toLowerCase(c);
    int pair = PAIRS.indexOf(lower);
    return pair >= 0 && pair % 2 == 0 ? PAIRS.charAt(pair + 1) : lower;
  }

  /** Returns whether {@code c} is a combining accent, an Arabic vowel sign or tatweel. */
  static boolean isMark(char c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x652) || c == 0x640 || c == 0x670;
  }
}
