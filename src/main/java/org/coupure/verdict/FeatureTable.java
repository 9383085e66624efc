package org.coupure.verdict;

import java.util.Arrays;

/**
 * The features of a page's blocks, a column a feature, as whole numbers in the order of the values:
 * what the trees ask is only which of two values is larger, and over columns of whole numbers a
 * compiler answers that for eight blocks or more at a time. Not thread-safe while it is written.
 */
final class FeatureTable {
  /**
   * The bits of 2^-40. Anything nearer to zero counts as zero, and anything beyond 2^87 as that, so
   * that the difference of any two places fits an int; features are shares of page counts and sums
   * of rounded odds.
   */
  private static final int SMALL = (127 - 40) << 23;

  private static final int MOST = (1 << 30) - 1;

  private final int[][] columns;
  private final int rows;

  FeatureTable(int rows, int width) {
    this.rows = rows;
    this.columns = new int[width][rows];
  }

  /** Returns the place of {@code value} in the order of all values; equal values share one. */
  static int place(float value) {
    int bits = Float.floatToRawIntBits(value);
    int size = Math.min(Math.max((bits & Integer.MAX_VALUE) - SMALL + 1, 0), MOST);
    // No zero below zero; all else below zero counts downwards from -1.
    return value < 0 ? -1 - size : size;
  }

  /** Returns the value at {@code place}. */
  private static float value(int place) {
    int size = place < 0 ? -1 - place : place;
    float value = size == 0 ? 0 : Float.intBitsToFloat(size + SMALL - 1);
    return place < 0 ? -value : value;
  }

  int rows() {
    return rows;
  }

  int width() {
    return columns.length;
  }

  void set(int row, int feature, float value) {
    columns[feature][row] = place(value);
  }

  /** Sets the same value for all blocks. */
  void fill(int feature, float value) {
    Arrays.fill(columns[feature], place(value));
  }

  float get(int row, int feature) {
    return value(columns[feature][row]);
  }

  /** Returns the places of one feature's values, a block each; not to be changed. */
  int[] column(int feature) {
    return columns[feature];
  }

  /** Returns the values of all features for the first block, then for the second … */
  float[] values() {
    float[] values = new float[rows * columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(i / columns.length, i % columns.length);
    }
    return values;
  }
}
