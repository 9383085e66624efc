package org.coupure.verdict;

import org.coupure.text.WordSet;

/** The pairs of neighbouring words of a text, by hash. Immutable. */
final class WordPairs {
  static final WordPairs EMPTY = new WordPairs(new long[4], 0);

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long[] slots;
  private final int size;

  private WordPairs(long[] slots, int size) {
    this.slots = slots;
    this.size = size;
  }

  static WordPairs of(String text) {
    if (text.isBlank()) {
      return EMPTY;
    }
    long[] slots = new long[Integer.highestOneBit(Math.max(16, text.length())) * 2];
    int[] size = new int[1];
    visit(
        text,
        pair -> {
          int slot = find(slots, pair);
          size[0] += slots[slot] == 0 ? 1 : 0;
          slots[slot] = pair;
        });
    return new WordPairs(slots, size[0]);
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** Returns the share of the pairs of {@code text} that are in this set; 0 when it has none. */
  float share(String text) {
    int[] counts = new int[2];
    visit(
        text,
        pair -> {
          counts[0]++;
          counts[1] += slots[find(slots, pair)] == 0 ? 0 : 1;
        });
    return counts[0] == 0 ? 0 : (float) counts[1] / counts[0];
  }

  private interface PairVisitor {
    void pair(long hash);
  }

  private static void visit(String text, PairVisitor visitor) {
    long last = 0;
    long hash = FNV_OFFSET;
    int run = 0;
    int scale = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      int next = WordSet.wordScale(c);
      if (run > 0 && (next != scale || (next > 1 && run == next))) {
        if (last != 0) {
          long pair = (last ^ Long.rotateLeft(hash, 21)) * 0x9E3779B97F4A7C15L;
          visitor.pair(pair == 0 ? 1 : pair);
        }
        last = hash;
        hash = FNV_OFFSET;
        run = 0;
      }
      scale = next;
      if (next > 0) {
        hash = (hash ^ WordSet.lower(c)) * FNV_PRIME;
        run++;
      }
    }
  }

  private static int find(long[] slots, long hash) {
    int slot = (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
