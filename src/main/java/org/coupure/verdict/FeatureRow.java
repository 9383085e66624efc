package org.coupure.verdict;

/** The features of one block while they are being written, one after another. Not thread-safe. */
final class FeatureRow {
  private final FeatureTable table;
  private int row;
  private int at;

  FeatureRow(FeatureTable table) {
    this.table = table;
  }

  void start(int block) {
    start(block, 0);
  }

  /** Starts a block's row at the column {@code first}. */
  void start(int block, int first) {
    row = block;
    at = first;
  }

  void add(float value) {
    table.set(row, at++, value);
  }

  /** Returns the column that comes next. */
  int size() {
    return at;
  }
}
