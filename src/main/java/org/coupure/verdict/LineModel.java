package org.coupure.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.coupure.block.Blocks;
import org.coupure.block.DumpHead;
import org.coupure.block.DumpLines;
import org.coupure.model.FeatureSlices;
import org.coupure.model.FeatureTable;
import org.coupure.model.ModelFile;
import org.coupure.text.PhraseBook;
import org.coupure.text.WordSet;
import org.jspecify.annotations.Nullable;

/**
 * The learned model of the lines of a plain-text dump. It goes over them twice: trees give each
 * line odds by what it says and what stands around it; a ranker chooses the headline with these
 * odds in view; a second pass sees both, so that a sub-heading between paragraphs stays and a
 * caption goes, and what stands above the headline or behind the end is out as a whole. Immutable
 * and thread-safe.
 */
public final class LineModel {
  /** A headline with a lower chance is not used: no title is better than a wrong one. */
  private static final float LEAST_TITLE = 0.15f;

  /** Dumps of more blocks are judged in slices: tables of all would be too large. */
  private static final int MOST_AT_ONCE = 1500;

  private static final String FIRST = "dump-lines.bin";
  private static final String TITLES = "dump-titles.bin";
  private static final String SECOND = "dump-second.bin";

  private final ModelFile first;
  private final ModelFile titles;
  private final ModelFile second;
  private final WordSet functionWords = BlockClassifier.functionWords();
  private final PhraseBook phrases = PhraseBook.bundled();

  private LineModel(ModelFile first, ModelFile titles, ModelFile second) {
    this.first = first;
    this.titles = titles;
    this.second = second;
  }

  /** Loads the model when it is first asked for. */
  private static final class Bundled {
    static final LineModel MODEL =
        new LineModel(
            bundled(FIRST, DumpFeatures.NAMES),
            bundled(TITLES, DumpTitleFeatures.names()),
            bundled(SECOND, DumpFeatures.SECOND_NAMES));

    private static ModelFile bundled(String file, List<String> features) {
      return ModelFile.bundled(
          LineModel.class, file, (name, in) -> ModelFile.read(name, in, features));
    }
  }

  /** Opens one of a model's files by its name. */
  @FunctionalInterface
  public interface Files {
    /** Opens {@code file}; whoever asks closes it. */
    InputStream open(String file) throws IOException;
  }

  /** Returns the model packed into the jar. It is read once, at the first call. */
  public static LineModel bundled() {
    return Bundled.MODEL;
  }

  /**
   * Reads a model that the training program wrote.
   *
   * @throws IOException if a file is no model, of another format, or asks for other features
   */
  public static LineModel read(Files files) throws IOException {
    return new LineModel(
        read(files, FIRST, DumpFeatures.NAMES),
        read(files, TITLES, DumpTitleFeatures.names()),
        read(files, SECOND, DumpFeatures.SECOND_NAMES));
  }

  private static ModelFile read(Files files, String file, List<String> features)
      throws IOException {
    try (InputStream in = files.open(file)) {
      return ModelFile.read(file, in, features);
    }
  }

  /** Returns the blocks of a dump with what the model says of them; others as they are. */
  public Blocks judge(Blocks blocks) {
    if (!blocks.isPlainText() || blocks.list().isEmpty() || blocks.dumpLines() != null) {
      return blocks;
    }
    return blocks.with(new Passes(blocks).lines());
  }

  ModelFile second() {
    return second;
  }

  /** Returns what the second pass over {@code blocks} sees, to explain what it says. */
  FeatureSlices secondFeatures(Blocks blocks) {
    return new Passes(blocks).features();
  }

  /** One dump on its way through the model. */
  private final class Passes {
    private final Blocks blocks;
    private final DumpView view;
    private final DumpHead head;
    private final @Nullable FeatureTable table;
    private final float[] odds;
    private final int title;
    private final float titleChance;
    private final float[] headlines;

    Passes(Blocks blocks) {
      this.blocks = blocks;
      view = new DumpView(blocks, first.odds(), functionWords, blocks.phrases(phrases));
      head = blocks.dumpHead();
      table = view.count > MOST_AT_ONCE ? null : DumpFeatures.table(view);
      odds =
          table == null
              ? Prediction.chances(DumpFeatures.of(view), first)
              : Prediction.chances(first.trees().sums(table));
      headlines =
          Prediction.chances(
              DumpFeatures.titles(new DumpTitleFeatures(view, odds), view.count), titles);
      int best = 0;
      for (int i = 1; i < headlines.length; i++) {
        best = headlines[i] > headlines[best] ? i : best;
      }
      title = best;
      titleChance = headlines[best];
    }

    FeatureSlices features() {
      return DumpFeatures.of(view, own());
    }

    private DumpOddsFeatures own() {
      return new DumpOddsFeatures(odds, title, titleChance);
    }

    private float[] chances() {
      if (table == null) {
        return Prediction.chances(features(), second);
      }
      DumpFeatures.add(table, own());
      return Prediction.chances(second.trees().sums(table));
    }

    DumpLines lines() {
      float[] chances = chances();
      // Between headline and head a database may write where the article was printed.
      boolean above = !head.labelsTitle() && title < head.title() && titleChance >= LEAST_TITLE;
      if (head.title() >= 0 && !above) {
        // Its label or its place says what it is.
        return new DumpLines(chances, head.title(), 1);
      }
      if (view.count == 1) {
        // A line alone is a text without a headline.
        return new DumpLines(chances, -1, titleChance);
      }
      DumpHeadline choice = new DumpHeadline(blocks, headlines, chances);
      return titleChance < LEAST_TITLE
          ? new DumpLines(chances, choice.firstLine(), titleChance)
          : new DumpLines(chances, choice.endOfTrail(choice.aboveSentence(title)), titleChance);
    }
  }
}
