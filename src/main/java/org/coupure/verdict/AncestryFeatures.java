package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;

/** How much text and how many links the six nearest elements hold that are wider than the block. */
final class AncestryFeatures implements FeatureGroup {
  private static final int LEVELS = 6;

  private final PageView view;

  AncestryFeatures(PageView view) {
    this.view = view;
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int level = 1; level <= LEVELS; level++) {
      for (String what : List.of("tokens", "linked", "blocks", "pageShare")) {
        names.add("up" + level + "_" + what);
      }
    }
    return names;
  }

  @Override
  public void write(int i, FeatureRow row) {
    int total = Math.max(1, view.totalTokens());
    int at = view.boxRow(i);
    boolean alone = view.outline.firstBlock(at) == i && view.outline.endBlock(at) == i + 1;
    at = alone ? view.wider[at] : at;
    for (int level = 0; level < LEVELS; level++) {
      int from = at < 0 ? 0 : view.outline.firstBlock(at);
      int to = at < 0 ? view.count : Math.min(view.count, view.outline.endBlock(at));
      int tokens = view.tokens(from, to);
      row.add(tokens);
      row.add(view.linked(from, to));
      row.add(to - from);
      row.add((float) tokens / total);
      at = at < 0 ? -1 : view.wider[at];
    }
  }
}
