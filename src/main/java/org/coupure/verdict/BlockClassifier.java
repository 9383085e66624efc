package org.coupure.verdict;

import java.io.IOException;
import java.io.InputStream;
import org.coupure.block.Blocks;
import org.coupure.model.FeatureSlices;
import org.coupure.model.ModelFile;
import org.coupure.text.PhraseBook;
import org.coupure.text.WordLists;
import org.coupure.text.WordSet;

/**
 * The learned model of HTML pages: features, trees, one probability a block, and what only the page
 * as a whole shows. Immutable and thread-safe.
 */
public final class BlockClassifier implements Classifier {
  private static final String MODEL = "classifier.bin";
  private static final String FUNCTION_WORDS = "classifier/function-words.txt";

  private final ModelFile model;
  private final ClassWords words;
  private final WordSet functionWords;
  private final PhraseBook phrases;
  private final boolean explain;

  private BlockClassifier(ModelFile model, PhraseBook phrases, boolean explain) {
    this.model = model;
    this.words = new ClassWords(model.odds());
    this.functionWords = functionWords();
    this.phrases = phrases;
    this.explain = explain;
  }

  /** Made when first asked for: loading takes 20 to 30 ms, and dumps need another model. */
  private static final class Bundled {
    static final BlockClassifier BRIEF =
        ModelFile.bundled(
            BlockClassifier.class,
            MODEL,
            (name, in) -> read(name, in, PhraseBook.bundled(), false));
    static final BlockClassifier EXPLAINING = new BlockClassifier(BRIEF.model, BRIEF.phrases, true);
  }

  /**
   * Returns the classifier packed into the jar, always the same.
   *
   * @param explain whether verdicts name the features that weighed most, which costs time
   */
  public static BlockClassifier bundled(boolean explain) {
    return explain ? Bundled.EXPLAINING : Bundled.BRIEF;
  }

  /**
   * Reads a classifier that the training program wrote.
   *
   * @param name what to call the model in errors
   * @throws IOException if it is no model, of another format, or asks for other features
   */
  public static BlockClassifier read(
      String name, InputStream in, PhraseBook phrases, boolean explain) throws IOException {
    return new BlockClassifier(ModelFile.read(name, in, Features.NAMES), phrases, explain);
  }

  @Override
  public Judge predict(Blocks blocks) {
    if (blocks.isPlainText() || blocks.list().isEmpty()) {
      return verdicts -> {};
    }
    FeatureContext context = new FeatureContext(blocks, words, functionWords, phrases);
    Features features = Features.of(context);
    FeatureSlices slices = features.slices();
    float[] p = Prediction.chances(slices, model);
    KindInput input = new KindInput(context, features.page());
    // The groups of features hold about as much as the context: only who explains keeps them.
    return new Prediction(
        model,
        explain ? slices : null,
        p,
        context.text.tokens,
        Prediction::cut,
        (verdicts, likely) -> {
          ContextPass.refine(context, p, verdicts, likely);
          verdicts.look(input);
        });
  }

  /** Returns the words of {@code function-words.txt}, all languages together. */
  static WordSet functionWords() {
    StringBuilder words = new StringBuilder(8192);
    WordLists.load(FUNCTION_WORDS).values().forEach(list -> words.append(list).append(' '));
    return WordSet.of(words.toString());
  }
}
