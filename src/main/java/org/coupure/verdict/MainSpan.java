package org.coupure.verdict;

import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.TitleKey;
import org.coupure.text.Phrase;
import org.coupure.text.Phrase.Category;
import org.coupure.text.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Where the text of a dump most likely lies, by its words alone: the run of blocks with the
 * greatest sum of scores (maximum subsequence segmentation, Pasternack and Roth 2009). Words of
 * paragraphs count for a block, short lines and junk phrases against it, so menus, tickers and
 * teasers fall off at both ends; a comment thread ends the text. The classifier takes its place,
 * and how sure it is, as features.
 */
final class MainSpan {
  // The scores were set on the half of dumps-dev's hosts whose MD5 is even, where the run alone has
  // a word F1 of .916, and checked on the other half: .910. They belong together.

  /** Words from which on a block that ends like a sentence is a paragraph. */
  private static final int PARAGRAPH = 10;

  /** Words from which on a block is taken for half a paragraph, though no sentence ends there. */
  private static final int OPEN_PARAGRAPH = 15;

  /** More words of one block do not count: one long legal notice must not outweigh an article. */
  private static final int MOST_WORDS = 100;

  private static final float SHORT_LINE = -4;
  private static final float SHORT_ITEM = -2;
  private static final float HINT = -10;
  private static final float JUNK = -10;

  /** Other articles begin, or comments. */
  private static final float BORDER = -80;

  /**
   * After so many words of text a comment form or comment count ends the text; before, it is a link
   * in a menu.
   */
  private static final float TEXT_BEFORE_COMMENTS = 100;

  /** The log odds of each block; below zero for blocks that are not text. */
  final float[] scores;

  /** The sum of the scores before each block: one longer than blocks. */
  final float[] sums;

  /** The run is from {@code start} to before {@code end}; all blocks where none is a paragraph. */
  final int start;

  final int end;

  MainSpan(Blocks blocks, int[] words, List<? extends @Nullable Phrase> phrases) {
    int count = words.length;
    scores = new float[count];
    sums = new float[count + 1];
    for (Block block : blocks.list()) {
      int i = block.index();
      Phrase phrase = phrases.get(i);
      scores[i] = phrase == null ? score(block, words[i]) : score(phrase);
      sums[i + 1] = sums[i] + scores[i];
    }
    int bestStart = 0;
    int bestEnd = count;
    float best = 0;
    int from = 0;
    for (int i = 0; i < count; i++) {
      if (best >= TEXT_BEFORE_COMMENTS && isCommentThread(phrases.get(i))) {
        break;
      }
      if (sums[i] <= sums[from]) {
        from = i;
      }
      if (sums[i + 1] - sums[from] > best) {
        best = sums[i + 1] - sums[from];
        bestStart = from;
        bestEnd = i + 1;
      }
    }
    start = bestStart;
    end = bestEnd;
  }

  /** Returns the run's own sum; not above zero where nothing looks like a paragraph. */
  float sum() {
    return sums[end] - sums[start];
  }

  private static boolean isCommentThread(@Nullable Phrase phrase) {
    return phrase != null
        && phrase.certain()
        && (phrase.category() == Category.COMMENTS || phrase.category() == Category.COMMENT_FORM);
  }

  private static float score(Block block, int words) {
    boolean sentence = Sentences.isEnd(block.text());
    boolean announcing = block.text().endsWith(":");
    if ((sentence || announcing) && words >= PARAGRAPH) {
      return Math.min(words, MOST_WORDS);
    }
    if (words >= OPEN_PARAGRAPH) {
      return Math.min(words, MOST_WORDS) / 2f;
    }
    if (sentence && words >= TitleKey.FEWEST_WORDS) {
      return 0;
    }
    return block.kind() == PassageKind.LIST_ITEM ? SHORT_ITEM : SHORT_LINE;
  }

  private static float score(Phrase phrase) {
    if (!phrase.certain()) {
      return HINT;
    }
    return switch (phrase.category()) {
      case COMMENTS, COMMENT_FORM, RELATED, NEIGHBOUR -> BORDER;
      case LEGAL -> SHORT_LINE;
      default -> JUNK;
    };
  }
}
