package org.coupure.metadata;

import java.util.HashMap;
import java.util.Map;

/** How alike two headlines are. */
final class TitleSimilarity {
  private TitleSimilarity() {}

  /**
   * Returns 1 for texts with the same letters, .95 when one begins with the other, .85 when one
   * ends with the other (the site or a section stands there as often as the title), else the
   * harmonic mean of shared words, or of shared letter pairs where words are not written apart.
   */
  static double of(String a, String b) {
    return ofKeys(Text.key(a), Text.key(b));
  }

  /** The same for texts of which {@link Text#key} was taken already. */
  static double ofKeys(String x, String y) {
    return ofKeys(x, y, 0);
  }

  /** The same, or 0 where it is less than {@code least} and that can be told at once. */
  static double ofKeys(String x, String y, double least) {
    if (x.isEmpty() || y.isEmpty()) {
      return 0;
    }
    if (x.equals(y)) {
      return 1;
    }
    String longer = x.length() > y.length() ? x : y;
    String shorter = x.length() > y.length() ? y : x;
    boolean spaced = shorter.indexOf(' ') > 0;
    if (spaced && longer.startsWith(shorter + " ")) {
      return 0.95;
    }
    if (spaced && longer.endsWith(" " + shorter)) {
      return 0.85;
    }
    // So different in length that they can't share half of their words.
    if (longer.length() > 4 * shorter.length()) {
      return 0;
    }
    if (!spaced && longer.indexOf(' ') < 0) {
      return pairs(x, y);
    }
    int one = words(x);
    int other = words(y);
    return least > 0 && 2.0 * Math.min(one, other) / (one + other) < least
        ? 0
        : shared(x.split(" ", -1), y.split(" "));
  }

  private static int words(String key) {
    int words = 1;
    for (int blank = key.indexOf(' '); blank >= 0; blank = key.indexOf(' ', blank + 1)) {
      words++;
    }
    return words;
  }

  /**
   * Returns whether three words at least stand in {@code words}, and four of five of them in {@code
   * text}; both are keys.
   */
  static boolean covers(String text, String words) {
    String padded = " " + text + " ";
    String[] all = words.split(" ", -1);
    int found = 0;
    for (String word : all) {
      found += padded.contains(" " + word + " ") ? 1 : 0;
    }
    return all.length >= 3 && found * 5 >= all.length * 4;
  }

  private static double pairs(String x, String y) {
    return shared(bigrams(x), bigrams(y));
  }

  private static String[] bigrams(String text) {
    String[] pairs = new String[Math.max(1, text.length() - 1)];
    pairs[0] = text;
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs[i] = text.substring(i, i + 2);
    }
    return pairs;
  }

  private static double shared(String[] x, String[] y) {
    Map<String, Integer> counts = new HashMap<>();
    for (String word : x) {
      counts.merge(word, 1, Integer::sum);
    }
    int both = 0;
    for (String word : y) {
      Integer left = counts.get(word);
      if (left != null && left > 0) {
        both++;
        counts.put(word, left - 1);
      }
    }
    return 2.0 * both / (x.length + y.length);
  }
}
