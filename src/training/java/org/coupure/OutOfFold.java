package org.coupure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.Format;
import org.coupure.sink.Sinks;
import org.coupure.source.PageConsumer;
import org.coupure.source.SourceOptions;
import org.coupure.source.Sources;
import org.coupure.text.PhraseBook;
import org.coupure.verdict.BlockClassifier;
import org.coupure.verdict.Classifier;
import org.coupure.verdict.LineModel;
import org.coupure.verdict.PrecisionRecall;
import org.coupure.verdict.TrainingExport;

/**
 * Clips the pages of a set with the whole product, each by the model that never saw the page's
 * host: {@code OutOfFold MODELS MANIFEST RECORDS}, where MODELS holds {@code fold-0.bin} and so on,
 * and for dumps {@code dumps/0} and so on. More words may follow: {@code explain} for verdicts in
 * the records, {@code precision} or {@code recall} for the presets of these names, {@code renamed}
 * for pages under other names ({@link Renamed}).
 */
final class OutOfFold {
  private OutOfFold() {}

  public static void main(String[] args) throws IOException {
    List<Clipper> clippers = new ArrayList<>();
    List<String> words = List.of(args).subList(3, args.length);
    PrecisionRecall balance =
        words.contains("precision")
            ? PrecisionRecall.PRECISION
            : words.contains("recall") ? PrecisionRecall.RECALL : PrecisionRecall.EVEN;
    boolean renamed = words.contains("renamed");
    PageReader reader = new PageReader(Limits.DEFAULT);
    for (int fold = 0; fold < TrainingExport.FOLDS; fold++) {
      String name = "fold-" + fold + ".bin";
      clippers.add(
          Clipper.builder()
              .classifier(classifier(Path.of(args[0], name), BlockClassifier::read))
              .lines(lines(Path.of(args[0], "dumps", Integer.toString(fold))))
              .explain(words.contains("explain"))
              .balance(balance)
              .build());
    }
    try (OutputStream out = Files.newOutputStream(Path.of(args[2]));
        ArticleSink sink = Sinks.open(Format.JSONL, null, out)) {
      Sources.manifest(args[1], System.in, SourceOptions.of(Clipper.VERSION))
          .read(
              new PageConsumer() {
                @Override
                public boolean page(Page page) {
                  int fold = TrainingExport.foldOf(page.url(), page.id());
                  Page shown = renamed ? Renamed.of(page, reader) : page;
                  return write(sink, clippers.get(fold).clip(shown));
                }

                @Override
                public boolean failed(Clip clip) {
                  return write(sink, clip);
                }
              });
    }
  }

  private interface Reader {
    Classifier read(String name, InputStream in, PhraseBook phrases, boolean explain)
        throws IOException;
  }

  /** Returns a judge by the model in {@code file}, or a silent one where there is none yet. */
  private static Classifier classifier(Path file, Reader reader) throws IOException {
    if (!Files.exists(file)) {
      return blocks -> verdicts -> {};
    }
    try (InputStream in = Files.newInputStream(file)) {
      return reader.read(file.toString(), in, PhraseBook.bundled(), false);
    }
  }

  /** Returns the model of lines in {@code folder}, or that of the jar where there is none yet. */
  private static LineModel lines(Path folder) throws IOException {
    return Files.exists(folder)
        ? LineModel.read(file -> Files.newInputStream(folder.resolve(file)))
        : LineModel.bundled();
  }

  private static boolean write(ArticleSink sink, Clip clip) {
    try {
      sink.accept(clip);
      return true;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
