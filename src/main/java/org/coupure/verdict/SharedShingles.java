package org.coupure.verdict;

import java.util.Arrays;
import org.coupure.text.Hash64;
import org.jspecify.annotations.Nullable;

/**
 * How much of a block's text other blocks of the page repeat, in runs of four words: pull quotes,
 * teasers, summaries. Filled word by word, then asked. Not thread-safe.
 */
final class SharedShingles {
  /** Words in a row that two texts share by chance only seldom. */
  private static final int RUN = 4;

  private static final int SHARED = -1;

  /** Bits for each run, so that one in ten looks like another at most. */
  private static final int BITS = 16;

  private static final int[] NONE = {};

  /** Where each block's runs begin; one longer than there are blocks. */
  private final int[] starts;

  private int[] runs = new int[1024];
  private int count;
  private int block;

  /** The last four words of the block. */
  private long first;

  private long second;
  private long third;
  private int words;

  /** For each block, how many of its runs others have; made when first asked for. */
  private int @Nullable [] shared;

  /**
   * Runs that may occur twice, in an open hash table: the block that has the run, or a mark that
   * several have it.
   */
  private int[] keys = {};

  private int[] owners = {};

  SharedShingles(int blocks) {
    starts = new int[blocks + 1];
  }

  /** Takes the next word of the block, as a hash. */
  void word(long hash) {
    words++;
    if (words >= RUN) {
      long mixed = (((first * 31 + second) * 31 + third) * 31 + hash) * Hash64.GOLDEN;
      int run = (int) (mixed >>> 32);
      if (count == runs.length) {
        runs = Arrays.copyOf(runs, count * 2);
      }
      runs[count++] = run == 0 ? 1 : run;
    }
    first = second;
    second = third;
    third = hash;
  }

  /** Ends the block; the next word is the next one's first. */
  void endBlock() {
    words = 0;
    block++;
    starts[block] = count;
  }

  /** Returns the share of the runs of {@code block} that another block has, too. */
  float share(int block) {
    return (float) compare()[block] / Math.max(1, starts[block + 1] - starts[block]);
  }

  /** Returns for each block how many of its runs others have; the runs are let go of. */
  int[] compare() {
    int[] counts = shared;
    if (counts == null) {
      counts = count();
      shared = counts;
    }
    return counts;
  }

  /**
   * Counts shared runs and lets go of the runs. Nearly all runs come once, and two rows of bits
   * that stay in the processor's nearest memory tell so of most; only the others are looked up.
   */
  private int[] count() {
    int bits = Integer.highestOneBit(Math.max(8, count)) * BITS;
    long[] once = new long[bits / Long.SIZE];
    long[] again = new long[bits / Long.SIZE];
    for (int i = 0; i < count; i++) {
      int bit = scatter(runs[i]) & (bits - 1);
      long mask = 1L << bit;
      again[bit >>> 6] |= once[bit >>> 6] & mask;
      once[bit >>> 6] |= mask;
    }
    int doubtful = 0;
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      int bit = scatter(runs[i]) & (bits - 1);
      places[doubtful] = i;
      doubtful += (int) (again[bit >>> 6] >>> bit & 1);
    }
    int[] counts = countShared(places, doubtful);
    runs = NONE;
    keys = NONE;
    owners = NONE;
    return counts;
  }

  /**
   * Counts by block those of the runs at the first {@code size} of {@code places} that are shared.
   */
  private int[] countShared(int[] places, int size) {
    // At most half full.
    int capacity = Integer.highestOneBit(Math.max(8, size)) * 4;
    keys = new int[capacity];
    owners = new int[capacity];
    int b = 0;
    for (int k = 0; k < size; k++) {
      b = blockAt(places[k], b);
      int slot = slot(runs[places[k]]);
      owners[slot] = keys[slot] == 0 || owners[slot] == b ? b : SHARED;
      keys[slot] = runs[places[k]];
    }
    int[] counts = new int[block];
    b = 0;
    for (int k = 0; k < size; k++) {
      b = blockAt(places[k], b);
      counts[b] += owners[slot(runs[places[k]])] == SHARED ? 1 : 0;
    }
    return counts;
  }

  /** Returns the block of the run at {@code place}, which is {@code from} or later. */
  private int blockAt(int place, int from) {
    int at = from;
    while (starts[at + 1] <= place) {
      at++;
    }
    return at;
  }

  private int slot(int run) {
    int slot = scatter(run) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != run) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static int scatter(int run) {
    return (run * 0x9E3779B9) >>> 7;
  }
}
