package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.byline.BylineParser;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Raises the chances of short lines of one shape that stand together below a paragraph of a dump:
 * "36 cookies" below "11,302 days late", "Arithmetic: 8" below "Spelling: 9". One of them alone
 * looks like a counter or a label. The heading right above them stays with them.
 */
final class DumpRows {
  /** More than any cut of the presets. */
  private static final float KEPT = 0.5f;

  /** Rows are text with this chance in the mean. Chosen. */
  private static final float LEAST_MEAN = 0.15f;

  /** One of the rows is text with this chance at least. Chosen. */
  private static final float LEAST_ONE = 0.35f;

  /** A heading above rows is text with this chance at least. Chosen. */
  private static final float LEAST_HEADING = 0.2f;

  /** A paragraph above is text with this chance at least. Chosen, as for sub-headings. */
  private static final float SURE = 0.8f;

  private static final int FEWEST = 3;
  private static final int LONGEST = 9;
  private static final int LONGEST_VALUE = 5;
  private static final int LONGEST_HEADING = 6;

  /** Lines between the rows and the paragraph above them at most. Chosen. */
  private static final int REACH = 4;

  private enum Shape {
    NONE,
    NUMBER,
    LABEL
  }

  private final List<Block> list;
  private final List<@Nullable Phrase> phrases;
  private final float[] chances;

  private DumpRows(Blocks blocks, float[] chances) {
    this.list = blocks.list();
    this.phrases = blocks.phrases(PhraseBook.bundled());
    this.chances = chances;
  }

  static void raise(Blocks blocks, float[] chances) {
    DumpRows rows = new DumpRows(blocks, chances);
    for (int i = 1; i < chances.length; i++) {
      Shape shape = rows.shape(i);
      int end = i + 1;
      while (shape != Shape.NONE && end < chances.length && rows.shape(end) == shape) {
        end++;
      }
      if (end - i >= FEWEST) {
        rows.raise(i, end);
      }
      i = end - 1;
    }
  }

  private void raise(int from, int to) {
    float sum = 0;
    float most = 0;
    for (int i = from; i < to; i++) {
      sum += chances[i];
      most = Math.max(most, chances[i]);
    }
    if (sum < LEAST_MEAN * (to - from) || most < LEAST_ONE || !isBelowText(from)) {
      return;
    }
    for (int i = from; i < to; i++) {
      chances[i] = Math.max(chances[i], KEPT);
    }
    int heading = from - 1;
    boolean plain =
        phrases.get(heading) == null
            && list.get(heading).words() <= LONGEST_HEADING
            && !BylineParser.bundled().looksLikeByline(list.get(heading).text());
    if (plain && chances[heading] >= LEAST_HEADING) {
      chances[heading] = Math.max(chances[heading], KEPT);
    }
  }

  private boolean isBelowText(int from) {
    for (int i = from - 1; i >= Math.max(0, from - REACH); i--) {
      if (chances[i] >= SURE && list.get(i).words() >= LONGEST) {
        return true;
      }
    }
    return false;
  }

  private Shape shape(int i) {
    Block block = list.get(i);
    String text = block.text();
    if (block.words() > LONGEST || phrases.get(i) != null) {
      return Shape.NONE;
    }
    if (Character.isDigit(text.charAt(0))) {
      return text.codePoints().anyMatch(Character::isLetter) ? Shape.NUMBER : Shape.NONE;
    }
    int colon = text.indexOf(": ");
    boolean labelled =
        colon > 0
            && Tokens.count(text.substring(colon)) <= LONGEST_VALUE
            && !BylineParser.bundled().looksLikeByline(text);
    return labelled ? Shape.LABEL : Shape.NONE;
  }
}
