package org.coupure.verdict;

import org.coupure.block.Blocks;

/**
 * The part of the classifier's {@link FeatureContext} that deciding the kind of page needs; the
 * rest is freed once the blocks are judged. Arrays are not to be changed.
 */
final class KindInput {
  final Blocks page;

  /** The URL's path, lower case. */
  final String path;

  /** For every block: its words, the share of its characters that is linked, if it has a price. */
  final int[] tokens;

  final float[] linkDensities;
  final boolean[] priced;

  /** How many elements there are of each tag. */
  final int[] tagCounts;

  /** The values of {@link PageFeatures}. */
  final float[] shared;

  KindInput(FeatureContext view, PageFeatures shared) {
    this.page = view.page;
    this.path = view.path;
    this.tokens = view.text.tokens;
    this.linkDensities = view.linkDensities;
    this.priced = view.text.priced;
    this.tagCounts = view.tagCounts;
    this.shared = shared.values();
  }
}
