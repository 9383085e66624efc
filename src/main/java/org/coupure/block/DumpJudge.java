package org.coupure.block;

import java.util.List;
import org.coupure.article.Kind;
import org.coupure.article.Verdict.Decider;
import org.coupure.text.Bylines;
import org.coupure.text.Phrase;
import org.coupure.text.Phrase.Category;
import org.coupure.text.PhraseBook;
import org.coupure.text.Sentences;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Decides every open block of a plain-text dump; silent about HTML.
 *
 * <p>The text is the run of blocks with the greatest sum of scores (maximum subsequence
 * segmentation, Pasternack and Roth 2009): words of paragraphs count for a block, short lines and
 * junk phrases against it. So menus, tickers and teasers fall off at both ends, while a short
 * answer or a list between paragraphs stays. A comment thread ends the text.
 */
public final class DumpJudge implements Judge {
  // The scores were set on the half of dumps-dev's hosts whose MD5 is even, where word F1 is .916,
  // and checked on the other half: .910. They belong together; none is worth tuning by itself.

  /** Words from which on a block that ends like a sentence is a paragraph. */
  private static final int PARAGRAPH = 10;

  /** Words from which on a block is taken for half a paragraph, though no sentence ends there. */
  private static final int OPEN_PARAGRAPH = 15;

  /** More words of one block do not count: one long legal notice must not outweigh an article. */
  private static final int MOST_WORDS = 100;

  private static final double SHORT_LINE = -4;
  private static final double SHORT_ITEM = -2;
  private static final double HINT = -10;
  private static final double JUNK = -10;

  /** Other articles begin, or comments. */
  private static final double BORDER = -80;

  /** After so many words of text a comment form or count is its end, not a link in a menu. */
  private static final double TEXT_BEFORE_COMMENTS = 100;

  private final PhraseBook phrases;

  public DumpJudge(PhraseBook phrases) {
    this.phrases = phrases;
  }

  @Override
  public void judge(Ballot ballot) {
    Blocks blocks = ballot.blocks();
    if (!blocks.isPlainText() || blocks.list().isEmpty()) {
      return;
    }
    dropTitleLines(ballot);
    Span text = text(ballot);
    for (Block block : blocks.list()) {
      int i = block.index();
      if (i < text.start) {
        ballot.drop(i, Decider.CLASSIFIER, "above the text");
      } else if (i >= text.end) {
        ballot.drop(i, Decider.CLASSIFIER, "below the text");
      } else if (Bylines.isSignature(block.text())) {
        ballot.drop(i, Decider.CLASSIFIER, "signature");
      } else {
        ballot.keep(i, Decider.CLASSIFIER, "within the text");
      }
    }
  }

  /** Drops the headline and the lines that repeat it, behind a breadcrumb or cut off. */
  private static void dropTitleLines(Ballot ballot) {
    List<Block> list = ballot.blocks().list();
    int title = DumpTitle.find(ballot.blocks());
    if (title < 0) {
      return;
    }
    Headline headline = Headline.of(list.get(title).text());
    ballot.drop(title, Decider.CLASSIFIER, "the headline");
    for (Block block : list) {
      boolean repeats = headline.isRepeatedBy(Headline.of(block.text()));
      if (repeats && (block.index() < title || !isParagraph(block.text()))) {
        ballot.drop(block.index(), Decider.CLASSIFIER, "repeats the headline");
      }
    }
  }

  /** Returns where the text is; everything, where nothing looks like a paragraph. */
  private Span text(Ballot ballot) {
    List<Block> list = ballot.blocks().list();
    Span best = new Span(0, list.size());
    double bestSum = 0;
    double sum = 0;
    int start = 0;
    for (Block block : list) {
      int i = block.index();
      Phrase phrase = phrases.match(block.text());
      if (bestSum >= TEXT_BEFORE_COMMENTS && isCommentThread(phrase)) {
        break;
      }
      if (sum <= 0) {
        sum = 0;
        start = i;
      }
      sum += score(block, phrase, ballot.isOpen(i));
      if (sum > bestSum) {
        bestSum = sum;
        best = new Span(start, i + 1);
      }
    }
    return bestSum > 0 ? widened(best, ballot) : best;
  }

  private static boolean isCommentThread(@Nullable Phrase phrase) {
    return phrase != null
        && phrase.certain()
        && (phrase.category() == Category.COMMENTS || phrase.category() == Category.COMMENT_FORM);
  }

  private static double score(Block block, @Nullable Phrase phrase, boolean open) {
    if (phrase != null) {
      return score(phrase);
    }
    if (!open) {
      return SHORT_LINE;
    }
    int words = Tokens.count(block.text());
    boolean sentence = Sentences.isEnd(block.text());
    boolean announcing = block.text().endsWith(":");
    if ((sentence || announcing) && words >= PARAGRAPH) {
      return Math.min(words, MOST_WORDS);
    }
    if (words >= OPEN_PARAGRAPH) {
      return Math.min(words, MOST_WORDS) / 2.0;
    }
    if (sentence && words >= Headline.FEWEST_WORDS) {
      return 0;
    }
    return block.kind() == Kind.LIST_ITEM ? SHORT_ITEM : SHORT_LINE;
  }

  private static double score(Phrase phrase) {
    if (!phrase.certain()) {
      return HINT;
    }
    return switch (phrase.category()) {
      case COMMENTS, COMMENT_FORM, RELATED, NEIGHBOUR -> BORDER;
      case LEGAL -> SHORT_LINE;
      default -> JUNK;
    };
  }

  /**
   * Returns {@code span} with the short sentences before and behind it, such as an interview's last
   * "No.", and with the list that its last line announces.
   */
  private Span widened(Span span, Ballot ballot) {
    List<Block> list = ballot.blocks().list();
    int start = span.start;
    while (start > 0 && isShortSentence(list.get(start - 1), ballot)) {
      start--;
    }
    int end = span.end;
    boolean announced = list.get(end - 1).text().endsWith(":");
    while (end < list.size()) {
      Block next = list.get(end);
      boolean item = next.kind() == Kind.LIST_ITEM && ballot.isOpen(end);
      if (!isShortSentence(next, ballot)
          && !(item && (announced || list.get(end - 1).kind() == Kind.LIST_ITEM))) {
        break;
      }
      end++;
    }
    return new Span(start, end);
  }

  private boolean isShortSentence(Block block, Ballot ballot) {
    return ballot.isOpen(block.index())
        && Sentences.isEnd(block.text())
        && !Sentences.isCut(block.text())
        && phrases.match(block.text()) == null;
  }

  private static boolean isParagraph(String text) {
    return Sentences.isEnd(text) && !Sentences.isCut(text) && Tokens.count(text) >= OPEN_PARAGRAPH;
  }

  /** The blocks from {@code start} to before {@code end}. */
  private record Span(int start, int end) {}
}
