package org.coupure.model;

import java.util.Arrays;

/**
 * The tests of all trees by feature and limit. Of one feature those that fail for all blocks of a
 * table come first, those that hold for all come last, and what lies between differs. Immutable;
 * the arrays are not to be changed.
 */
final class SplitOrder {
  /** Where each feature's tests begin; one longer than there are features. */
  final int[] starts;

  final int[] limits;
  final int[] notLeft;
  final int[] notRight;

  /** Each test's tree, and its node there as a bit. */
  final int[] trees;

  final int[] bits;

  /**
   * @param features how many features there are
   * @param nodes the nodes of all trees
   */
  SplitOrder(int features, TreeNodes nodes) {
    int[] firstNodes = nodes.firstNodes;
    int size = nodes.features.length;
    starts = new int[features + 1];
    limits = new int[size];
    notLeft = new int[size];
    notRight = new int[size];
    trees = new int[size];
    bits = new int[size];
    int[] tree = new int[size];
    for (int t = 1; t + 1 < firstNodes.length; t++) {
      Arrays.fill(tree, firstNodes[t], firstNodes[t + 1], t);
    }
    long[] order = byLimit(nodes);
    for (long key : order) {
      starts[nodes.features[(int) key] + 1]++;
    }
    for (int feature = 0; feature < features; feature++) {
      starts[feature + 1] += starts[feature];
    }
    int[] next = starts.clone();
    for (long key : order) {
      int node = (int) key;
      int at = next[nodes.features[node]]++;
      limits[at] = nodes.limits[node];
      notLeft[at] = nodes.notLeft[node];
      notRight[at] = nodes.notRight[node];
      trees[at] = tree[node];
      bits[at] = 1 << (node - firstNodes[tree[node]]);
    }
  }

  /** Returns the nodes in the order of their limits, in the lower half of each number. */
  private static long[] byLimit(TreeNodes nodes) {
    long[] order = new long[nodes.limits.length];
    for (int node = 0; node < order.length; node++) {
      order[node] = (long) nodes.limits[node] << Integer.SIZE | node;
    }
    Arrays.sort(order);
    return order;
  }
}
