package org.coupure.model;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The nodes and leaves of all trees of a model as flat arrays, each tree's nodes in preorder and
 * one tree behind the other: a page's blocks are tested by all of them in this order. The arrays
 * are not to be changed.
 */
final class TreeNodes {
  /** Where each tree's nodes and leaves begin; one longer than there are trees. */
  final int[] firstNodes;

  final int[] firstLeaves;
  final float[] leaves;
  final int[] features;

  /** The place of the least value that fails the test; the left child is for those that hold. */
  final int[] limits;

  /** All leaves but those on the left, and all but those on the right. */
  final int[] notLeft;

  final int[] notRight;

  /** Children count from the tree's own first node; below zero they are complements of leaves. */
  final short[] left;

  final short[] right;

  /** The mean of what falls into the node. */
  final float[] means;

  private TreeNodes(int[] firstNodes, int[] firstLeaves, float[] leaves, Builder builder) {
    this.firstNodes = firstNodes;
    this.firstLeaves = firstLeaves;
    this.leaves = leaves;
    int size = builder.size;
    features = Arrays.copyOf(builder.features, size);
    limits = Arrays.copyOf(builder.limits, size);
    notLeft = Arrays.copyOf(builder.notLeft, size);
    notRight = Arrays.copyOf(builder.notRight, size);
    left = Arrays.copyOf(builder.left, size);
    right = Arrays.copyOf(builder.right, size);
    means = Arrays.copyOf(builder.means, size);
  }

  /** Returns how many trees there are. */
  int trees() {
    return firstNodes.length - 1;
  }

  /** Collects the nodes of one tree after the other. Not thread-safe. */
  static final class Builder {
    private int[] features = {};
    private int[] limits = {};
    private int[] notLeft = {};
    private int[] notRight = {};
    private short[] left = {};
    private short[] right = {};
    private float[] means = {};
    private int size;

    /**
     * Reads one tree's nodes.
     *
     * @param known how many features there are
     * @throws IOException if a node asks for a feature that is not there
     */
    void read(DataInputStream in, int count, int known) throws IOException {
      int first = size;
      size += count;
      if (size > features.length) {
        resize(Math.max(1024, size * 2));
      }
      for (int node = first; node < size; node++) {
        features[node] = in.readUnsignedShort();
        if (features[node] >= known) {
          throw new IOException("a tree asks for feature " + features[node] + " of " + known);
        }
        limits[node] = FeatureTable.place(in.readFloat()) + 1;
        left[node] = in.readShort();
        right[node] = in.readShort();
        means[node] = in.readFloat();
      }
      for (int node = first; node < size; node++) {
        notLeft[node] = ~leavesUnder(first, left[node]);
        notRight[node] = ~leavesUnder(first, right[node]);
      }
    }

    private void resize(int capacity) {
      features = Arrays.copyOf(features, capacity);
      limits = Arrays.copyOf(limits, capacity);
      notLeft = Arrays.copyOf(notLeft, capacity);
      notRight = Arrays.copyOf(notRight, capacity);
      left = Arrays.copyOf(left, capacity);
      right = Arrays.copyOf(right, capacity);
      means = Arrays.copyOf(means, capacity);
    }

    private int leavesUnder(int first, int child) {
      return child < 0
          ? 1 << ~child
          : leavesUnder(first, left[first + child]) | leavesUnder(first, right[first + child]);
    }

    TreeNodes build(int[] firstNodes, int[] firstLeaves, float[] leaves) {
      return new TreeNodes(firstNodes, firstLeaves, leaves, this);
    }
  }
}
