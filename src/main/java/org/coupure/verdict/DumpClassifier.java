package org.coupure.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.coupure.article.Kind;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.model.ModelFile;
import org.coupure.text.PhraseBook;
import org.coupure.text.WordSet;

/**
 * Decides every open block of a plain-text dump by a learned model of its own: features, trees, one
 * probability a block, and a threshold of the page's own where the expected F1 over its words is
 * largest. Silent about HTML. Immutable and thread-safe.
 */
public final class DumpClassifier implements Judge {
  private static final String MODEL = "dump-classifier.bin";

  private final ModelFile model;
  private final WordSet functionWords = BlockClassifier.functionWords();
  private final PhraseBook phrases;
  private final boolean explain;

  private DumpClassifier(ModelFile model, PhraseBook phrases, boolean explain) {
    this.model = model;
    this.phrases = phrases;
    this.explain = explain;
  }

  /**
   * Returns the classifier packed into the jar.
   *
   * @param phrases what gives junk away; a feature
   * @param explain whether verdicts name the features that weighed most, which costs time
   */
  public static DumpClassifier bundled(PhraseBook phrases, boolean explain) {
    return ModelFile.bundled(
        DumpClassifier.class, MODEL, (name, in) -> read(name, in, phrases, explain));
  }

  /**
   * Reads a classifier that the training program wrote.
   *
   * @param name what to call the model in errors
   * @throws IOException if it is no model, of another format, or asks for other features
   */
  public static DumpClassifier read(
      String name, InputStream in, PhraseBook phrases, boolean explain) throws IOException {
    return new DumpClassifier(ModelFile.read(name, in, DumpFeatures.NAMES), phrases, explain);
  }

  @Override
  public void judge(BlockVerdicts ballot) {
    judge(List.of(ballot));
  }

  @Override
  public void judge(List<BlockVerdicts> ballots) {
    Blocks blocks = ballots.get(0).blocks();
    if (!blocks.isPlainText() || blocks.list().isEmpty()) {
      return;
    }
    DumpView view = new DumpView(blocks, model.odds(), functionWords, phrases);
    Prediction opinion =
        new Prediction(
            model, DumpFeatures.of(view), view.text.tokens, ballots.get(0).balance(), explain);
    for (BlockVerdicts ballot : ballots) {
      keepAnnounced(ballot, opinion);
      keepLastWords(ballot, opinion, view);
      if (!keepsAny(ballot, opinion)) {
        keepRun(ballot, view.run);
      }
      opinion.judge(ballot);
    }
  }

  /** Keeps the list that a kept line announces: its items say too little to be judged alone. */
  private static void keepAnnounced(BlockVerdicts ballot, Prediction opinion) {
    boolean announced = false;
    for (Block block : ballot.blocks().list()) {
      if (announced && block.kind() == Kind.LIST_ITEM) {
        ballot.keep(block.index(), Decider.CLASSIFIER, "announced by the line above the list");
      } else {
        announced = keeps(ballot, opinion, block.index()) && block.text().endsWith(":");
      }
    }
  }

  /** Keeps the short sentences that close a text, such as an interview's last "No.". */
  private static void keepLastWords(BlockVerdicts ballot, Prediction opinion, DumpView view) {
    int last = view.count - 1;
    while (last >= 0 && !keeps(ballot, opinion, last)) {
      last--;
    }
    for (int i = last + 1; last >= 0 && i < view.count && view.isShortSentence(i); i++) {
      ballot.keep(i, Decider.CLASSIFIER, "short sentence that closes the text");
    }
  }

  private static boolean keepsAny(BlockVerdicts ballot, Prediction opinion) {
    for (Block block : ballot.blocks().list()) {
      if (keeps(ballot, opinion, block.index())) {
        return true;
      }
    }
    return false;
  }

  private static boolean keeps(BlockVerdicts ballot, Prediction opinion, int index) {
    return ballot.isKept(index) || (ballot.isOpen(index) && opinion.isFor(index));
  }

  /** Some text is better than none: keeps what most looks like paragraphs, or everything. */
  private static void keepRun(BlockVerdicts ballot, DumpRun run) {
    for (int i = run.start; i < run.end; i++) {
      ballot.keep(i, Decider.CLASSIFIER, "no block was likely");
    }
  }
}
