package org.coupure.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the words of {@code config/offers/words.txt} in a text mean, a bit a meaning. One pass over
 * the text: for nearly all words the first letter says that they mean nothing. Immutable.
 */
final class OfferWords {
  private static final String FILE = "/org/coupure/config/offers/words.txt";

  /** Scripts from here on put no spaces between words. */
  private static final char UNSPACED = '\u3040';

  private final List<String> meanings = new ArrayList<>();
  private final Beginning[][] byLetter = new Beginning[1 << 6][];

  private record Beginning(String text, long meaning) {}

  private OfferWords(List<WordGroup> groups) {
    for (WordGroup group : groups) {
      long meaning = 1L << meanings.size();
      meanings.add(group.name());
      for (String word : group.words()) {
        add(new Beginning(word.replace('_', ' '), meaning));
      }
    }
  }

  /** Returns the words packed into the jar. */
  static OfferWords load() {
    return new OfferWords(WordGroup.read(FILE));
  }

  private void add(Beginning beginning) {
    int place = place(beginning.text().charAt(0));
    Beginning[] old = byLetter[place] == null ? new Beginning[0] : byLetter[place];
    Beginning[] more = Arrays.copyOf(old, old.length + 1);
    more[old.length] = beginning;
    byLetter[place] = more;
  }

  private static int place(char c) {
    return Character.toLowerCase(c) & (1 << 6) - 1;
  }

  /** Returns the bits of the meanings called {@code names}. */
  long bits(String... names) {
    long bits = 0;
    for (String name : names) {
      int place = meanings.indexOf(name);
      if (place < 0) {
        throw new IllegalArgumentException("no words of offers mean '" + name + "' in " + FILE);
      }
      bits |= 1L << place;
    }
    return bits;
  }

  /** Returns the bits of all that words in {@code text} mean. */
  long in(String text) {
    long found = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!inWord || c >= UNSPACED) {
        found |= at(text, i, c);
      }
      inWord = Character.isLetterOrDigit(c);
    }
    return found;
  }

  private long at(String text, int index, char c) {
    Beginning[] candidates = byLetter[place(c)];
    if (candidates == null) {
      return 0;
    }
    long found = 0;
    for (Beginning each : candidates) {
      if (text.regionMatches(true, index, each.text(), 0, each.text().length())) {
        found |= each.meaning();
      }
    }
    return found;
  }
}
