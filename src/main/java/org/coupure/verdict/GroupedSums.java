package org.coupure.verdict;

import java.util.Arrays;
import org.coupure.text.LongIntMap;

/** Sums over ranges of blocks, grouped by a 64-bit key. Filled once a page. */
final class GroupedSums {
  private static final int[] NO_TABLE = {};

  /** By key a group's number and one. */
  private final LongIntMap groups;

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
    groups = new LongIntMap(most);
    count = new int[most];
    tokens = new int[most];
    blocks = new int[most];
    linkedTokens = links ? new int[most] : NO_TABLE;
    longTokens = links ? new int[most] : NO_TABLE;
  }

  /** Returns the number of the group of {@code key}, a new one when it is new. */
  int group(long key) {
    long nonZero = key == 0 ? 1 : key;
    int known = groups.get(nonZero);
    if (known == 0) {
      known = groups.size() + 1;
      groups.put(nonZero, known);
    }
    return known - 1;
  }

  /**
   * Returns the sums of the groups that {@code members} name, below zero being none; there they get
   * new numbers. No more groups can be found or added.
   */
  GroupedSums only(int[]... members) {
    int[] old = new int[groups.size()];
    int[] numbers = new int[groups.size()];
    int kept = 0;
    for (int[] member : members) {
      for (int i = 0; i < member.length; i++) {
        int group = member[i];
        if (group >= 0 && numbers[group] == 0) {
          old[kept++] = group;
          numbers[group] = kept;
        }
        member[i] = group < 0 ? group : numbers[group] - 1;
      }
    }
    return new GroupedSums(this, Arrays.copyOf(old, kept));
  }

  private GroupedSums(GroupedSums all, int[] taken) {
    groups = new LongIntMap(0);
    count = taken(all.count, taken);
    tokens = taken(all.tokens, taken);
    blocks = taken(all.blocks, taken);
    linkedTokens = taken(all.linkedTokens, taken);
    longTokens = taken(all.longTokens, taken);
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
