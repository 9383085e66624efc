package org.coupure.verdict;

import java.util.Arrays;

/**
 * Numbers by the hash of a word: learned log odds, or bits of groups. Open addressing over
 * primitive arrays; immutable.
 */
final class WordOdds {
  static final WordOdds NONE = new Builder().build();

  private final long[] keys;
  private final float[] values;
  private final long[] bits;

  private WordOdds(long[] keys, float[] values, long[] bits) {
    this.keys = keys;
    this.values = values;
    this.bits = bits;
  }

  /** Returns the log odds of the word with this hash, 0 when it is unknown. */
  float value(long hash) {
    int slot = find(keys, hash);
    return keys[slot] == 0 ? 0 : values[slot];
  }

  /** Returns the bits of the word with this hash, 0 when it is unknown. */
  long bits(long hash) {
    int slot = find(keys, hash);
    return keys[slot] == 0 ? 0 : bits[slot];
  }

  private static int find(long[] keys, long hash) {
    int slot = (int) (hash ^ (hash >>> 32)) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != hash) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  /** Collects words. Not thread-safe. */
  static final class Builder {
    private long[] keys = new long[256];
    private float[] values = new float[256];
    private long[] bits = new long[256];
    private int size;

    Builder addValue(long hash, float value) {
      int slot = slot(hash);
      values[slot] = value;
      return this;
    }

    Builder addBit(long hash, int bit) {
      int slot = slot(hash);
      bits[slot] |= 1L << bit;
      return this;
    }

    private int slot(long hash) {
      if (size * 2 >= keys.length) {
        grow();
      }
      int slot = find(keys, hash);
      if (keys[slot] == 0) {
        keys[slot] = hash;
        size++;
      }
      return slot;
    }

    private void grow() {
      long[] oldKeys = keys;
      float[] oldValues = values;
      long[] oldBits = bits;
      keys = new long[oldKeys.length * 2];
      values = new float[keys.length];
      bits = new long[keys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          int slot = find(keys, oldKeys[i]);
          keys[slot] = oldKeys[i];
          values[slot] = oldValues[i];
          bits[slot] = oldBits[i];
        }
      }
    }

    WordOdds build() {
      return new WordOdds(
          Arrays.copyOf(keys, keys.length),
          Arrays.copyOf(values, values.length),
          Arrays.copyOf(bits, bits.length));
    }
  }
}
