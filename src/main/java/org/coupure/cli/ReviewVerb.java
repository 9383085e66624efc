package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.file.AtomicFile;
import org.coupure.query.Query;
import org.coupure.review.PictureUse;
import org.coupure.review.Review;
import org.coupure.store.ArticleStore;
import org.coupure.store.Selection;
import org.coupure.store.Selection.Sort;
import org.coupure.watch.Subjects;

/** Makes a review to read out of records. */
final class ReviewVerb implements Verb {
  private static final List<String> ENDINGS = List.of(".html", ".md", ".epub");

  @Override
  public String name() {
    return "review";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... --out FILE [CONFIG] [PATH]...",
        """
        Make a review of what the papers wrote: by subject, each story once, with
        headline, paper, author, time and the first sentences or the words that were
        asked for. A PATH is a store (.sqlite) or records in JSON Lines (.jsonl,
        .jsonl.gz, - for standard input); without one the store is asked. Records say
        their subjects; with a CONFIG (.yaml) its subjects are asked anew. The FILE is
        one HTML page, Markdown or an EPUB, as its name says. See docs/review.md.
        """,
        """
        # this morning's review of all subjects
        coupure review --since 1d --out review.html
        # one subject for the reader on the train
        coupure review --subject water --since 7d --out water.epub
        # what a query finds, out of records
        coupure review --query "syrie AND moscou" articles.jsonl --out syrie.html
        """,
        "Exit status: 0 all is well, 2 wrong use, 3 nothing was found (a review says so).\n");
  }

  @Override
  public Options options() {
    Options options = new Options().addOption(StoreOptions.store()).addOption(StoreOptions.query());
    return StoreOptions.addSelection(options)
        .addOption(StoreOptions.stem())
        .addOption(
            OptionValues.option(
                null, "zone", "ZONE", "the zone of times and days, such as Europe/Paris"))
        .addOption(OptionValues.option(null, "title", "TEXT", "the title of the review"))
        .addOption(
            OptionValues.option(
                null,
                "pictures",
                "HOW",
                "off, link, or load, which tells sites who reads (default: off)"))
        .addOption(
            OptionValues.option("o", "out", "FILE", "write to this .html, .md or .epub file"));
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    String out = words.getOptionValue("out");
    if (out == null || ENDINGS.stream().noneMatch(out.toLowerCase(Locale.ROOT)::endsWith)) {
      throw new UsageException(
          "review wants --out FILE, whose name ends with .html, .md or .epub.");
    }
    PictureUse pictures =
        OptionValues.oneOf(words, "pictures", PictureUse.values(), PictureUse.OFF);
    ZonedDateTime now = ZonedDateTime.now(zone(words));
    Selection selection = selection(words, now);
    String title = title(words, selection);
    List<String> paths = new ArrayList<>(words.getArgList());
    Subjects subjects = subjects(paths);
    if (paths.isEmpty()) {
      paths.add(StoreOptions.file(words).toString());
    }
    ReviewIntake intake =
        new ReviewIntake(
            selection, subjects, now.toInstant(), Review.builder(title, now.getZone()));
    for (String path : paths) {
      if (path.endsWith(".sqlite") || path.endsWith(".db")) {
        try (ArticleStore store = ArticleStore.openToRead(Path.of(path))) {
          intake.store(store);
        }
      } else {
        intake.lines(path, terminal);
      }
    }
    Review review = intake.review();
    AtomicFile.write(Path.of(out), review.write(out, pictures));
    terminal.err().println(FieldListing.counted(review.size(), "article") + " in " + out);
    return review.size() == 0 ? FailOn.NO_RECORD : FailOn.OK;
  }

  /** Takes the configuration out of the operands, if there is one. */
  private static Subjects subjects(List<String> paths) throws IOException, UsageException {
    for (String path : List.copyOf(paths)) {
      if (path.endsWith(".yaml") || path.endsWith(".yml")) {
        paths.remove(path);
        try {
          return Subjects.load(Path.of(path));
        } catch (IllegalArgumentException e) {
          throw new UsageException(String.valueOf(e.getMessage()), false);
        }
      }
    }
    return Subjects.NONE;
  }

  private static Selection selection(CommandLine words, ZonedDateTime now) throws UsageException {
    return new Selection(
        StoreOptions.query(words),
        TimeOption.since(words, now),
        TimeOption.until(words, now),
        words.getOptionValue("site"),
        words.getOptionValue("language"),
        words.getOptionValue("subject"),
        Sort.NEWEST,
        Integer.MAX_VALUE);
  }

  private static String title(CommandLine words, Selection selection) {
    String subject = selection.subject();
    Query query = selection.query();
    String usual = subject != null ? subject : query != null ? query.toString() : "Press review";
    return words.getOptionValue("title", usual);
  }

  private static ZoneId zone(CommandLine words) throws UsageException {
    String zone = words.getOptionValue("zone");
    try {
      return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new UsageException(
          "--zone wants a zone such as Europe/Paris or UTC, not \"" + zone + "\".");
    }
  }
}
