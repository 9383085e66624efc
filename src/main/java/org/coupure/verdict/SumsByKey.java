package org.coupure.verdict;

/** Sums over ranges of blocks, grouped by a 64-bit key. Open addressing; filled once a page. */
final class SumsByKey {
  private final long[] keys;
  private final int[] groups;
  private int size;

  final int[] count;
  final int[] tokens;
  final int[] linkedTokens;
  final int[] longTokens;
  final int[] blocks;

  /** Makes room for at most {@code most} groups. */
  SumsByKey(int most) {
    int capacity = Integer.highestOneBit(Math.max(4, most)) * 4;
    keys = new long[capacity];
    groups = new int[capacity];
    count = new int[most];
    tokens = new int[most];
    linkedTokens = new int[most];
    longTokens = new int[most];
    blocks = new int[most];
  }

  /** Returns the number of the group of {@code key}, a new one when it is new. */
  int group(long key) {
    long nonZero = key == 0 ? 1 : key;
    int slot = (int) (nonZero ^ (nonZero >>> 32)) & (keys.length - 1);
    while (keys[slot] != 0) {
      if (keys[slot] == nonZero) {
        return groups[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = nonZero;
    groups[slot] = size;
    return size++;
  }

  /** Adds the blocks from {@code from} to before {@code to} as one member of {@code group}. */
  void add(int group, PageView view, int from, int to) {
    count[group]++;
    blocks[group] += to - from;
    tokens[group] += view.tokens(from, to);
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
