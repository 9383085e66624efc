package org.coupure.metadata;

import java.util.Arrays;
import java.util.HashMap;
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

  private static final byte NO_LETTER = 0;
  private static final byte LOWER = 1;
  private static final byte UPPER = 2;

  /** What ASCII characters are. */
  private static final byte[] SORTS = new byte[0x80];

  static {
    Arrays.fill(SORTS, 'a', 'z' + 1, LOWER);
    Arrays.fill(SORTS, 'A', 'Z' + 1, UPPER);
  }

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /** 64-bit FNV-1a hashes of the words, in an open hash table, and the bits of each. */
  private final long[] hashes;

  private final int[] bits;

  /** One bit of many for each word: tells nearly all other words without a look-up. */
  private final long[] sieve = new long[1 << 8];

  private ClassWords(Map<String, Integer> masks) {
    int size = Integer.highestOneBit(masks.size() * 4);
    hashes = new long[size];
    bits = new int[size];
    for (Map.Entry<String, Integer> entry : masks.entrySet()) {
      long hash = SEED;
      for (int i = 0; i < entry.getKey().length(); i++) {
        hash = (hash ^ entry.getKey().charAt(i)) * PRIME;
      }
      int slot = slot(hash);
      hashes[slot] = hash;
      bits[slot] = entry.getValue();
      sieve[sieve(hash) >> 6] |= 1L << sieve(hash);
    }
  }

  static ClassWords load() {
    Map<String, String> lists = WordLists.load("class-words.txt");
    Map<String, Integer> masks = new HashMap<>();
    for (int i = 0; i < GROUPS.length; i++) {
      int bit = 1 << i;
      for (String word : WordLists.split(lists.getOrDefault(GROUPS[i], ""), ' ')) {
        masks.put(word, masks.getOrDefault(word, 0) | bit);
      }
    }
    return new ClassWords(masks);
  }

  /** Returns the slot that holds {@code hash}, or the free one where it belongs. */
  private int slot(long hash) {
    int slot = (int) (hash ^ (hash >>> 32)) & (hashes.length - 1);
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }

  /**
   * Returns the bits of all words in {@code attribute}, split at non-letters and camelCase, and of
   * all pairs of neighbours: most-read and authorBox say only together what they are.
   */
  int mask(String attribute) {
    int mask = 0;
    long before = 0;
    int length = attribute.length();
    int at = 0;
    while (true) {
      while (at < length && sort(attribute.charAt(at)) == NO_LETTER) {
        at++;
      }
      if (at == length) {
        return mask;
      }
      // A word is large letters, then small ones; its pair goes on from the word before it.
      long word = SEED;
      long pair = before;
      for (; at < length && sort(attribute.charAt(at)) == UPPER; at++) {
        char folded = Character.toLowerCase(attribute.charAt(at));
        word = (word ^ folded) * PRIME;
        pair = (pair ^ folded) * PRIME;
      }
      for (; at < length && sort(attribute.charAt(at)) == LOWER; at++) {
        char c = attribute.charAt(at);
        word = (word ^ c) * PRIME;
        pair = (pair ^ c) * PRIME;
      }
      mask |= before == 0 ? bits(word) : bits(word) | bits(pair);
      before = word;
    }
  }

  private int bits(long hash) {
    int bit = sieve(hash);
    return (sieve[bit >> 6] & 1L << bit) == 0 ? 0 : bits[slot(hash)];
  }

  private static int sieve(long hash) {
    return (int) (hash >>> 40) & 0x3FFF;
  }

  private static byte sort(char c) {
    if (c < 0x80) {
      return SORTS[c];
    }
    return Character.isUpperCase(c) ? UPPER : Character.isLetter(c) ? LOWER : NO_LETTER;
  }
}
