package org.coupure.verdict;

import org.coupure.text.Sentences;

/**
 * Tells a headline from a paragraph by the line alone, in a text that has no links: what stands
 * under "Read also" is dropped only when it looks like a headline, because losing a paragraph is
 * worse than keeping a headline.
 */
final class HeadlineShape {
  /** A headline has no more words; chosen: of five words to a line, three lines. */
  private static final int MOST_WORDS = 16;

  /** A headline that asks or quotes is shorter: a question of a reporter is longer. Chosen. */
  private static final int MOST_WORDS_ALOUD = 12;

  /** Characters of the longest headline in a script that writes no spaces. Chosen. */
  private static final int MOST_CHARACTERS = 140;

  private static final String OPENING_QUOTES = "\"“„«»‘「『";
  private static final String CLOSING_QUOTES = "\"”“»«」』";

  private HeadlineShape() {}

  /** Returns whether {@code text}, which has {@code words} words, may be a headline. */
  static boolean fits(String text, int words) {
    if (words > MOST_WORDS || text.length() > MOST_CHARACTERS || isQuotation(text)) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    if (last == ':' || last == ';' || last == ',' || last == '：') {
      return false;
    }
    if ("?!？！".indexOf(last) >= 0 || CLOSING_QUOTES.indexOf(last) >= 0) {
      return words <= MOST_WORDS_ALOUD && !Sentences.isEndInside(text);
    }
    boolean sentence = Sentences.isEnd(text) && !Sentences.isCut(text);
    return !sentence && !Sentences.isEndInside(text);
  }

  /** Returns whether the line begins with somebody's words and goes on with who said them. */
  private static boolean isQuotation(String text) {
    if (OPENING_QUOTES.indexOf(text.charAt(0)) < 0) {
      return false;
    }
    for (int i = 1; i < text.length() - 2; i++) {
      // "No money", says the mayor: in a headline the name stands first, behind a colon.
      if (CLOSING_QUOTES.indexOf(text.charAt(i)) >= 0) {
        return text.charAt(i - 1) == ','
            || text.charAt(i + 1) == ','
            || text.startsWith(" ,", i + 1);
      }
    }
    return false;
  }
}
