package org.coupure.memory;

import java.util.Arrays;
import org.coupure.text.LongIntMap;

/**
 * On how many pages of a site each block was seen, and since which page. Open addressing over
 * primitive arrays, 16 bytes a slot. Not thread-safe.
 */
final class BlockCounts {
  private static final int SMALLEST = 64;

  private long[] keys = new long[SMALLEST];
  private int[] seen = new int[SMALLEST];
  private int[] since = new int[SMALLEST];
  private int size;

  int size() {
    return size;
  }

  /** Counts {@code key} once more; when it is new, it is seen since {@code page}. */
  void count(long key, int page) {
    int slot = slot(key);
    if (keys[slot] == key) {
      seen[slot]++;
    } else {
      put(key, 1, page);
    }
  }

  /** Enters {@code key}, which must be new and not {@link BlockKey#NONE}. */
  void put(long key, int times, int page) {
    if (size >= keys.length / 2) {
      rebuild(keys.length * 2, Integer.MIN_VALUE, 1);
    }
    int slot = slot(key);
    keys[slot] = key;
    seen[slot] = times;
    since[slot] = page;
    size++;
  }

  /**
   * Forgets every block whose count and bucket of first sight together are at most {@code bucket}:
   * the rule of lossy counting, where a bucket is {@code width} pages.
   */
  void prune(int bucket, int width) {
    rebuild(keys.length, bucket, width);
  }

  private void rebuild(int capacity, int bucket, int width) {
    long[] oldKeys = keys;
    int[] oldSeen = seen;
    int[] oldSince = since;
    keys = new long[capacity];
    seen = new int[capacity];
    since = new int[capacity];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != BlockKey.NONE && oldSeen[i] + oldSince[i] / width > bucket) {
        put(oldKeys[i], oldSeen[i], oldSince[i]);
      }
    }
  }

  /** Returns the slot that holds {@code key}, or the empty one where it belongs. */
  private int slot(long key) {
    return LongIntMap.slot(keys, key);
  }

  /** Hands every block to {@code reader}, in ascending order of keys. */
  <E extends Exception> void forEach(Reader<E> reader) throws E {
    long[] sorted = new long[size];
    int n = 0;
    for (long key : keys) {
      if (key != BlockKey.NONE) {
        sorted[n++] = key;
      }
    }
    Arrays.sort(sorted);
    for (long key : sorted) {
      int slot = slot(key);
      reader.block(key, seen[slot], since[slot]);
    }
  }

  /** What a count is handed to, and may throw. */
  interface Reader<E extends Exception> {
    void block(long key, int seen, int since) throws E;
  }
}
