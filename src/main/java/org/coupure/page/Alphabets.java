package org.coupure.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coupure.text.WordLists;

/**
 * The letters that languages write beyond ASCII, to tell whether a text was read in the right
 * charset: then nearly all of them are of one language. The letters are {@code
 * config/charsets/alphabets.txt}. Immutable and thread-safe.
 */
final class Alphabets {
  /** Letters to look at: more say nothing new. */
  private static final int ENOUGH = 2000;

  private static final String APOSTROPHES = "’‘´·";

  /** The first letter that is not Latin. */
  private static final char GREEK = 0x370;

  private final List<Set<Character>> languages;

  private Alphabets(List<Set<Character>> languages) {
    this.languages = languages;
  }

  /**
   * How well a text's letters fit a language.
   *
   * @param letters how many characters beyond ASCII stand in words
   * @param share how many of them are letters of the language that has most, 0 to 1
   */
  record Fit(int letters, double share) {}

  static Alphabets bundled() {
    return Bundled.ALPHABETS;
  }

  /** Returns how well {@code text} fits the language it fits best. */
  Fit fit(String text) {
    int[] hits = new int[languages.size()];
    int letters = 0;
    for (int i = 0; i < text.length() && letters < ENOUGH; i++) {
      char c = text.charAt(i);
      if (c < 0x80 || !isInWord(text, i)) {
        continue;
      }
      letters++;
      if (isStray(text, i)) {
        continue;
      }
      char lower = Character.toLowerCase(c);
      for (int language = 0; language < hits.length; language++) {
        hits[language] += languages.get(language).contains(lower) ? 1 : 0;
      }
    }
    int most = 0;
    for (int count : hits) {
      most = Math.max(most, count);
    }
    return new Fit(letters, letters == 0 ? 1 : (double) most / letters);
  }

  /**
   * Quotes and dashes stand beside words, apostrophes also in them; other signs, such as "³", do so
   * only when misread.
   */
  private static boolean isInWord(String text, int i) {
    boolean before = isLetter(text, i - 1);
    boolean behind = isLetter(text, i + 1);
    return switch (Character.getType(text.charAt(i))) {
      case Character.SPACE_SEPARATOR, Character.FORMAT, Character.DASH_PUNCTUATION -> false;
      case Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          before && behind && APOSTROPHES.indexOf(text.charAt(i)) < 0;
      default -> before || behind;
    };
  }

  /**
   * A capital behind a small letter, or another script in a Latin word: other charsets have those
   * where this one has letters.
   */
  private static boolean isStray(String text, int i) {
    char c = text.charAt(i);
    if (i > 0 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1))) {
      return true;
    }
    return c >= GREEK && (isAscii(text, i - 1) || isAscii(text, i + 1));
  }

  private static boolean isAscii(String text, int i) {
    return isLetter(text, i) && text.charAt(i) < 0x80;
  }

  private static boolean isLetter(String text, int i) {
    return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
  }

  private static Alphabets load() {
    return new Alphabets(
        WordLists.lines("charsets/alphabets.txt").stream()
            .map(language -> letters(language.text()))
            .toList());
  }

  private static Set<Character> letters(String line) {
    Set<Character> letters = new HashSet<>();
    for (char c : line.strip().toCharArray()) {
      letters.add(c);
    }
    return Set.copyOf(letters);
  }

  /** Holds the letters, so that they are read when the first page needs them. */
  private static final class Bundled {
    static final Alphabets ALPHABETS = load();
  }
}
