package org.coupure.model;

/**
 * The features of a page's blocks, a column a feature, as whole numbers in the order of the values:
 * what the trees ask is only which of two values is larger, and over columns of whole numbers a
 * compiler answers that for eight blocks or more at a time. Not thread-safe while it is written.
 */
public final class FeatureTable {
  /**
   * The bits of 2^-40. Anything nearer to zero counts as zero, and anything beyond 2^87 as that, so
   * that the difference of any two places fits an int; features are shares of page counts and sums
   * of rounded odds.
   */
  private static final int SMALL = (127 - 40) << 23;

  private static final int MOST = (1 << 30) - 1;

  /**
   * Columns begin at this index and end at one more than a multiple of {@link #LANES}. A compiled
   * loop makes one step alone, before it counts in vectors from a place that is aligned in an
   * array, and the rest one by one: so there is none.
   */
  static final int FIRST = 11;

  /** Whole numbers in a vector of 512 bits. */
  private static final int LANES = 16;

  private final int[][] columns;

  /** The features that have one value for all blocks, and how many have one for each. */
  private final int[] shared;

  private final int own;
  private int rows;

  /** Makes a table of zeros, {@code width} features for each of {@code rows} blocks. */
  public FeatureTable(int rows, int width) {
    this(rows, width, width);
  }

  /** Makes a table whose features from the number {@code own} on are the same for all blocks. */
  public FeatureTable(int rows, int width, int own) {
    this.rows = rows;
    this.own = own;
    this.columns = new int[own][];
    this.shared = new int[width - own];
    for (int feature = 0; feature < own; feature++) {
      columns[feature] = room();
    }
  }

  /** Returns an array as long as the columns. */
  int[] room() {
    return new int[end()];
  }

  /** Returns where columns end; from behind the last row on they hold nothing of use. */
  int end() {
    return FIRST + full(rows);
  }

  /** Returns how many rows there is room for where {@code rows} are asked for. */
  static int full(int rows) {
    return 1 + (rows + LANES - 2) / LANES * LANES;
  }

  /** Makes the table hold {@code rows} rows, not more than it was made for. */
  void resize(int rows) {
    this.rows = rows;
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

  /** Returns how many blocks the table holds. */
  public int rows() {
    return rows;
  }

  /** Returns how many features there are. */
  public int width() {
    return own + shared.length;
  }

  /** Sets one block's value of a feature of its own. */
  public void set(int row, int feature, float value) {
    columns[feature][FIRST + row] = place(value);
  }

  /** Sets a value that all blocks share. */
  public void share(int feature, float value) {
    shared[feature - own] = place(value);
  }

  /** Returns the value of a feature for the block in {@code row}. */
  public float get(int row, int feature) {
    return value(place(row, feature));
  }

  /** Returns the place of one block's value. */
  int place(int row, int feature) {
    return feature < own ? columns[feature][FIRST + row] : shared[feature - own];
  }

  /** Returns how many features have a value for each block; the others are the last. */
  public int own() {
    return own;
  }

  /** Returns the places of a block's own feature, a block each, from {@link #FIRST} on. */
  int[] column(int feature) {
    return columns[feature];
  }

  /** Returns the values of all features for the first block, then for the second … */
  public float[] values() {
    float[] values = new float[rows * width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(i / width(), i % width());
    }
    return values;
  }
}
