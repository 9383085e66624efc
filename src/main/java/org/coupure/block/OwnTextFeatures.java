package org.coupure.block;

import java.util.HashMap;
import java.util.Map;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;

/** What a block's own text says. */
final class OwnTextFeatures implements FeatureGroup {
  static final String[] NAMES = {
    "tokens",
    "chars",
    "charsPerToken",
    "linkDensity",
    "links",
    "allLinked",
    "boldShare",
    "breaks",
    "images",
    "hidden",
    "end",
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
    "phrase",
    "copies",
    "copy",
    "titleShare",
    "titleCover",
    "descriptionShare",
    "descriptionCover",
    "statedShare",
    "phraseCategory"
  };

  private final PageView view;
  private final int[] copies;
  private final int[] copy;
  private final int[] phrase;
  private final int[] category;
  private final StatedBody stated;

  OwnTextFeatures(PageView view, PhraseBook phrases) {
    this.view = view;
    this.copies = new int[view.count];
    this.copy = new int[view.count];
    this.phrase = new int[view.count];
    this.category = new int[view.count];
    this.stated = StatedBody.of(view.document);
    Map<Long, Integer> seen = new HashMap<>();
    for (int i = 0; i < view.count; i++) {
      copy[i] = seen.merge(view.text.hashes[i], 1, Integer::sum);
      Phrase match = phrases.match(view.blocks.get(i).text());
      phrase[i] = match == null ? 0 : match.certain() ? 2 : 1;
      category[i] = match == null ? 0 : number(match.category());
    }
    for (int i = 0; i < view.count; i++) {
      copies[i] = seen.getOrDefault(view.text.hashes[i], 1);
    }
  }

  @Override
  public void write(int i, FeatureRow row) {
    TextMeasures m = view.text;
    Block block = view.blocks.get(i);
    float tokens = Math.max(1, m.tokens[i]);
    float chars = block.text().length();
    float density = view.linkDensity(i);
    row.add(m.tokens[i]);
    row.add(chars);
    row.add(chars / tokens);
    row.add(density);
    row.add(block.ink().links());
    row.add(density > 0.9f ? 1 : 0);
    row.add(block.ink().boldChars() / chars);
    row.add(block.ink().breaks());
    row.add(block.ink().images());
    row.add(block.hidden());
    row.add(m.ends[i]);
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
    row.add(m.addresses[i]);
    row.add(m.begins[i]);
    row.add(phrase[i]);
    row.add(copies[i]);
    row.add(copy[i]);
    row.add(m.titleHits[i] / tokens);
    row.add(m.titleHits[i] / (float) Math.max(1, view.head.titleWords().size()));
    row.add(m.descriptionHits[i] / tokens);
    row.add(m.descriptionHits[i] / (float) Math.max(1, view.head.descriptionWords().size()));
    row.add(stated.share(block.text()));
    row.add(category[i]);
  }

  /** Returns a number for what a phrase gives away; the order is part of the trained model. */
  private static int number(Phrase.Category category) {
    return switch (category) {
      case BYLINE -> 1;
      case LABEL -> 2;
      case BREADCRUMB -> 3;
      case SHARE -> 4;
      case AD -> 5;
      case NEWSLETTER -> 6;
      case SOURCE_LINK -> 7;
      case LEGAL -> 8;
      case CONSENT -> 9;
      case NEIGHBOUR -> 10;
      case RELATED -> 11;
      case COMMENTS -> 12;
      case COMMENT_FORM -> 13;
    };
  }
}
