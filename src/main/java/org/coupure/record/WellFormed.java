package org.coupure.record;

/** Text that can be written as valid UTF-8. */
public final class WellFormed {
  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  /**
   * Returns {@code text} with U+FFFD in the place of every surrogate that lacks its other half.
   * Everything else stays as the author wrote it; composed and decomposed letters are not touched.
   */
  public static String of(String text) {
    int bad = firstLoneSurrogate(text, 0);
    if (bad < 0) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text);
    while (bad >= 0) {
      mended.setCharAt(bad, REPLACEMENT);
      bad = firstLoneSurrogate(mended, bad + 1);
    }
    return mended.toString();
  }

  private static int firstLoneSurrogate(CharSequence text, int from) {
    int i = from;
    while (i < text.length()) {
      if (!Character.isSurrogate(text.charAt(i))) {
        i++;
      } else if (i + 1 < text.length()
          && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
        i += 2;
      } else {
        return i;
      }
    }
    return -1;
  }
}
