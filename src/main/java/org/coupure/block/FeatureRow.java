package org.coupure.block;

/** The features of one block while they are being written, one after another. Not thread-safe. */
final class FeatureRow {
  private final float[] values;
  private int at;

  FeatureRow(float[] values) {
    this.values = values;
  }

  void start(int offset) {
    at = offset;
  }

  void add(float value) {
    values[at++] = value;
  }

  /** Returns where the next value goes. */
  int position() {
    return at;
  }
}
