package org.coupure.model;

/** The features of one block while they are being written, one after another. Not thread-safe. */
public final class FeatureRow {
  private final FeatureTable table;
  private int row;
  private int at;

  /** Writes into {@code table}; a row is to be started first. */
  public FeatureRow(FeatureTable table) {
    this.table = table;
  }

  /** Starts a block's row at its first column. */
  public void start(int block) {
    start(block, 0);
  }

  /** Starts a block's row at the column {@code first}. */
  public void start(int block, int first) {
    row = block;
    at = first;
  }

  /** Writes the next column's value. */
  public void add(float value) {
    table.set(row, at++, value);
  }

  /** Returns the column that comes next. */
  public int size() {
    return at;
  }
}
