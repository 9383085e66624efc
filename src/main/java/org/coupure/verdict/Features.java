package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureSlices;
import org.coupure.model.FeatureTable;

/**
 * The features of a page's blocks, a row a block. The same code serves training and use. Raw counts
 * stand where others would take logarithms: trees do not care.
 */
final class Features {
  /** The columns' names, in order. A model refuses to load beside other names. */
  static final List<String> NAMES = names();

  /** Features from this one on say something of the page as a whole: equal for all its blocks. */
  private static final int SHARED = NAMES.size() - PageFeatures.COLUMNS.size();

  private final FeatureSlices slices;
  private final PageFeatures page;

  private Features(FeatureSlices slices, PageFeatures page) {
    this.slices = slices;
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
  static Features of(FeatureContext view) {
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
    FeatureTable table = new FeatureTable(FeatureSlices.rows(view.count), NAMES.size(), SHARED);
    PageFeatures page = new PageFeatures(view);
    page.write(table, SHARED);
    return new Features(new FeatureSlices(view.count, table, groups), page);
  }

  FeatureSlices slices() {
    return slices;
  }

  PageFeatures page() {
    return page;
  }

  /** Returns the table: {@link #NAMES} values for the first block, then for the second … */
  float[] values() {
    return slices.values();
  }
}
