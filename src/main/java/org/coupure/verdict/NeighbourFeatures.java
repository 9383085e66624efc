package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/** Features of the blocks just before and after a block, and in windows around it. */
final class NeighbourFeatures implements FeatureGroup {
  private static final int[] WINDOWS = {3, 8, 20};

  private final FeatureContext view;

  NeighbourFeatures(FeatureContext view) {
    this.view = view;
  }

  static List<String> names() {
    List<String> names =
        new ArrayList<>(List.of("before1_tokens", "after1_tokens", "before1_tag", "after1_tag"));
    for (int window : WINDOWS) {
      for (String what : List.of("tokens", "linked")) {
        names.add("around" + window + "_" + what);
      }
    }
    return names;
  }

  @Override
  public void write(int i, FeatureRow row) {
    boolean first = i == 0;
    boolean last = i + 1 == view.count;
    row.add(first ? -1 : view.text.tokens[i - 1]);
    row.add(last ? -1 : view.text.tokens[i + 1]);
    row.add(first ? -1 : view.outline.tag(view.boxRow(i - 1)));
    row.add(last ? -1 : view.outline.tag(view.boxRow(i + 1)));
    for (int window : WINDOWS) {
      int from = Math.max(0, i - window);
      int to = Math.min(view.count, i + window + 1);
      row.add(view.tokens(from, to));
      row.add(view.linked(from, to));
    }
  }
}
