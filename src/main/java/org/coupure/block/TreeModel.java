package org.coupure.block;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Gradient-boosted regression trees (Friedman 2001), evaluated feature by feature instead of node
 * by node (QuickScorer, Lucchese et al. 2015): every tree has a word of bits, one for each leaf,
 * and each test that fails clears the leaves that lie on its other side; the lowest bit left is the
 * leaf that the row falls into. Tests of one feature are sorted, so a row passes over just those
 * that fail, without a branch that a processor could guess wrong. Immutable and thread-safe.
 */
final class TreeModel {
  /** Leaves of a tree fit the bits of an int. */
  private static final int MOST_LEAVES = Integer.SIZE;

  private final Tree[] trees;

  /** Where each feature's tests begin; one longer than there are features. */
  private final int[] firstTest;

  private final float[] thresholds;
  private final int[] testTrees;
  private final int[] masks;

  /** {@link #MOST_LEAVES} values a tree. */
  private final float[] leaves;

  private TreeModel(Tree[] trees, int features) {
    this.trees = trees;
    Test[] tests = tests(trees);
    firstTest = new int[features + 1];
    thresholds = new float[tests.length];
    testTrees = new int[tests.length];
    masks = new int[tests.length];
    for (int i = 0; i < tests.length; i++) {
      firstTest[tests[i].feature + 1]++;
      thresholds[i] = tests[i].threshold;
      testTrees[i] = tests[i].tree;
      masks[i] = tests[i].mask;
    }
    for (int feature = 0; feature < features; feature++) {
      firstTest[feature + 1] += firstTest[feature];
    }
    leaves = new float[trees.length * MOST_LEAVES];
    for (int tree = 0; tree < trees.length; tree++) {
      float[] values = trees[tree].leaves;
      System.arraycopy(values, 0, leaves, tree * MOST_LEAVES, values.length);
    }
  }

  /**
   * Reads trees as the training program writes them.
   *
   * @throws IOException if a tree has more than 32 leaves or names a feature that is not there
   */
  static TreeModel read(DataInputStream in, int features) throws IOException {
    Tree[] trees = new Tree[in.readInt()];
    for (int i = 0; i < trees.length; i++) {
      trees[i] = Tree.read(in, features);
    }
    return new TreeModel(trees, features);
  }

  /** Returns the tests of all trees, sorted by feature and threshold. */
  private static Test[] tests(Tree[] trees) {
    int count = 0;
    for (Tree tree : trees) {
      count += tree.features.length;
    }
    Test[] tests = new Test[count];
    int at = 0;
    for (int tree = 0; tree < trees.length; tree++) {
      for (int node = 0; node < trees[tree].features.length; node++) {
        int mask = ~trees[tree].leavesLeftOf(node);
        tests[at++] =
            new Test(trees[tree].features[node], trees[tree].thresholds[node], tree, mask);
      }
    }
    Arrays.sort(
        tests,
        (a, b) ->
            a.feature != b.feature
                ? Integer.compare(a.feature, b.feature)
                : Float.compare(a.threshold, b.threshold));
    return tests;
  }

  /**
   * Returns the sum over all trees for each of the {@code rows} rows of {@code values}.
   *
   * @param shared features from this one on have the same value in all rows; they are tested once
   */
  float[] sums(float[] values, int width, int rows, int shared) {
    float[] sums = new float[rows];
    if (rows == 0) {
      return sums;
    }
    int[] common = new int[trees.length];
    Arrays.fill(common, -1);
    test(values, 0, shared, width, common);
    int[] alive = new int[trees.length];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(common, 0, alive, 0, alive.length);
      test(values, row * width, 0, shared, alive);
      float sum = 0;
      for (int tree = 0; tree < alive.length; tree++) {
        sum += leaves[tree * MOST_LEAVES + Integer.numberOfTrailingZeros(alive[tree])];
      }
      sums[row] = sum;
    }
    return sums;
  }

  private void test(float[] values, int offset, int from, int to, int[] alive) {
    for (int feature = from; feature < to; feature++) {
      float value = values[offset + feature];
      int end = firstTest[feature + 1];
      for (int i = firstTest[feature]; i < end && value > thresholds[i]; i++) {
        alive[testTrees[i]] &= masks[i];
      }
    }
  }

  /**
   * Returns how much each feature moved the sum of one row, by the change of the mean at each split
   * on its way (Saabas 2014).
   */
  float[] contributions(float[] values, int offset, int width) {
    float[] moved = new float[width];
    for (Tree tree : trees) {
      tree.contribute(values, offset, moved);
    }
    return moved;
  }

  int size() {
    return trees.length;
  }

  /** A test that fails for values above the threshold. */
  private record Test(int feature, float threshold, int tree, int mask) {}

  /** One tree: inner nodes in preorder; a child below zero is the complement of a leaf. */
  private static final class Tree {
    final int[] features;
    final float[] thresholds;
    final int[] left;
    final int[] right;
    final float[] means;
    final float[] leaves;

    private Tree(int nodes, int ends) {
      features = new int[nodes];
      thresholds = new float[nodes];
      left = new int[nodes];
      right = new int[nodes];
      means = new float[nodes];
      leaves = new float[ends];
    }

    static Tree read(DataInputStream in, int features) throws IOException {
      Tree tree = new Tree(in.readUnsignedShort(), in.readUnsignedShort());
      if (tree.leaves.length > MOST_LEAVES) {
        throw new IOException(
            "a tree has " + tree.leaves.length + " leaves, the limit is " + MOST_LEAVES);
      }
      for (int i = 0; i < tree.features.length; i++) {
        tree.features[i] = in.readUnsignedShort();
        if (tree.features[i] >= features) {
          throw new IOException("a tree asks for feature " + tree.features[i] + " of " + features);
        }
        tree.thresholds[i] = in.readFloat();
        tree.left[i] = in.readShort();
        tree.right[i] = in.readShort();
        tree.means[i] = in.readFloat();
      }
      for (int i = 0; i < tree.leaves.length; i++) {
        tree.leaves[i] = in.readFloat();
      }
      return tree;
    }

    /** Returns the bits of the leaves that lie left of {@code node}. */
    int leavesLeftOf(int node) {
      return leavesUnder(left[node]);
    }

    private int leavesUnder(int child) {
      return child < 0 ? 1 << ~child : leavesUnder(left[child]) | leavesUnder(right[child]);
    }

    void contribute(float[] values, int offset, float[] moved) {
      int at = features.length == 0 ? -1 : 0;
      while (at >= 0) {
        int feature = features[at];
        float mean = means[at];
        at = values[offset + feature] <= thresholds[at] ? left[at] : right[at];
        moved[feature] += (at >= 0 ? means[at] : leaves[~at]) - mean;
      }
    }
  }
}
