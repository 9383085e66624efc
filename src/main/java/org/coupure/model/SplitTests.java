package org.coupure.model;

import java.util.Arrays;

/**
 * The tests of all trees, made on the blocks of a page, some of them at a time. Not thread-safe;
 * made once a page.
 */
final class SplitTests {
  private static final int ALL = -1;

  /** Tests made in one pass over the blocks: as many as leave everything in registers. */
  private static final int AT_ONCE = 4;

  private final SplitOrder order;
  private final FeatureTable table;
  private final TreeNodes nodes;

  /** For each tree the leaves that are left by tests of what all blocks of the page share. */
  private final int[] leftByPage;

  /** The same by all tests that turn out the same for all blocks of the table. */
  private final int[] left;

  /** For each tree the other tests, a bit for each node. */
  private final int[] differing;

  /** For each block the leaves of the tree that it may fall into, by its own tests. */
  private final int[] alive;

  /** What is to be made of the tests of the tree, and what of them is made at once. */
  private final int[] open = new int[Integer.SIZE + AT_ONCE];

  private int count;

  /** Begins with the tests of what {@code table} says of all blocks of the page. */
  SplitTests(TreeNodes nodes, SplitOrder order, FeatureTable table) {
    this.nodes = nodes;
    this.order = order;
    this.table = table;
    this.leftByPage = new int[nodes.trees()];
    this.left = new int[nodes.trees()];
    this.differing = new int[nodes.trees()];
    this.alive = table.room();
    Arrays.fill(left, ALL);
    for (int feature = table.own(); feature < table.width(); feature++) {
      int place = table.place(0, feature);
      sift(feature, place, place);
    }
    System.arraycopy(left, 0, leftByPage, 0, left.length);
  }

  /**
   * Adds the value of all trees for each block in the table to {@code sums}, from {@code to} on.
   */
  void add(float[] sums, int to) {
    System.arraycopy(leftByPage, 0, left, 0, left.length);
    Arrays.fill(differing, 0);
    for (int feature = 0; feature < table.own(); feature++) {
      bound(feature, table.column(feature));
    }
    for (int tree = 0; tree < left.length; tree++) {
      list(nodes.firstNodes[tree], differing[tree], left[tree]);
      add(left[tree], nodes.firstLeaves[tree], sums, to);
    }
  }

  private void bound(int feature, int[] column) {
    int low = column[FeatureTable.FIRST];
    int high = low;
    for (int i = FeatureTable.FIRST; i < FeatureTable.FIRST + table.rows(); i++) {
      low = Math.min(low, column[i]);
      high = Math.max(high, column[i]);
    }
    sift(feature, low, high);
  }

  /** Sorts out the tests of a feature whose smallest and largest place are told. */
  private void sift(int feature, int low, int high) {
    int end = order.starts[feature + 1];
    int at = order.starts[feature];
    for (; at < end && order.limits[at] <= low; at++) {
      left[order.trees[at]] &= order.notLeft[at];
    }
    for (; at < end && order.limits[at] <= high; at++) {
      differing[order.trees[at]] |= order.bits[at];
    }
    for (; at < end; at++) {
      left[order.trees[at]] &= order.notRight[at];
    }
  }

  /** Writes down those of a tree's {@code tests} that still matter. */
  private void list(int first, int tests, int common) {
    int found = 0;
    for (int rest = tests; rest != 0; rest &= rest - 1) {
      // A test that no block comes to has none of its leaves left. No branch, because no processor
      // foresees it.
      int node = first + Integer.numberOfTrailingZeros(rest);
      open[found] = node;
      found += (common & ~nodes.notLeft[node]) != 0 ? 1 : 0;
    }
    count = found;
  }

  private void add(int common, int first, float[] sums, int to) {
    float[] leaves = nodes.leaves;
    int rows = table.rows();
    if (count == 0) {
      float value = leaves[first + Integer.numberOfTrailingZeros(common)];
      for (int i = 0; i < rows; i++) {
        sums[to + i] += value;
      }
      return;
    }
    // Tests are made in fours; the last is repeated where there are fewer.
    for (int k = 0; k < AT_ONCE; k++) {
      open[count + k] = open[count - 1];
    }
    int end = table.end();
    for (int i = FeatureTable.FIRST; i < end; i++) {
      alive[i] = common;
    }
    for (int at = 0; at < count; at += AT_ONCE) {
      test(open[at], open[at + 1], open[at + 2], open[at + 3]);
    }
    for (int i = 0; i < rows; i++) {
      sums[to + i] += leaves[first + Integer.numberOfTrailingZeros(alive[FeatureTable.FIRST + i])];
    }
  }

  private void test(int a, int b, int c, int d) {
    test(
        table.column(nodes.features[a]),
        table.column(nodes.features[b]),
        table.column(nodes.features[c]),
        table.column(nodes.features[d]),
        nodes.limits[a],
        nodes.limits[b],
        nodes.limits[c],
        nodes.limits[d],
        nodes.notLeft[a],
        nodes.notLeft[b],
        nodes.notLeft[c],
        nodes.notLeft[d],
        alive,
        table.end());
  }

  /** A difference below zero, shifted, is all ones: the test holds and nothing is cleared. */
  private static void test(
      int[] a,
      int[] b,
      int[] c,
      int[] d,
      int limitA,
      int limitB,
      int limitC,
      int limitD,
      int maskA,
      int maskB,
      int maskC,
      int maskD,
      int[] alive,
      int end) {
    for (int i = FeatureTable.FIRST; i < end; i++) {
      alive[i] &=
          ((a[i] - limitA) >> 31 | maskA)
              & ((b[i] - limitB) >> 31 | maskB)
              & ((c[i] - limitC) >> 31 | maskC)
              & ((d[i] - limitD) >> 31 | maskD);
    }
  }
}
