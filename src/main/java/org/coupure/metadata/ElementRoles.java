package org.coupure.metadata;

import java.util.HashMap;
import java.util.Map;
import org.coupure.block.ClassNameGroups;
import org.coupure.block.NameWords;
import org.coupure.text.Hash64;
import org.coupure.text.LongIntMap;

/**
 * Tells from the words of class and id attributes what an element is for. The lists are {@code
 * config/class-words.txt}. Immutable and thread-safe.
 */
final class ElementRoles {
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
  static final int STANDFIRST = 1 << 12;
  static final int CAPTION = 1 << 13;
  static final int CREDIT = 1 << 14;

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
    "nickname",
    "standfirst",
    "caption",
    "credit"
  };

  /** The bits of each word, by its hash. */
  private final LongIntMap bits;

  /** One bit of many for each word: tells nearly all other words without a look-up. */
  private final long[] sieve = new long[1 << 8];

  private ElementRoles(Map<String, Integer> masks) {
    bits = new LongIntMap(masks.size());
    masks.forEach(
        (word, mask) -> {
          long hash = Hash64.of(word);
          bits.put(hash, mask);
          sieve[sieve(hash) >> 6] |= 1L << sieve(hash);
        });
  }

  static ElementRoles load() {
    Map<String, Integer> masks = new HashMap<>();
    for (int i = 0; i < GROUPS.length; i++) {
      int bit = 1 << i;
      for (String word : ClassNameGroups.words("role " + GROUPS[i])) {
        masks.put(word, masks.getOrDefault(word, 0) | bit);
      }
    }
    return new ElementRoles(masks);
  }

  /** Returns the bits of each attribute by its number. */
  int[] masks(NameWords names) {
    int[] masks = new int[names.count()];
    for (int number = 1; number < masks.length; number++) {
      masks[number] = mask(names, number);
    }
    return masks;
  }

  /**
   * Returns the bits of all words in an attribute, and of all pairs of neighbours: most-read and
   * authorBox say only together what they are.
   */
  int mask(NameWords names, int number) {
    int mask = 0;
    int to = names.to(number);
    for (int place = names.from(number); place < to; place++) {
      mask |= bits(names.word(place)) | bits(names.pair(place));
    }
    return mask;
  }

  private int bits(long hash) {
    int bit = sieve(hash);
    return (sieve[bit >> 6] & 1L << bit) == 0 ? 0 : bits.get(hash);
  }

  private static int sieve(long hash) {
    return (int) (hash >>> 40) & 0x3FFF;
  }
}
