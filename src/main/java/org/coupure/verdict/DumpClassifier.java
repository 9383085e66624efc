package org.coupure.verdict;

import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.DumpLines;
import org.coupure.text.Phrase;
import org.coupure.text.Phrase.Category;
import org.coupure.text.PhraseBook;

/**
 * Decides every open block of a plain-text dump by what the {@link LineModel} says of it. Silent
 * about HTML. Immutable and thread-safe.
 */
public final class DumpClassifier implements Classifier {
  /**
   * After so many words of text a comment form or comment count ends the text; before, it is a link
   * in a menu.
   */
  private static final float TEXT_BEFORE_COMMENTS = 100;

  private final Supplier<LineModel> model;
  private final boolean explain;

  /**
   * @param model asked when the first dump comes
   * @param explain whether verdicts name the features that weighed most, which costs time
   */
  public DumpClassifier(Supplier<LineModel> model, boolean explain) {
    this.model = model;
    this.explain = explain;
  }

  @Override
  public Judge predict(Blocks blocks) {
    if (!blocks.isPlainText() || blocks.list().isEmpty()) {
      return verdicts -> {};
    }
    LineModel lineModel = model.get();
    DumpLines lines = lineModel.judge(blocks).dumpLines();
    if (lines == null) {
      return verdicts -> {};
    }
    float[] chances = new float[lines.count()];
    int[] tokens = new int[lines.count()];
    for (Block block : blocks.list()) {
      chances[block.index()] = lines.chance(block.index());
      tokens[block.index()] = block.words();
    }
    SubHeadings.restore(blocks, chances);
    DumpContinuations.raise(blocks, chances);
    DumpRows.raise(blocks, chances);
    DumpClosings.raise(blocks, chances);
    DumpStandfirsts.raise(blocks, lines, chances);
    int end = comments(blocks, lines);
    return new Prediction(
        lineModel.second(),
        explain ? lineModel.secondFeatures(blocks) : null,
        chances,
        tokens,
        (p, words, balance) -> balance.line(),
        (verdicts, likely) -> {
          for (int i = end; i < lines.count(); i++) {
            verdicts.drop(i, Decider.CLASSIFIER, "comments begin above it");
          }
          keepLikeliest(verdicts, likely, lines);
        });
  }

  /**
   * Returns where the comments of readers begin: behind a phrase that says so, when most of the
   * likely text stands above it. They are written in sentences, too. The number of blocks for none.
   */
  private static int comments(Blocks blocks, DumpLines lines) {
    float all = 0;
    for (Block block : blocks.list()) {
      all += lines.chance(block.index()) * block.words();
    }
    float above = 0;
    for (Block block : blocks.list()) {
      Phrase phrase = blocks.phrases(PhraseBook.bundled()).get(block.index());
      boolean thread =
          phrase != null
              && phrase.certain()
              && (phrase.category() == Category.COMMENTS
                  || phrase.category() == Category.COMMENT_FORM);
      if (thread && above >= TEXT_BEFORE_COMMENTS && above >= all - above) {
        return block.index();
      }
      above += lines.chance(block.index()) * block.words();
    }
    return blocks.list().size();
  }

  /** Some text is better than none: where no line is likely enough, the likeliest are kept. */
  private static void keepLikeliest(BlockVerdicts verdicts, IntPredicate likely, DumpLines lines) {
    float most = 0;
    for (Block block : verdicts.blocks().list()) {
      int i = block.index();
      if (verdicts.isKept(i) || (verdicts.isOpen(i) && likely.test(i))) {
        return;
      }
      most = verdicts.isOpen(i) ? Math.max(most, lines.chance(i)) : most;
    }
    for (Block block : verdicts.blocks().list()) {
      if (verdicts.isOpen(block.index()) && lines.chance(block.index()) >= most / 2) {
        verdicts.keep(block.index(), Decider.CLASSIFIER, "no block was likely");
      }
    }
  }
}
