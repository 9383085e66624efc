package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/** How much text and how many links the nearest elements hold that are wider than the block. */
final class AncestryFeatures implements FeatureGroup {
  private static final int LEVELS = 6;

  /** Levels between others differ little from these; leaving them out cost nothing measurable. */
  private static final boolean[] WRITTEN = {false, true, true, false, true, false, true};

  private final FeatureContext view;

  AncestryFeatures(FeatureContext view) {
    this.view = view;
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int level = 1; level <= LEVELS; level++) {
      if (WRITTEN[level]) {
        names.add("up" + level + "_linked");
        names.add("up" + level + "_pageShare");
      }
    }
    names.add("up" + LEVELS + "_tokens");
    return names;
  }

  @Override
  public void write(int i, FeatureRow row) {
    int total = Math.max(1, view.totalTokens());
    int at = view.boxRow(i);
    boolean alone = view.outline.firstBlock(at) == i && view.outline.endBlock(at) == i + 1;
    at = alone ? view.wider(at) : at;
    int tokens = 0;
    for (int level = 1; level <= LEVELS; level++) {
      if (WRITTEN[level]) {
        int from = at < 0 ? 0 : view.outline.firstBlock(at);
        int to = at < 0 ? view.count : Math.min(view.count, view.outline.endBlock(at));
        tokens = view.tokens(from, to);
        row.add(view.linked(from, to));
        row.add((float) tokens / total);
      }
      at = at < 0 ? -1 : view.wider(at);
    }
    row.add(tokens);
  }
}
