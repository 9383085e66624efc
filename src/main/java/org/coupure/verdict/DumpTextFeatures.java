package org.coupure.verdict;

import java.util.HashMap;
import java.util.Map;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.model.FeatureGroup;
import org.coupure.model.FeatureRow;

/** Features of a dump's block that need only its own text. */
final class DumpTextFeatures implements FeatureGroup {
  static final String[] NAMES = {
    "tokens",
    "chars",
    "charsPerToken",
    "end",
    "cut",
    "commas",
    "commaRate",
    "sentences",
    "sentenceRate",
    "digitShare",
    "upperShare",
    "capitalShare",
    "functionShare",
    "functionWords",
    "shortShare",
    "distinctShare",
    "separators",
    "addresses",
    "begin",
    "item",
    "byline",
    "dated",
    "phrase",
    "phraseCategory",
    "copies",
    "copy",
    "odds",
    "oddsRate",
    "oddsLeast",
    "oddsMost",
    "oddsFirst"
  };

  private final DumpView view;
  private final int[] copies;
  private final int[] copy;

  DumpTextFeatures(DumpView view) {
    this.view = view;
    this.copies = new int[view.count];
    this.copy = new int[view.count];
    Map<Long, Integer> seen = new HashMap<>();
    for (int i = 0; i < view.count; i++) {
      copy[i] = seen.merge(view.text.hashes[i], 1, Integer::sum);
    }
    for (int i = 0; i < view.count; i++) {
      copies[i] = seen.getOrDefault(view.text.hashes[i], 1);
    }
  }

  @Override
  public void write(int i, FeatureRow row) {
    TextMeasures m = view.text;
    Block block = view.block(i);
    float tokens = Math.max(1, m.tokens[i]);
    float chars = block.text().length();
    row.add(m.tokens[i]);
    row.add(chars);
    row.add(chars / tokens);
    row.add(m.ends[i]);
    row.add(view.cut[i] ? 1 : 0);
    row.add(m.commas[i]);
    row.add(m.commas[i] / tokens);
    row.add(m.sentences[i]);
    row.add(m.sentences[i] / tokens);
    row.add(m.digits[i] / chars);
    row.add(m.uppers[i] / (float) Math.max(1, m.letters[i]));
    row.add(m.capitalised[i] / tokens);
    row.add(m.functionWords[i] / tokens);
    row.add(m.functionWords[i]);
    row.add(m.shortWords[i] / tokens);
    row.add(m.distinct[i] / tokens);
    row.add(m.separators[i]);
    row.add(m.urls[i]);
    row.add(m.begins[i]);
    row.add(block.kind() == PassageKind.LIST_ITEM ? 1 : 0);
    row.add(view.bylines[i] ? 1 : 0);
    row.add(view.dated[i] ? 1 : 0);
    row.add(view.phraseStrength[i]);
    row.add(view.phraseCategory[i]);
    row.add(copies[i]);
    row.add(copy[i]);
    row.add(view.words.sums[i]);
    row.add(view.words.sums[i] / tokens);
    row.add(view.words.least[i]);
    row.add(view.words.most[i]);
    row.add(view.words.first[i]);
  }
}
