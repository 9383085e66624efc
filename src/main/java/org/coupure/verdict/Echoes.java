package org.coupure.verdict;

import java.util.Arrays;

/**
 * How much of a block's text other blocks of the page repeat, in runs of four words: pull quotes,
 * teasers, summaries. Filled word by word, then asked. Not thread-safe.
 */
final class Echoes {
  /** Words in a row that two texts share by chance only seldom. */
  private static final int RUN = 4;

  private static final int SHARED = -1;

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

  /** The runs of all blocks in an open table: the block that has it, or that several do. */
  private int[] keys = {};

  private int[] owners = {};

  Echoes(int blocks) {
    starts = new int[blocks + 1];
  }

  /** Takes the next word of the block, as a hash. */
  void word(long hash) {
    words++;
    if (words >= RUN) {
      long mixed = (((first * 31 + second) * 31 + third) * 31 + hash) * 0x9E3779B97F4A7C15L;
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
    if (keys.length == 0) {
      compare();
    }
    int shared = 0;
    for (int i = starts[block]; i < starts[block + 1]; i++) {
      shared += owners[slot(runs[i])] == SHARED ? 1 : 0;
    }
    return (float) shared / Math.max(1, starts[block + 1] - starts[block]);
  }

  private void compare() {
    // At most half full.
    int capacity = Integer.highestOneBit(Math.max(8, count)) * 4;
    keys = new int[capacity];
    owners = new int[capacity];
    for (int b = 0; b < block; b++) {
      for (int i = starts[b]; i < starts[b + 1]; i++) {
        int slot = slot(runs[i]);
        owners[slot] = keys[slot] == 0 || owners[slot] == b ? b : SHARED;
        keys[slot] = runs[i];
      }
    }
  }

  private int slot(int run) {
    int slot = (run * 0x9E3779B9) >>> 7 & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != run) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}
