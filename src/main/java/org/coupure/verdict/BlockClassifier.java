package org.coupure.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.coupure.block.Blocks;
import org.coupure.model.ModelFile;
import org.coupure.text.PhraseBook;
import org.coupure.text.WordLists;
import org.coupure.text.WordSet;

/**
 * Decides every open block of an HTML page by the learned model: features, trees, one probability a
 * block, and a threshold of the page's own where the expected F1 over its words is largest.
 * Immutable and thread-safe.
 */
public final class BlockClassifier implements Judge {
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

  /**
   * Returns the classifier packed into the jar.
   *
   * @param phrases what gives junk away; a feature
   * @param explain whether verdicts name the features that weighed most, which costs time
   */
  public static BlockClassifier bundled(PhraseBook phrases, boolean explain) {
    return ModelFile.bundled(
        BlockClassifier.class, MODEL, (name, in) -> read(name, in, phrases, explain));
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
  public void judge(BlockVerdicts ballot) {
    judge(List.of(ballot));
  }

  @Override
  public void judge(List<BlockVerdicts> ballots) {
    Blocks blocks = ballots.get(0).blocks();
    if (blocks.isPlainText() || blocks.list().isEmpty()) {
      return;
    }
    FeatureContext view = new FeatureContext(blocks, words, functionWords, phrases);
    Features features = Features.of(view);
    Prediction opinion =
        new Prediction(
            model, features.slices(), view.text.tokens, ballots.get(0).balance(), explain);
    ballots.forEach(ballot -> opinion.judge(ballot, view));
    KindInput look = new KindInput(view, features.page());
    ballots.forEach(ballot -> ballot.look(look));
  }

  /**
   * Returns the threshold where the expected F is largest, of an even balance 2·Σ(p·words kept) /
   * (Σ words kept + Σ p·words over all), searched over the blocks in falling order of probability.
   */
  static float cut(float[] p, int[] tokens, Balance balance) {
    // Probabilities are never below zero, so that their bits stand in their order; blocks of the
    // same probability stay in the order of the page.
    long[] order = new long[p.length];
    double expected = 0;
    for (int i = 0; i < p.length; i++) {
      order[i] = (long) ~Float.floatToRawIntBits(p[i]) << Integer.SIZE | i;
      expected += (double) p[i] * tokens[i];
    }
    Arrays.sort(order);
    double mass = 0;
    double kept = 0;
    double best = -1;
    float cut = balance.most();
    for (long place : order) {
      int i = (int) place;
      mass += (double) p[i] * tokens[i];
      kept += tokens[i];
      double f = balance.f(mass, kept, expected);
      if (f > best) {
        best = f;
        cut = p[i];
      }
    }
    return balance.bounded(cut);
  }

  /** Returns the words of {@code function-words.txt}, all languages together. */
  static WordSet functionWords() {
    StringBuilder words = new StringBuilder(8192);
    WordLists.load(FUNCTION_WORDS).values().forEach(list -> words.append(list).append(' '));
    return WordSet.of(words.toString());
  }
}
