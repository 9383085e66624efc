package org.coupure.verdict;

/**
 * The tests of one tree after the other, made on all blocks of a page. Not thread-safe; made once a
 * page.
 */
final class TreeTests {
  private static final int ALL = -1;

  /** Tests made in one pass over the blocks: as many as leave everything in registers. */
  private static final int AT_ONCE = 4;

  private final FeatureTable table;
  private final Nodes nodes;

  /** The smallest and largest place in each column. */
  private final int[] least;

  private final int[] most;

  /** For each block the leaves of the tree that it may fall into, by its own tests. */
  private final int[] alive;

  /** The leaves that are left by the tests which turn out the same for all blocks. */
  private int common;

  /** The other tests, as far as they matter, and what of them is made at once. */
  private final int[] open = new int[Integer.SIZE + AT_ONCE];

  private int count;

  TreeTests(FeatureTable table, Nodes nodes) {
    this.table = table;
    this.nodes = nodes;
    this.least = new int[table.width()];
    this.most = new int[table.width()];
    this.alive = table.room();
    for (int feature = 0; feature < table.own(); feature++) {
      bound(feature, table.column(feature));
    }
    for (int feature = table.own(); feature < least.length; feature++) {
      least[feature] = table.place(0, feature);
      most[feature] = least[feature];
    }
  }

  private void bound(int feature, int[] column) {
    int low = column[FeatureTable.FIRST];
    int high = low;
    for (int i = FeatureTable.FIRST; i < FeatureTable.FIRST + table.rows(); i++) {
      low = Math.min(low, column[i]);
      high = Math.max(high, column[i]);
    }
    least[feature] = low;
    most[feature] = high;
  }

  /** Sorts out the tests of a tree, which are those {@code from} one to before another. */
  void begin(int from, int to) {
    int left = ALL;
    int found = 0;
    for (int node = from; node < to; node++) {
      int feature = nodes.features[node];
      int limit = nodes.limits[node];
      // All ones where it holds for some, and where it holds for all. No branches, because no
      // processor foresees them.
      int some = (least[feature] - limit) >> 31;
      int every = (most[feature] - limit) >> 31;
      left &= (some | nodes.notLeft[node]) & (~every | nodes.notRight[node]);
      open[found] = node;
      found += some & ~every & 1;
    }
    common = left;
    count = 0;
    for (int k = 0; k < found; k++) {
      // A test that no block comes to has none of its leaves left.
      open[count] = open[k];
      count += (left & ~nodes.notLeft[open[k]]) != 0 ? 1 : 0;
    }
  }

  /** Adds the tree's value for each block to {@code sums}; its leaves begin at {@code first}. */
  void add(float[] leaves, int first, float[] sums) {
    if (count == 0) {
      float value = leaves[first + Integer.numberOfTrailingZeros(common)];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += value;
      }
      return;
    }
    // Tests are made in fours; the last is repeated where there are fewer.
    for (int k = 0; k < AT_ONCE; k++) {
      open[count + k] = open[count - 1];
    }
    for (int i = FeatureTable.FIRST; i < alive.length; i++) {
      alive[i] = common;
    }
    for (int at = 0; at < count; at += AT_ONCE) {
      test(open[at], open[at + 1], open[at + 2], open[at + 3]);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += leaves[first + Integer.numberOfTrailingZeros(alive[FeatureTable.FIRST + i])];
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
        alive);
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
      int[] alive) {
    for (int i = FeatureTable.FIRST; i < alive.length; i++) {
      alive[i] &=
          ((a[i] - limitA) >> 31 | maskA)
              & ((b[i] - limitB) >> 31 | maskB)
              & ((c[i] - limitC) >> 31 | maskC)
              & ((d[i] - limitD) >> 31 | maskD);
    }
  }
}
