package org.coupure.block;

/** The features of one block while they are being written, one after another. Not thread-safe. */
final class FeatureRow {
  private final FeatureTable table;
  private int row;
  private int at;

  FeatureRow(FeatureTable table) {
    this.table = table;
  }

  void start(int block) {
    row = block;
    at = 0;
  }

  void add(float value) {
    table.set(row, at++, value);
  }

  /** Returns how many values were written. */
  int size() {
    return at;
  }
}
