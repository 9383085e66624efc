package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.Clipper;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.batch.DefectContainment;
import org.coupure.query.IndexedArticle;
import org.coupure.query.Query;
import org.coupure.query.QueryMatch;
import org.coupure.query.Snippet;
import org.coupure.record.RecordReader;
import org.coupure.store.ArticleStore;
import org.coupure.store.Selection;
import org.jspecify.annotations.Nullable;

/** Tries a query on pages and records. */
final class QueryVerb implements Verb {
  private static final int SHOWN = 20;

  @Override
  public String name() {
    return "query";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... QUERY [PATH...]",
        """
        Try a query: show which pages it finds and where, why it does not find the
        others, and what it costs. A PATH is what clean takes, records in JSON Lines
        (.jsonl, .jsonl.gz), or a store (.sqlite); without one the store is asked.
        """,
        """
        # does my query find what it should?
        coupure query "water NEAR/5 price NOT bottle" examples/
        # on what was clipped already
        coupure query "syrie AND (russie OR moscou)" articles.jsonl
        """,
        "Exit status: 0 something was found, 2 wrong use, 3 nothing was found.\n");
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(StoreOptions.store())
        .addOption(StoreOptions.stem())
        .addOption(
            OptionValues.option(
                null, "show", "N", "show so many that match, and so many that do not (20)"))
        .addOption(RuleFolders.option())
        .addOption(Palette.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    List<String> operands = words.getArgList();
    if (operands.isEmpty()) {
      throw new UsageException("query wants a QUERY, and PATHs to try it on.");
    }
    Query query = StoreOptions.query(operands.get(0), words.hasOption("stem"));
    Palette palette =
        Palette.of(
            words.getOptionValue("color", "auto"), terminal.outShown(), terminal.environment());
    Trial trial = new Trial(query, OptionValues.whole(words, "show", 0, SHOWN), palette, terminal);
    List<String> paths = operands.subList(1, operands.size());
    if (paths.isEmpty()) {
      store(StoreOptions.file(words).toString(), trial);
    }
    Clipper clipper = Clipper.builder().rules(Clippers.rules(words, terminal)).build();
    for (String path : paths) {
      if (path.endsWith(".sqlite") || path.endsWith(".db")) {
        store(path, trial);
      } else if (path.endsWith(".jsonl") || path.endsWith(".jsonl.gz")) {
        RecordLines.read(path, terminal, (line, number) -> trial.record(path, line, number));
      } else {
        new StoredPages(terminal, null)
            .read(
                List.of(path),
                words,
                page ->
                    trial.take(page.source(), DefectContainment.contained(page, clipper::clip)));
      }
    }
    return trial.end();
  }

  private static void store(String file, Trial trial) throws IOException {
    try (ArticleStore store = ArticleStore.openToRead(Path.of(file))) {
      store.each(
          Selection.ALL,
          record -> {
            trial.take(record.article().id(), record.clip());
            return true;
          });
    }
  }

  /** Tries the query on one article after the other. */
  private static final class Trial {
    private final Query query;
    private final int show;
    private final Palette palette;
    private final Terminal terminal;
    private final HitText text;
    private long all;
    private long found;
    private long reading;
    private long asking;

    Trial(Query query, int show, Palette palette, Terminal terminal) {
      this.query = query;
      this.show = show;
      this.palette = palette;
      this.terminal = terminal;
      text = new HitText(palette, terminal.columns());
    }

    void record(String path, byte[] line, long number) throws IOException {
      try {
        take(path + ":" + number, RecordReader.read(line));
      } catch (IllegalArgumentException e) {
        terminal
            .err()
            .println(Printable.of("coupure: " + path + ":" + number + ": " + e.getMessage()));
      }
    }

    void take(String name, Clip clip) throws IOException {
      @Nullable Article article = clip.article();
      if (article == null) {
        return;
      }
      all++;
      long start = System.nanoTime();
      IndexedArticle indexed = IndexedArticle.of(article);
      long read = System.nanoTime();
      Optional<QueryMatch> match = query.match(indexed);
      asking += System.nanoTime() - read;
      reading += read - start;
      if (match.isPresent()) {
        found++;
        if (found <= show) {
          terminal.print(palette.green("yes ") + head(name, article, match.get()));
        }
      } else if (all - found <= show) {
        terminal.print(palette.red("no  ") + head(name, article, null) + misses(indexed));
      }
    }

    private String head(String name, Article article, @Nullable QueryMatch match) {
      StringBuilder head = new StringBuilder(palette.bold(Printable.of(name))).append('\n');
      String title = article.headline().title();
      if (title != null) {
        Snippet marked = Snippet.all(title, match == null ? List.of() : match.title());
        head.append("    ");
        head.append(MarkedText.lines(marked, terminal.columns() - 4, "    ", palette));
        head.append('\n');
      }
      if (match != null && !match.text().isEmpty()) {
        head.append("    ").append(text.snippet(article, match)).append('\n');
      }
      return head.toString();
    }

    private String misses(IndexedArticle indexed) {
      StringBuilder lines = new StringBuilder();
      for (String reason : query.misses(indexed)) {
        String line = Wrapping.wrap(Printable.of(reason), terminal.columns() - 6, "      ");
        lines.append("    - ").append(line).append('\n');
      }
      return lines.toString();
    }

    int end() throws IOException {
      terminal
          .err()
          .println(
              Tally.grouped(found)
                  + " of "
                  + FieldListing.counted(all, "page")
                  + " match; "
                  + micros(asking)
                  + " µs a page for the query, "
                  + micros(reading)
                  + " µs to read its words once for all queries");
      return found == 0 ? FailOn.NO_RECORD : FailOn.OK;
    }

    private String micros(long nanos) {
      return Tally.grouped(all == 0 ? 0 : nanos / all / 1000);
    }
  }
}
