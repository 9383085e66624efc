package org.coupure.model;

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
public final class TreeModel {
  /** Leaves of a tree fit the bits of an int. */
  private static final int MOST_LEAVES = Integer.SIZE;

  private final TreeNodes nodes;

  private volatile @Nullable SplitOrder order;

  private TreeModel(TreeNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * Reads trees as the training program writes them.
   *
   * @throws IOException if a tree has more than 32 leaves or names a feature that is not there
   */
  public static TreeModel read(DataInputStream in, int features) throws IOException {
    int[] firstNodes = new int[in.readInt() + 1];
    int[] firstLeaves = new int[firstNodes.length];
    TreeNodes.Builder nodes = new TreeNodes.Builder();
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
    return new TreeModel(nodes.build(firstNodes, firstLeaves, leaves));
  }

  /** Returns the sum over all trees for each block of {@code table}. */
  public float[] sums(FeatureTable table) {
    float[] sums = new float[table.rows()];
    if (sums.length == 1) {
      sums[0] = walk(table);
    } else if (sums.length > 1) {
      tests(table).add(sums, 0);
    }
    return sums;
  }

  /** Returns the tests of all trees on the blocks of {@code table}, which is of one page. */
  SplitTests tests(FeatureTable table) {
    return new SplitTests(nodes, order(table.width()), table);
  }

  /** Returns the sum for a table of one row: nothing is shared, so each tree is walked down. */
  private float walk(FeatureTable table) {
    float sum = 0;
    for (int tree = 0; tree < size(); tree++) {
      int first = nodes.firstNodes[tree];
      int at = first == nodes.firstNodes[tree + 1] ? -1 : 0;
      while (at >= 0) {
        int node = first + at;
        boolean holds = table.place(0, nodes.features[node]) < nodes.limits[node];
        at = holds ? nodes.left[node] : nodes.right[node];
      }
      sum += nodes.leaves[nodes.firstLeaves[tree] + ~at];
    }
    return sum;
  }

  /**
   * Returns how much each feature moved the sum of one block, by the change of the mean at each
   * split on its way (Saabas 2014).
   */
  public float[] contributions(FeatureTable table, int row) {
    float[] moved = new float[table.width()];
    for (int tree = 0; tree < size(); tree++) {
      int first = nodes.firstNodes[tree];
      int at = first == nodes.firstNodes[tree + 1] ? -1 : 0;
      while (at >= 0) {
        int node = first + at;
        int feature = nodes.features[node];
        boolean holds = table.place(row, feature) < nodes.limits[node];
        at = holds ? nodes.left[node] : nodes.right[node];
        float mean =
            at >= 0 ? nodes.means[first + at] : nodes.leaves[nodes.firstLeaves[tree] + ~at];
        moved[feature] += mean - nodes.means[node];
      }
    }
    return moved;
  }

  /** Returns the tests by feature and limit; made when first asked for, as kinds never ask. */
  private SplitOrder order(int features) {
    SplitOrder made = order;
    if (made == null || made.starts.length != features + 1) {
      made = new SplitOrder(features, nodes);
      order = made;
    }
    return made;
  }

  /** Returns how many trees there are. */
  public int size() {
    return nodes.trees();
  }
}
