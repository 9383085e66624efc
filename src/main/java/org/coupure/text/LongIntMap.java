package org.coupure.text;

/**
 * Numbers by a hash: open addressing with linear probing over primitive arrays. Neither a key nor a
 * number is ever 0, which stands for none. Not thread-safe while it is filled.
 */
public final class LongIntMap {
  private long[] keys;
  private int[] values;
  private int size;

  /** Makes a map that has room for {@code expected} keys before it grows. */
  public LongIntMap(int expected) {
    int capacity = Integer.highestOneBit(Math.max(4, expected)) * 4;
    keys = new long[capacity];
    values = new int[capacity];
  }

  /**
   * Returns the slot of {@code keys} that holds {@code key}, or the empty one where it belongs; for
   * tables that keep something else beside their keys.
   *
   * @param keys as many as a power of two, at least one of them 0
   */
  public static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Returns the number of {@code key}, 0 when it has none. */
  public int get(long key) {
    return values[slot(keys, key)];
  }

  /** Gives {@code key} a number and returns the one it had, 0 for none. */
  public int put(long key, int value) {
    int slot = slot(keys, key);
    int before = values[slot];
    if (before == 0 && ++size * 2 > keys.length) {
      grow();
      slot = slot(keys, key);
    }
    keys[slot] = key;
    values[slot] = value;
    return before;
  }

  /** Returns how many keys there are. */
  public int size() {
    return size;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
