package org.coupure.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.file.AtomicFile;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.Format;
import org.coupure.sink.SinkOptions;
import org.coupure.store.ArticleStore;
import org.coupure.store.Selection;
import org.jspecify.annotations.Nullable;

/** Writes records of a store in any format. */
final class StoreExportVerb implements Verb {
  @Override
  public String name() {
    return "store export";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]...",
        """
        Write the newest revision of records of the store: as they are, in JSON Lines,
        or in any other format or place that clean writes to.
        """,
        """
        # all of it
        coupure store export --out all.jsonl
        # this year's articles about water, as Markdown
        coupure store export --query water --since 2026-01-01 --out water/ -f md
        """,
        "Exit status: 0 all is well, 2 wrong use, 3 there are no records to write.\n");
  }

  @Override
  public Options options() {
    Options options = new Options().addOption(StoreOptions.store()).addOption(StoreOptions.query());
    return StoreOptions.addSelection(options)
        .addOption(OptionValues.option(null, "max", "N", "write so many at most"))
        .addOption(
            OptionValues.option(
                null, "sort", "ORDER", "relevance, newest or oldest (default: newest)"))
        .addOption(StoreOptions.stem())
        .addOption(
            OptionValues.option(
                "o", "out", "PATH", "write to this file, folder or database; - is standard output"))
        .addOption(
            OptionValues.option("f", "format", "FORMAT", "as clean has it (default: jsonl)"));
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (!words.getArgList().isEmpty()) {
      throw new UsageException("store export takes options only; say where with --out.");
    }
    Selection selection =
        StoreOptions.selection(words, StoreOptions.query(words), Integer.MAX_VALUE);
    Destination to =
        Destination.of(
            words.getOptionValue("out"), words.getOptionValue("format"), terminal, false);
    try (ArticleStore store = StoreOptions.openToRead(words)) {
      long count =
          to.format() == Format.JSONL && isPlain(to.out())
              ? lines(store, selection, to.out(), terminal)
              : articles(store, selection, to, terminal);
      terminal.err().println(FieldListing.counted(count, "record") + " written");
      return count == 0 ? FailOn.NO_RECORD : FailOn.OK;
    }
  }

  private static boolean isPlain(@Nullable String out) {
    return out == null || out.endsWith(".jsonl");
  }

  /** Writes the records byte for byte. */
  private static long lines(
      ArticleStore store, Selection selection, @Nullable String out, Terminal terminal)
      throws IOException {
    if (out == null) {
      return copy(store, selection, new BufferedOutputStream(terminal.out()));
    }
    try (AtomicFile file = AtomicFile.replace(Path.of(out))) {
      long count = copy(store, selection, file.stream());
      file.finish();
      return count;
    }
  }

  private static long copy(ArticleStore store, Selection selection, OutputStream to)
      throws IOException {
    LongAdder count = new LongAdder();
    store.each(
        selection,
        record -> {
          to.write(record.json());
          to.write('\n');
          count.increment();
          return true;
        });
    to.flush();
    return count.sum();
  }

  private static long articles(
      ArticleStore store, Selection selection, Destination to, Terminal terminal)
      throws IOException {
    SinkOptions options =
        SinkOptions.of(terminal.out())
            .withNotices(notice -> terminal.err().println("coupure: " + notice));
    try (ArticleSink sink = to.open(options)) {
      LongAdder count = new LongAdder();
      store.each(
          selection,
          record -> {
            sink.accept(record.clip());
            count.increment();
            return true;
          });
      return count.sum();
    }
  }
}
