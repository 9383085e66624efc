package org.coupure.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.coupure.text.WordLists;
import org.coupure.text.WordSet;

/**
 * The meanings of words from {@code config/offers/words.txt} in a text, one bit per meaning. One
 * pass over the text: for nearly all words the first two letters say that they mean nothing.
 * Immutable.
 */
final class PromotionWords {
  private static final String FILE = "offers/words.txt";

  /** Scripts from here on put no spaces between words. */
  private static final char UNSPACED = '\u3040';

  private static final int PLACES = 1 << 11;

  private final List<String> meanings = new ArrayList<>();

  /** By a hash of the first two letters, which nearly no other word shares. */
  private final Beginning[][] byLetters = new Beginning[PLACES][];

  private record Beginning(String text, long meaning) {}

  private PromotionWords(Map<String, List<String>> groups) {
    for (Map.Entry<String, List<String>> group : groups.entrySet()) {
      long meaning = 1L << meanings.size();
      meanings.add(group.getKey());
      for (String word : group.getValue()) {
        add(new Beginning(word.replace('_', ' '), meaning));
      }
    }
  }

  /** Returns the words packed into the jar. */
  static PromotionWords load() {
    return new PromotionWords(WordLists.words(FILE));
  }

  private void add(Beginning beginning) {
    int place = place(beginning.text(), 0);
    Beginning[] old = byLetters[place] == null ? new Beginning[0] : byLetters[place];
    Beginning[] more = Arrays.copyOf(old, old.length + 1);
    more[old.length] = beginning;
    byLetters[place] = more;
  }

  /** Returns where the beginnings stand that share the two letters at {@code index}. */
  private static int place(String text, int index) {
    int first = WordSet.lower(text.charAt(index));
    int second = index + 1 < text.length() ? WordSet.lower(text.charAt(index + 1)) : 0;
    return (first * 31 + second) & PLACES - 1;
  }

  /** Most letters are ASCII, and the platform's tables take several times as long. */
  private static boolean isInWord(char c) {
    if (c < 0x80) {
      int letter = (c | 0x20) - 'a';
      return (letter >= 0 && letter < 26) || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c);
  }

  /** Returns the bits of the meanings called {@code names}. */
  long bits(String... names) {
    long bits = 0;
    for (String name : names) {
      int place = meanings.indexOf(name);
      if (place < 0) {
        throw new IllegalArgumentException(
            "no words of offers mean '" + name + "' in config/" + FILE);
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
        found |= at(text, i);
      }
      inWord = isInWord(c);
    }
    return found;
  }

  private long at(String text, int index) {
    Beginning[] candidates = byLetters[place(text, index)];
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
