package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * The features of a page's blocks as one flat table, a row a block. The same code serves training
 * and use. Raw counts stand where others would take logarithms: trees do not care.
 */
final class Features {
  /** The columns' names, in order. A model refuses to load beside other names. */
  static final List<String> NAMES = names();

  /** Features from this one on say something of the page as a whole: equal for all its blocks. */
  private static final int SHARED = NAMES.size() - PageFeatures.COLUMNS.size();

  private final FeatureTable table;
  private final PageFeatures page;

  private Features(FeatureTable table, PageFeatures page) {
    this.table = table;
    this.page = page;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of(OwnTextFeatures.NAMES));
    names.addAll(MarkupFeatures.names());
    names.addAll(List.of(PlaceFeatures.NAMES));
    names.addAll(AncestryFeatures.names());
    names.addAll(NeighbourFeatures.names());
    names.addAll(RepetitionFeatures.NAMES);
    names.addAll(CandidateFeatures.NAMES);
    names.addAll(ImageFeatures.NAMES);
    names.addAll(PageFeatures.COLUMNS);
    return List.copyOf(names);
  }

  /** Computes the features of an HTML page. */
  static Features of(PageView view) {
    List<FeatureGroup> groups =
        List.of(
            new OwnTextFeatures(view),
            new MarkupFeatures(view),
            new PlaceFeatures(view),
            new AncestryFeatures(view),
            new NeighbourFeatures(view),
            new RepetitionFeatures(view),
            new CandidateFeatures(view),
            new ImageFeatures(view));
    FeatureTable table = new FeatureTable(view.count, NAMES.size(), SHARED);
    FeatureRow row = new FeatureRow(table);
    // A group for all blocks before the next: its columns and its code are at hand by then.
    int first = 0;
    for (FeatureGroup group : groups) {
      for (int i = 0; i < view.count; i++) {
        row.start(i, first);
        group.write(i, row);
      }
      first = row.size();
    }
    if (view.count > 0 && first != SHARED) {
      throw new AssertionError("features and their names are out of step");
    }
    PageFeatures page = new PageFeatures(view);
    page.write(table, SHARED);
    return new Features(table, page);
  }

  FeatureTable table() {
    return table;
  }

  PageFeatures page() {
    return page;
  }

  /** Returns the table: {@link #NAMES} values for the first block, then for the second … */
  float[] values() {
    return table.values();
  }
}
