package org.coupure.verdict;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gradient-boosted regression trees (Friedman 2001), evaluated test by test for all blocks of a
 * page at once instead of node by node (after QuickScorer, Lucchese et al. 2015): every block has a
 * word of bits, one for each leaf of a tree; each test that fails clears the leaves on its left;
 * the lowest bit left is the leaf that the block falls into. Tests that turn out the same for all
 * blocks of the page, which are more than half, are made once, and what they put out of reach is
 * not tested at all. The others run over columns in loops without branches, which the compiler
 * turns into vector instructions. Immutable and thread-safe.
 */
final class TreeModel {
  /** Leaves of a tree fit the bits of an int. */
  private static final int MOST_LEAVES = Integer.SIZE;

  /** Where each tree's nodes and leaves begin; one longer than there are trees. */
  final int[] firstNodes;

  final int[] firstLeaves;

  /** Nodes in preorder, a tree behind the other; a child below zero is the complement of a leaf. */
  final Nodes nodes;

  final float[] leaves;

  private volatile @Nullable TestOrder order;

  private TreeModel(int[] firstNodes, int[] firstLeaves, Nodes nodes, float[] leaves) {
    this.firstNodes = firstNodes;
    this.firstLeaves = firstLeaves;
    this.nodes = nodes;
    this.leaves = leaves;
  }

  /**
   * Reads trees as the training program writes them.
   *
   * @throws IOException if a tree has more than 32 leaves or names a feature that is not there
   */
  static TreeModel read(DataInputStream in, int features) throws IOException {
    int[] firstNodes = new int[in.readInt() + 1];
    int[] firstLeaves = new int[firstNodes.length];
    Nodes.Builder nodes = new Nodes.Builder();
    float[] leaves = new float[1024];
    for (int tree = 1; tree < firstNodes.length; tree++) {
      int inner = in.readUnsignedShort();
      int ends = in.readUnsignedShort();
      if (ends > MOST_LEAVES) {
        throw new IOException("a tree has " + ends + " leaves, the limit is " + MOST_LEAVES);
      }
      nodes.read(in, inner, features);
      int leaf = firstLeaves[tree - 1];
      firstNodes[tree] = firstNodes[tree - 1] + inner;
      firstLeaves[tree] = leaf + ends;
      if (firstLeaves[tree] > leaves.length) {
        leaves = Arrays.copyOf(leaves, 2 * firstLeaves[tree]);
      }
      for (; leaf < firstLeaves[tree]; leaf++) {
        leaves[leaf] = in.readFloat();
      }
    }
    return new TreeModel(firstNodes, firstLeaves, nodes.build(), leaves);
  }

  /** Returns the sum over all trees for each block of {@code table}. */
  float[] sums(FeatureTable table) {
    float[] sums = new float[table.rows()];
    if (sums.length == 1) {
      sums[0] = walk(table);
    } else if (sums.length > 1) {
      new TreeTests(this, table).add(sums, 0);
    }
    return sums;
  }

  /** Returns the sum for a table of one row: nothing is shared, so each tree is walked down. */
  private float walk(FeatureTable table) {
    float sum = 0;
    for (int tree = 0; tree < size(); tree++) {
      int first = firstNodes[tree];
      int at = first == firstNodes[tree + 1] ? -1 : 0;
      while (at >= 0) {
        int node = first + at;
        boolean holds = table.place(0, nodes.features[node]) < nodes.limits[node];
        at = holds ? nodes.left[node] : nodes.right[node];
      }
      sum += leaves[firstLeaves[tree] + ~at];
    }
    return sum;
  }

  /**
   * Returns how much each feature moved the sum of one block, by the change of the mean at each
   * split on its way (Saabas 2014).
   */
  float[] contributions(FeatureTable table, int row) {
    float[] moved = new float[table.width()];
    for (int tree = 0; tree < size(); tree++) {
      int first = firstNodes[tree];
      int at = first == firstNodes[tree + 1] ? -1 : 0;
      while (at >= 0) {
        int node = first + at;
        int feature = nodes.features[node];
        boolean holds = table.place(row, feature) < nodes.limits[node];
        at = holds ? nodes.left[node] : nodes.right[node];
        float mean = at >= 0 ? nodes.means[first + at] : leaves[firstLeaves[tree] + ~at];
        moved[feature] += mean - nodes.means[node];
      }
    }
    return moved;
  }

  /** Returns the tests by feature and limit; made when first asked for, as kinds never ask. */
  TestOrder order(int features) {
    TestOrder made = order;
    if (made == null) {
      made = new TestOrder(features, firstNodes, nodes);
      order = made;
    }
    return made;
  }

  int size() {
    return firstNodes.length - 1;
  }
}
