package org.coupure.block;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * Gradient-boosted regression trees (Friedman 2001) as flat arrays, evaluated tree by tree so that
 * a tree stays in the fastest cache while all rows of a page pass through it. Immutable and
 * thread-safe.
 *
 * <p>A node is five ints in a row: feature, threshold's bits, left child, right child, and the bits
 * of the mean that training rows had there. A child below zero is a leaf, whose value's place is
 * the child's complement.
 */
final class TreeModel {
  private static final int NODE = 5;
  private static final int LEFT = 2;
  private static final int MEAN = 4;

  private final int[] nodes;
  private final float[] leaves;
  private final int[] roots;

  private TreeModel(int[] nodes, float[] leaves, int[] roots) {
    this.nodes = nodes;
    this.leaves = leaves;
    this.roots = roots;
  }

  /** Reads trees as the training program writes them. */
  static TreeModel read(DataInputStream in) throws IOException {
    int trees = in.readInt();
    int allNodes = in.readInt();
    int allLeaves = in.readInt();
    int[] nodes = new int[allNodes * NODE];
    float[] leaves = new float[allLeaves];
    int[] roots = new int[trees];
    int node = 0;
    int leaf = 0;
    for (int tree = 0; tree < trees; tree++) {
      int inner = in.readUnsignedShort();
      int ends = in.readUnsignedShort();
      roots[tree] = inner == 0 ? ~leaf : node * NODE;
      for (int i = 0; i < inner; i++) {
        int at = (node + i) * NODE;
        nodes[at] = in.readUnsignedShort();
        nodes[at + 1] = in.readInt();
        for (int side = 0; side < 2; side++) {
          int child = in.readShort();
          nodes[at + LEFT + side] = child < 0 ? ~(leaf + ~child) : (node + child) * NODE;
        }
        nodes[at + MEAN] = in.readInt();
      }
      for (int i = 0; i < ends; i++) {
        leaves[leaf + i] = in.readFloat();
      }
      node += inner;
      leaf += ends;
    }
    return new TreeModel(nodes, leaves, roots);
  }

  /** Returns the sum over all trees for each of the {@code rows} rows of {@code values}. */
  float[] sums(float[] values, int width, int rows) {
    float[] sums = new float[rows];
    for (int root : roots) {
      int offset = 0;
      for (int row = 0; row < rows; row++) {
        int at = root;
        while (at >= 0) {
          boolean left = values[offset + nodes[at]] <= Float.intBitsToFloat(nodes[at + 1]);
          at = nodes[at + (left ? LEFT : LEFT + 1)];
        }
        sums[row] += leaves[~at];
        offset += width;
      }
    }
    return sums;
  }

  /**
   * Returns how much each feature moved the sum of one row, by the change of the mean at each split
   * on its way (Saabas 2014).
   */
  float[] contributions(float[] values, int offset, int width) {
    float[] moved = new float[width];
    for (int root : roots) {
      int at = root;
      while (at >= 0) {
        int feature = nodes[at];
        float mean = Float.intBitsToFloat(nodes[at + MEAN]);
        boolean left = values[offset + feature] <= Float.intBitsToFloat(nodes[at + 1]);
        at = nodes[at + (left ? LEFT : LEFT + 1)];
        float next = at >= 0 ? Float.intBitsToFloat(nodes[at + MEAN]) : leaves[~at];
        moved[feature] += next - mean;
      }
    }
    return moved;
  }

  int size() {
    return roots.length;
  }
}
