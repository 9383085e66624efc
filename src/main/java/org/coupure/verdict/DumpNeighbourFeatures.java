package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/** Features of the blocks just before and after a block of a dump, and in windows around it. */
final class DumpNeighbourFeatures implements FeatureGroup {
  private static final int[] STEPS = {-4, -3, -2, -1, 1, 2, 3, 4};
  private static final int[] WINDOWS = {3, 8, 20};

  private final DumpView view;

  DumpNeighbourFeatures(DumpView view) {
    this.view = view;
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int step : STEPS) {
      String at = (step < 0 ? "before" : "after") + Math.abs(step);
      names.addAll(List.of(at + "_tokens", at + "_end"));
    }
    for (String at : List.of("before1", "after1")) {
      names.addAll(
          List.of(
              at + "_functionShare",
              at + "_capitalShare",
              at + "_begin",
              at + "_phrase",
              at + "_cut",
              at + "_dated",
              at + "_score",
              at + "_oddsRate"));
    }
    for (int window : WINDOWS) {
      for (String what : List.of("above", "below")) {
        for (String fact :
            List.of("tokens", "long", "longShare", "lines", "phrases", "score", "odds")) {
          names.add(what + window + "_" + fact);
        }
      }
    }
    return names;
  }

  @Override
  public void write(int i, FeatureRow row) {
    TextMeasures m = view.text;
    for (int step : STEPS) {
      int j = i + step;
      boolean inside = j >= 0 && j < view.count;
      row.add(inside ? m.tokens[j] : -1);
      row.add(inside ? m.ends[j] : -1);
    }
    next(i - 1, row);
    next(i + 1, row);
    for (int window : WINDOWS) {
      window(Math.max(0, i - window), i, row);
      window(i + 1, Math.min(view.count, i + 1 + window), row);
    }
  }

  private void next(int j, FeatureRow row) {
    if (j < 0 || j >= view.count) {
      for (int k = 0; k < 8; k++) {
        row.add(-1);
      }
      return;
    }
    TextMeasures m = view.text;
    float tokens = Math.max(1, m.tokens[j]);
    row.add(m.functionWords[j] / tokens);
    row.add(m.capitalised[j] / tokens);
    row.add(m.begins[j]);
    row.add(view.phraseStrength[j]);
    row.add(view.cut[j] ? 1 : 0);
    row.add(view.dated[j] ? 1 : 0);
    row.add(view.run.scores[j]);
    row.add(view.words.sums[j] / tokens);
  }

  private void window(int from, int to, FeatureRow row) {
    if (from >= to) {
      for (int k = 0; k < 7; k++) {
        row.add(-1);
      }
      return;
    }
    int tokens = view.tokensBefore[to] - view.tokensBefore[from];
    int longTokens = view.longTokensBefore[to] - view.longTokensBefore[from];
    float blocks = to - from;
    row.add(tokens);
    row.add(view.longBefore[to] - view.longBefore[from]);
    row.add((float) longTokens / Math.max(1, tokens));
    row.add((view.linesBefore[to] - view.linesBefore[from]) / blocks);
    row.add((view.phrasesBefore[to] - view.phrasesBefore[from]) / blocks);
    row.add((view.run.sums[to] - view.run.sums[from]) / blocks);
    row.add((view.oddsBefore[to] - view.oddsBefore[from]) / Math.max(1, tokens));
  }
}
