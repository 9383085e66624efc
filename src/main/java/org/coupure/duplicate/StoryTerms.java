package org.coupure.duplicate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coupure.text.Hash64;
import org.coupure.text.WordLists;

/**
 * The words of a headline and of the beginning of a text, by which an event is told from others: a
 * headline's count for more, and so do names, which begin with a capital within a sentence. Of
 * scripts without spaces two characters are a word. Pure functions.
 */
final class StoryTerms {
  /** What happened, where and to whom stands in the first sentences. */
  private static final int LEAD_WORDS = 90;

  private static final int SHORTEST = 3;
  private static final double HEADLINE = 2;
  private static final double LEAD = 1;
  private static final double NAME = 1.5;

  private static final Set<String> FUNCTION_WORDS = WordLists.set("classifier/function-words.txt");

  private final Map<Long, Double> weights = new HashMap<>();

  private StoryTerms() {}

  /** Returns each term's hash with its weight. */
  static Map<Long, Double> of(String title, String text) {
    StoryTerms terms = new StoryTerms();
    terms.read(title, HEADLINE, 1, LEAD_WORDS);
    terms.read(text, LEAD, NAME, LEAD_WORDS);
    return terms.weights;
  }

  private void read(String text, double weight, double name, int most) {
    boolean begins = true;
    int words = 0;
    for (int i = 0; i < text.length() && words < most; ) {
      int start = i;
      int c = text.codePointAt(i);
      while (i < text.length() && Character.isLetterOrDigit(c) && !isAlone(c)) {
        i += Character.charCount(c);
        c = i < text.length() ? text.codePointAt(i) : ' ';
      }
      if (i > start) {
        words++;
        boolean capital = Character.isUpperCase(text.codePointAt(start));
        word(text.substring(start, i), capital && !begins ? weight * name : weight);
        begins = false;
        continue;
      }
      int end = i + Character.charCount(c);
      if (isAlone(c) && end < text.length() && isAlone(text.codePointAt(end))) {
        words++;
        put(text.substring(i, end + Character.charCount(text.codePointAt(end))), weight);
      }
      begins |= c == '.' || c == '!' || c == '?' || c == '\n';
      i = end;
    }
  }

  private static boolean isAlone(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private void word(String written, double weight) {
    String word = written.toLowerCase(Locale.ROOT);
    if (word.length() >= SHORTEST && !FUNCTION_WORDS.contains(word)) {
      put(word, weight);
    }
  }

  /** Of several places of a word the weightiest counts, and the others a little. */
  private void put(String word, double weight) {
    weights.merge(
        Hash64.of(word), weight, (old, more) -> Math.max(old, more) + Math.min(old, more) / 4);
  }
}
