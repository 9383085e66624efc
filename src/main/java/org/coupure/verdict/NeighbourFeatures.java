package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;

/** What stands just before and after a block, and in windows around it. */
final class NeighbourFeatures implements FeatureGroup {
  private static final int[] STEPS = {-1, 1};
  private static final int[] WINDOWS = {3, 8, 20};

  private final PageView view;

  NeighbourFeatures(PageView view) {
    this.view = view;
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int step : STEPS) {
      String at = step < 0 ? "before" + -step : "after" + step;
      names.add(at + "_tokens");
      names.add(at + "_linked");
    }
    for (String at : List.of("before1", "after1")) {
      names.addAll(List.of(at + "_tag", at + "_end", at + "_common"));
    }
    for (int window : WINDOWS) {
      for (String what : List.of("tokens", "linked")) {
        names.add("around" + window + "_" + what);
      }
    }
    return names;
  }

  @Override
  public void write(int i, FeatureRow row) {
    for (int step : STEPS) {
      int j = i + step;
      boolean inside = j >= 0 && j < view.count;
      row.add(inside ? view.text.tokens[j] : -1);
      row.add(inside ? view.linkDensity(j) : -1);
    }
    next(i, i - 1, row);
    next(i, i + 1, row);
    for (int window : WINDOWS) {
      int from = Math.max(0, i - window);
      int to = Math.min(view.count, i + window + 1);
      row.add(view.tokens(from, to));
      row.add(view.linked(from, to));
    }
  }

  private void next(int i, int j, FeatureRow row) {
    if (j < 0 || j >= view.count) {
      for (int k = 0; k < 3; k++) {
        row.add(-1);
      }
      return;
    }
    int mine = view.boxRow(i);
    int other = view.boxRow(j);
    row.add(view.outline.tag(other));
    row.add(view.text.ends[j]);
    row.add(view.levelsToCommon(mine, other));
  }
}
