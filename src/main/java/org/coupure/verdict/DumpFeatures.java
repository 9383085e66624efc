package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.block.Blocks;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;
import org.coupure.model.FeatureSlices;
import org.coupure.model.FeatureTable;

/** The features of a dump's blocks, a row a block; the same code serves training and use. */
final class DumpFeatures {
  private static final String[] PAGE = {
    "page_blocks",
    "page_tokens",
    "page_long",
    "page_longShare",
    "page_longest",
    "page_lines",
    "page_functionShare",
    "page_phrases",
    "page_layout",
    "page_odds",
    "run_blocks",
    "run_tokens",
    "run_share",
    "run_mean"
  };

  /** The columns' names, in order. A model refuses to load beside other names. */
  static final List<String> NAMES = names();

  /** The names of the second pass's columns. */
  static final List<String> SECOND_NAMES = secondNames();

  private DumpFeatures() {}

  private static List<String> secondNames() {
    List<String> names = new ArrayList<>(NAMES);
    names.addAll(DumpOddsFeatures.names());
    return List.copyOf(names);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of(DumpTextFeatures.NAMES));
    names.addAll(List.of(DumpPlaceFeatures.NAMES));
    names.addAll(DumpNeighbourFeatures.names());
    names.addAll(DumpShapeFeatures.names());
    names.addAll(List.of(PAGE));
    return List.copyOf(names);
  }

  /** Returns what the first pass sees. */
  static FeatureSlices of(DumpView view) {
    return slices(view, groups(view), NAMES.size());
  }

  /** Returns what the second pass sees: the same, and what the first one said. */
  static FeatureSlices of(DumpView view, DumpOddsFeatures first) {
    List<FeatureGroup> groups = new ArrayList<>(groups(view));
    groups.add(first);
    return slices(view, groups, SECOND_NAMES.size());
  }

  /**
   * Returns the table of both passes at once, with columns for the features of the second pass. For
   * dumps short enough to need no slices.
   */
  static FeatureTable table(DumpView view) {
    FeatureTable table = new FeatureTable(view.count, SECOND_NAMES.size());
    int column = 0;
    for (FeatureGroup group : groups(view)) {
      column = fill(table, column, group);
    }
    return table;
  }

  /** Fills the columns of {@code table} that only the second pass sees. */
  static void add(FeatureTable table, DumpOddsFeatures first) {
    fill(table, NAMES.size(), first);
  }

  private static int fill(FeatureTable table, int column, FeatureGroup group) {
    FeatureRow row = new FeatureRow(table);
    for (int i = 0; i < table.rows(); i++) {
      row.start(i, column);
      group.write(i, row);
    }
    return row.size();
  }

  /** Returns what the ranker of headlines sees. */
  static FeatureSlices titles(DumpTitleFeatures features, int count) {
    FeatureTable table =
        new FeatureTable(FeatureSlices.rows(count), DumpTitleFeatures.names().size());
    return new FeatureSlices(count, table, List.of(features));
  }

  private static List<FeatureGroup> groups(DumpView view) {
    return List.of(
        new DumpTextFeatures(view),
        new DumpPlaceFeatures(view),
        new DumpNeighbourFeatures(view),
        new DumpShapeFeatures(view),
        page(view));
  }

  private static FeatureSlices slices(DumpView view, List<FeatureGroup> groups, int width) {
    FeatureTable table = new FeatureTable(FeatureSlices.rows(view.count), width);
    return new FeatureSlices(view.count, table, groups);
  }

  private static FeatureGroup page(DumpView view) {
    int n = view.count;
    float tokens = Math.max(1, view.tokensBefore[n]);
    int longest = 0;
    int functionWords = 0;
    for (int i = 0; i < n; i++) {
      longest = Math.max(longest, view.text.tokens[i]);
      functionWords += view.text.functionWords[i];
    }
    MainSpan run = view.run;
    int inRun = view.tokensBefore[run.end] - view.tokensBefore[run.start];
    float[] facts = {
      n,
      tokens,
      view.longBefore[n],
      view.longTokensBefore[n] / tokens,
      longest,
      view.linesBefore[n] / (float) n,
      functionWords / tokens,
      view.phrasesBefore[n] / (float) n,
      layout(view.page.layout()),
      view.oddsBefore[n] / tokens,
      run.end - run.start,
      inRun,
      inRun / tokens,
      run.sum() / (run.end - run.start)
    };
    return (block, row) -> {
      for (float fact : facts) {
        row.add(fact);
      }
    };
  }

  private static float layout(Blocks.Layout layout) {
    return switch (layout) {
      case HTML -> 0;
      case BLANK_LINES -> 1;
      case SINGLE_NEWLINES -> 2;
      case WRAPPED -> 3;
    };
  }
}
