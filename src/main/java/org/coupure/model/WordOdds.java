package org.coupure.model;

import java.util.Arrays;
import org.coupure.text.LongIntMap;

/**
 * Numbers by the hash of a word: learned log odds, or bits of groups. Open addressing over
 * primitive arrays; immutable.
 */
public final class WordOdds {
  /** Of no word. */
  public static final WordOdds NONE = new Builder().build();

  private final long[] keys;
  private final float[] values;
  private final long[] bits;

  private WordOdds(long[] keys, float[] values, long[] bits) {
    this.keys = keys;
    this.values = values;
    this.bits = bits;
  }

  /** Returns the log odds of the word with this hash, 0 when it is unknown. */
  public float value(long hash) {
    return values[slot(hash)];
  }

  /** Returns the bits of the word with this hash, 0 when it is unknown. */
  public long bits(long hash) {
    return bits[slot(hash)];
  }

  /** Returns where the word with this hash is found, or an empty slot, whose numbers are 0. */
  public int slot(long hash) {
    return LongIntMap.slot(keys, hash);
  }

  /** Returns the log odds in {@code slot}. */
  public float valueAt(int slot) {
    return values[slot];
  }

  /** Returns the bits in {@code slot}. */
  public long bitsAt(int slot) {
    return bits[slot];
  }

  /** Collects words. Not thread-safe. */
  public static final class Builder {
    private long[] keys = new long[256];
    private float[] values = new float[256];
    private long[] bits = new long[256];
    private int size;

    /** Sets the log odds of the word with this hash, which is not 0. */
    public Builder addValue(long hash, float value) {
      int slot = slot(hash);
      values[slot] = value;
      return this;
    }

    /** Adds the values of {@code odds}. */
    public Builder addValues(WordOdds odds) {
      for (int i = 0; i < odds.keys.length; i++) {
        if (odds.keys[i] != 0) {
          addValue(odds.keys[i], odds.values[i]);
        }
      }
      return this;
    }

    /** Sets one bit of the word with this hash, which is not 0. */
    public Builder addBit(long hash, int bit) {
      int slot = slot(hash);
      bits[slot] |= 1L << bit;
      return this;
    }

    private int slot(long hash) {
      if (size * 2 >= keys.length) {
        grow();
      }
      int slot = LongIntMap.slot(keys, hash);
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
          int slot = LongIntMap.slot(keys, oldKeys[i]);
          keys[slot] = oldKeys[i];
          values[slot] = oldValues[i];
          bits[slot] = oldBits[i];
        }
      }
    }

    /** Returns what was collected. */
    public WordOdds build() {
      return new WordOdds(
          Arrays.copyOf(keys, keys.length),
          Arrays.copyOf(values, values.length),
          Arrays.copyOf(bits, bits.length));
    }
  }
}
