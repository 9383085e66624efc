package org.coupure.block;

import java.util.ArrayList;
import java.util.List;

/** What stands just before and after a block, and in windows around it. */
final class NeighbourFeatures implements FeatureGroup {
  private static final int[] STEPS = {-3, -2, -1, 1, 2, 3};
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
      names.addAll(List.of(at + "_tag", at + "_same", at + "_end", at + "_common", at + "_level"));
    }
    for (int window : WINDOWS) {
      for (String what : List.of("tokens", "linked", "long", "longShare")) {
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
      row.add(view.longBlocks(from, to));
      row.add(view.longShare(from, to));
    }
  }

  private void next(int i, int j, FeatureRow row) {
    if (j < 0 || j >= view.count) {
      for (int k = 0; k < 5; k++) {
        row.add(-1);
      }
      return;
    }
    int mine = view.boxRow(i);
    int other = view.boxRow(j);
    row.add(view.outline.tag(other));
    row.add(view.signatures[mine] == view.signatures[other] ? 1 : 0);
    row.add(view.text.ends[j]);
    row.add(view.levelsToCommon(mine, other));
    row.add(view.blocks.get(j).level());
  }
}
