package org.coupure.verdict;

import org.coupure.block.Block;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/** Features of a block that need only its own text. */
final class OwnTextFeatures implements FeatureGroup {
  static final String[] NAMES = {
    "tokens",
    "chars",
    "linkDensity",
    "hidden",
    "end",
    "sentenceRate",
    "upperShare",
    "functionWords",
    "distinctShare",
    "separators",
    "phrase",
    "copies",
    "copy",
    "echo",
    "titleShare",
    "titleCover",
    "descriptionShare",
    "descriptionCover"
  };

  private final FeatureContext view;
  private final int[] copies;
  private final int[] copy;

  OwnTextFeatures(FeatureContext view) {
    this.view = view;
    this.copies = new int[view.count];
    this.copy = new int[view.count];
    GroupedSums seen = new GroupedSums(view.count, false);
    int[] groups = new int[view.count];
    for (int i = 0; i < view.count; i++) {
      groups[i] = seen.group(view.text.hashes[i]);
      copy[i] = ++seen.count[groups[i]];
    }
    for (int i = 0; i < view.count; i++) {
      copies[i] = seen.count[groups[i]];
    }
    view.text.sharedShingles.compare();
  }

  @Override
  public void write(int i, FeatureRow row) {
    TextMeasures m = view.text;
    Block block = view.blocks.get(i);
    float tokens = Math.max(1, m.tokens[i]);
    row.add(m.tokens[i]);
    row.add(block.text().length());
    row.add(view.linkDensity(i));
    // The bits that the trees have learned from.
    row.add(block.hidden() & ~Block.HIDDEN_OUTSIDE);
    row.add(m.ends[i]);
    row.add(m.sentences[i] / tokens);
    row.add(m.uppers[i] / (float) Math.max(1, m.letters[i]));
    row.add(m.functionWords[i]);
    row.add(m.distinct[i] / tokens);
    row.add(m.separators[i]);
    row.add(view.phraseStrength[i]);
    row.add(copies[i]);
    row.add(copy[i]);
    row.add(m.sharedShingles.share(i));
    row.add(m.titleHits[i] / tokens);
    row.add(m.titleHits[i] / (float) Math.max(1, view.titleWords));
    row.add(m.descriptionHits[i] / tokens);
    row.add(m.descriptionHits[i] / (float) Math.max(1, view.descriptionWords));
  }
}
