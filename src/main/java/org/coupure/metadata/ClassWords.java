package org.coupure.metadata;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells from the words of class and id attributes what an element is for. The lists are {@code
 * config/metadata/class-words.txt}. Immutable and thread-safe.
 */
final class ClassWords {
  static final int NAVIGATION = 1;
  static final int FOOTER = 1 << 1;
  static final int ASIDE = 1 << 2;
  static final int RELATED = 1 << 3;
  static final int COMMENT = 1 << 4;
  static final int BYLINE = 1 << 5;
  static final int DATE = 1 << 6;
  static final int MODIFIED = 1 << 7;
  static final int BIO = 1 << 8;
  static final int SPONSOR = 1 << 9;
  static final int KICKER = 1 << 10;
  static final int NICKNAME = 1 << 11;

  private static final String[] GROUPS = {
    "navigation",
    "footer",
    "aside",
    "related",
    "comment",
    "byline",
    "date",
    "modified",
    "bio",
    "sponsor",
    "kicker",
    "nickname"
  };

  private final Map<String, Integer> masks;

  private ClassWords(Map<String, Integer> masks) {
    this.masks = masks;
  }

  static ClassWords load() {
    Map<String, String> lists = WordLists.load("class-words.txt");
    Map<String, Integer> masks = new HashMap<>();
    for (int i = 0; i < GROUPS.length; i++) {
      int bit = 1 << i;
      for (String word : lists.getOrDefault(GROUPS[i], "").split(" +", -1)) {
        masks.merge(word, bit, (a, b) -> a | b);
      }
    }
    return new ClassWords(masks);
  }

  /** Returns the bits of all words in {@code attribute}, split at non-letters and camelCase. */
  int mask(String attribute) {
    int mask = 0;
    int start = -1;
    int previous = -1;
    for (int i = 0; i <= attribute.length(); i++) {
      char c = i < attribute.length() ? attribute.charAt(i) : ' ';
      boolean letter = Character.isLetter(c);
      boolean hump = letter && i > 0 && isHump(attribute, i);
      if (start >= 0 && (!letter || hump)) {
        String word = attribute.substring(start, i).toLowerCase(Locale.ROOT);
        mask |= masks.getOrDefault(word, 0);
        // most-read, author-box: two words that only together say what it is.
        if (previous >= 0) {
          mask |= masks.getOrDefault(joined(attribute, previous, i), 0);
        }
        previous = start;
        start = -1;
      }
      if (letter && start < 0) {
        start = i;
      }
    }
    return mask;
  }

  private static boolean isHump(String text, int i) {
    return Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1));
  }

  private static String joined(String text, int from, int to) {
    StringBuilder letters = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      if (Character.isLetter(text.charAt(i))) {
        letters.append(Character.toLowerCase(text.charAt(i)));
      }
    }
    return letters.toString();
  }
}
