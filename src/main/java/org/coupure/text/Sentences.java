package org.coupure.text;

/** Where sentences end, in the scripts that news are written in. */
public final class Sentences {
  private static final String STOPS = ".!?…。！？؟۔।॥։።";
  private static final String CLOSERS = "\"'”’»›)]』」）】*";
  private static final String CUTS = "…";

  private Sentences() {}

  /**
   * Returns whether {@code text} ends like a sentence: with a full stop, question or exclamation
   * mark or the like, closing quotes and brackets after it aside. White space at the end is passed
   * over, and so is a space before a closing guillemet.
   */
  public static boolean isEnd(String text) {
    int last = lastSign(text);
    return last >= 0 && STOPS.indexOf(text.charAt(last)) >= 0;
  }

  /**
   * Returns whether a sentence ends before the end of {@code text} and another begins. A full stop
   * behind a capital or a single letter is one of an abbreviation.
   */
  public static boolean isEndInside(String text) {
    for (int i = 2; i < text.length() - 2; i++) {
      char c = text.charAt(i);
      boolean wide = c == '\u3002' || c == '\uFF01' || c == '\uFF1F';
      boolean stop = wide || (STOPS.indexOf(c) >= 0 && text.charAt(i + 1) == ' ');
      if (stop && isWordEnd(text, i) && !Character.isLowerCase(text.charAt(i + 2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWordEnd(String text, int stop) {
    char last = text.charAt(stop - 1);
    return Character.isLetter(last)
        && !Character.isUpperCase(last)
        && Character.isLetter(text.charAt(stop - 2));
  }

  /** Returns whether {@code text} was cut off: it ends with an ellipsis or with three dots. */
  public static boolean isCut(String text) {
    int last = lastSign(text);
    return last >= 0 && (CUTS.indexOf(text.charAt(last)) >= 0 || text.startsWith("...", last - 2));
  }

  /** Returns the index of the last character that is no space and no closing sign, or -1. */
  private static int lastSign(String text) {
    int i = text.length() - 1;
    while (i >= 0 && (Whitespace.isSpace(text.charAt(i)) || CLOSERS.indexOf(text.charAt(i)) >= 0)) {
      i--;
    }
    return i;
  }
}
