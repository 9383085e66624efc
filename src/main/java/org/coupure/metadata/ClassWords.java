package org.coupure.metadata;

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

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /** 64-bit FNV-1a hashes of the words, in an open hash table, and the bits of each. */
  private final long[] hashes;

  private final int[] bits;

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
    long word = SEED;
    long pair = 0;
    boolean open = false;
    boolean lower = false;
    int length = attribute.length();
    for (int i = 0; i < length; i++) {
      char c = attribute.charAt(i);
      boolean upper = c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
      boolean letter = upper || (c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLetter(c));
      if (open && (!letter || (upper && lower))) {
        mask |= bits[slot(word)] | (pair == 0 ? 0 : bits[slot(pair)]);
        pair = word;
        word = SEED;
        open = false;
      }
      if (letter) {
        char folded = upper ? Character.toLowerCase(c) : c;
        word = (word ^ folded) * PRIME;
        pair = pair == 0 ? 0 : (pair ^ folded) * PRIME;
        open = true;
      }
      lower = letter && !upper;
    }
    return open ? mask | bits[slot(word)] | (pair == 0 ? 0 : bits[slot(pair)]) : mask;
  }
}
