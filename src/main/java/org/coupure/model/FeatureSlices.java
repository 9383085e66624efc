package org.coupure.model;

import java.util.List;

/**
 * The features of a page's blocks, computed for some of them at a time: a table of all would be a
 * seventh of the DOM. Not thread-safe.
 */
public final class FeatureSlices {
  /** Smaller tables cost the trees more than the memory is worth. */
  private static final int LEAST = 65;

  private static final int MOST_SLICES = 3;

  private final int count;

  /** Blocks to a slice. */
  private final int step;

  private final FeatureTable table;
  private final List<FeatureGroup> groups;

  /** The first block in the table, or -1 before there is one. */
  private int first = -1;

  /**
   * @param count how many blocks the page has
   * @param table room for {@link #rows} of them; holds what they share
   * @param groups what writes the table's other columns, in their order
   */
  public FeatureSlices(int count, FeatureTable table, List<FeatureGroup> groups) {
    this.count = count;
    this.step = rows(count);
    this.table = table;
    this.groups = groups;
  }

  /** Returns how many rows the table of a page with {@code count} blocks has at most. */
  public static int rows(int count) {
    // Each slice costs the trees a look at all their tests.
    return Math.min(count, Math.max(LEAST, FeatureTable.full((count - 1) / MOST_SLICES + 1)));
  }

  /** Returns how many blocks the page has. */
  public int count() {
    return count;
  }

  /** Returns the sum over all trees for each block. */
  public float[] sums(TreeModel trees) {
    if (count <= 1) {
      show(0);
      return trees.sums(table);
    }
    float[] sums = new float[count];
    SplitTests tests = trees.tests(table);
    for (int from = 0; from < count; from += step) {
      show(from);
      tests.add(sums, from);
    }
    return sums;
  }

  /** Returns how much each feature moved the sum of {@code block}. */
  public float[] contributions(TreeModel trees, int block) {
    show(block / step * step);
    return trees.contributions(table, block - first);
  }

  /** Returns the value of a feature for {@code block}. */
  public float get(int block, int feature) {
    show(block / step * step);
    return table.get(block - first, feature);
  }

  /** Returns the values of all features for the first block, then for the second … */
  public float[] values() {
    float[] values = new float[count * table.width()];
    for (int from = 0; from < count; from += step) {
      show(from);
      System.arraycopy(
          table.values(), 0, values, from * table.width(), table.rows() * table.width());
    }
    return values;
  }

  /** Fills the table with the slice that begins with block {@code from}. */
  private void show(int from) {
    if (from == first) {
      return;
    }
    first = from;
    table.resize(Math.min(step, count - from));
    FeatureRow row = new FeatureRow(table);
    // A group for all blocks before the next: its columns and its code are at hand by then.
    int column = 0;
    for (FeatureGroup group : groups) {
      for (int i = 0; i < table.rows(); i++) {
        row.start(i, column);
        group.write(from + i, row);
      }
      column = row.size();
    }
    if (table.rows() > 0 && column != table.own()) {
      throw new AssertionError("features and their names are out of step");
    }
  }
}
