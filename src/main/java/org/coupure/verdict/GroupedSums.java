package org.coupure.verdict;

import java.util.Arrays;

/** Sums over ranges of blocks, grouped by a 64-bit key. Open addressing; filled once a page. */
final class GroupedSums {
  private static final int[] NO_TABLE = {};
  private static final long[] NO_KEYS = {};

  /** For each slot a group's number and one, 0 for none. */
  private final int[] table;

  /** For each group its key. */
  private final long[] keys;

  private int size;

  final int[] count;
  final int[] tokens;
  final int[] blocks;
  private final int[] linkedTokens;
  private final int[] longTokens;

  /**
   * Makes room for at most {@code most} groups.
   *
   * @param links whether linked and long blocks are summed
   */
  GroupedSums(int most, boolean links) {
    table = new int[Integer.highestOneBit(Math.max(4, most)) * 4];
    keys = new long[most];
    count = new int[most];
    tokens = new int[most];
    blocks = new int[most];
    linkedTokens = links ? new int[most] : NO_TABLE;
    longTokens = links ? new int[most] : NO_TABLE;
  }

  /** Returns the number of the group of {@code key}, a new one when it is new. */
  int group(long key) {
    long nonZero = key == 0 ? 1 : key;
    int slot = (int) (nonZero ^ (nonZero >>> 32)) & (table.length - 1);
    while (table[slot] != 0) {
      if (keys[table[slot] - 1] == nonZero) {
        return table[slot] - 1;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    keys[size] = nonZero;
    size++;
    table[slot] = size;
    return size - 1;
  }

  /**
   * Returns the sums of the groups that {@code members} name, below zero being none; there they get
   * new numbers. No more groups can be found or added.
   */
  GroupedSums only(int[]... members) {
    int[] old = new int[size];
    int[] numbers = new int[size];
    int kept = 0;
    for (int[] groups : members) {
      for (int i = 0; i < groups.length; i++) {
        int group = groups[i];
        if (group >= 0 && numbers[group] == 0) {
          old[kept++] = group;
          numbers[group] = kept;
        }
        groups[i] = group < 0 ? group : numbers[group] - 1;
      }
    }
    return new GroupedSums(this, Arrays.copyOf(old, kept));
  }

  private GroupedSums(GroupedSums all, int[] groups) {
    table = NO_TABLE;
    keys = NO_KEYS;
    size = groups.length;
    count = taken(all.count, groups);
    tokens = taken(all.tokens, groups);
    blocks = taken(all.blocks, groups);
    linkedTokens = taken(all.linkedTokens, groups);
    longTokens = taken(all.longTokens, groups);
  }

  private static int[] taken(int[] sums, int[] groups) {
    int[] taken = new int[sums.length == 0 ? 0 : groups.length];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = sums[groups[i]];
    }
    return taken;
  }

  /** Adds the blocks from {@code from} to before {@code to} as one member of {@code group}. */
  void add(int group, FeatureContext view, int from, int to) {
    count[group]++;
    blocks[group] += to - from;
    tokens[group] += view.tokens(from, to);
    if (linkedTokens.length == 0) {
      return;
    }
    linkedTokens[group] += view.linkedBefore[to] - view.linkedBefore[from];
    longTokens[group] += view.longTokensBefore[to] - view.longTokensBefore[from];
  }

  float linked(int group) {
    return tokens[group] == 0 ? 0 : (float) linkedTokens[group] / tokens[group];
  }

  float longShare(int group) {
    return tokens[group] == 0 ? 0 : (float) longTokens[group] / tokens[group];
  }
}
