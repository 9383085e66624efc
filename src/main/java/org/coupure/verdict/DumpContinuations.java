package org.coupure.verdict;

import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.TitleKey;
import org.coupure.text.Phrase;
import org.coupure.text.Phrase.Category;
import org.coupure.text.PhraseBook;
import org.coupure.text.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Raises the chances of a dump's lines with which the text goes on: what a line with a colon
 * announces, a whole quotation below a paragraph, and what follows the headline of another article.
 * Each rule asks for a shape and for a chance that is small, but not nearly nothing.
 */
final class DumpContinuations {
  /** More than any cut of the presets. */
  private static final float KEPT = 0.5f;

  /** A line around it is text with this chance at least. Chosen, as for sub-headings. */
  private static final float SURE = 0.8f;

  /** An announcement is text with this chance at least. Chosen. */
  private static final float LIKELY = 0.7f;

  /** A line with a lower probability is not a continuation. Chosen. */
  private static final float LEAST = 0.2f;

  /** A paragraph of sentences behind a headline. Chosen. */
  private static final float LEAST_PARAGRAPH = 0.3f;

  /** A sub-heading behind the headline of another article looks like one more. Chosen. */
  private static final float LEAST_HEADING = 0.04f;

  private static final int PARAGRAPH = 15;
  private static final int LONGEST_ITEM = 15;
  private static final int LONGEST_HEADING = 5;

  /** Words of the shortest quotation that is a paragraph of its own. Chosen. */
  private static final int QUOTATION = 5;

  private static final String OPENING = "“„«「『";
  private static final String CLOSING = "”“»」』";

  private final List<Block> list;
  private final List<@Nullable Phrase> phrases;
  private final float[] chances;

  private DumpContinuations(Blocks blocks, float[] chances) {
    this.list = blocks.list();
    this.phrases = blocks.phrases(PhraseBook.bundled());
    this.chances = chances;
  }

  static void raise(Blocks blocks, float[] chances) {
    new DumpContinuations(blocks, chances).raise();
  }

  private void raise() {
    for (int i = 1; i < chances.length; i++) {
      if (chances[i] < KEPT
          && phrases.get(i) == null
          && (isAnnounced(i) || isQuotation(i) || isBehindHeadline(i))) {
        chances[i] = KEPT;
      }
    }
  }

  /** "Protocol:" with a name below, "You need:" with a list. */
  private boolean isAnnounced(int i) {
    String above = list.get(i - 1).text();
    char last = above.charAt(above.length() - 1);
    return (last == ':' || last == '：')
        && chances[i] >= LEAST
        && chances[i - 1] >= LIKELY
        && list.get(i).words() <= LONGEST_ITEM;
  }

  /** A line between quotation marks, directly below a paragraph. */
  private boolean isQuotation(int i) {
    String text = list.get(i).text();
    int opening = OPENING.indexOf(text.charAt(0));
    return opening >= 0
        && CLOSING.charAt(opening) == text.charAt(text.length() - 1)
        && chances[i] >= LEAST_PARAGRAPH
        && chances[i - 1] >= SURE
        && list.get(i).words() >= QUOTATION;
  }

  /** "Read also", a headline, and the text goes on with a paragraph, or with its sub-heading. */
  private boolean isBehindHeadline(int i) {
    Block block = list.get(i);
    boolean listed = i > 2 && isLabel(i - 2) && isHeadline(i - 1) && isTextAbove(i - 2);
    if (!listed) {
      return false;
    }
    boolean sentences = Sentences.isEnd(block.text()) && Sentences.isEndInside(block.text());
    if (block.words() >= PARAGRAPH && sentences) {
      return chances[i] >= LEAST_PARAGRAPH;
    }
    return block.kind() == PassageKind.HEADING
        && block.words() <= LONGEST_HEADING
        && chances[i] >= LEAST_HEADING
        && i + 1 < chances.length
        && chances[i + 1] >= SURE;
  }

  /** Returns whether a line only announces a headline. */
  private boolean isLabel(int i) {
    Phrase phrase = phrases.get(i);
    return phrase != null
        && phrase.certain()
        && phrase.category() == Category.RELATED
        && list.get(i).words() <= LONGEST_HEADING;
  }

  private boolean isHeadline(int i) {
    Block block = list.get(i);
    return phrases.get(i) == null
        && block.words() >= TitleKey.FEWEST_WORDS
        && HeadlineShape.fits(block.text(), block.words());
  }

  private boolean isTextAbove(int label) {
    return chances[label - 1] >= KEPT;
  }
}
