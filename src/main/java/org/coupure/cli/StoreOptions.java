package org.coupure.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.coupure.query.Query;
import org.coupure.query.QuerySyntaxException;
import org.coupure.store.ArticleStore;
import org.coupure.store.Selection;
import org.coupure.store.Selection.Sort;
import org.jspecify.annotations.Nullable;

/** The options of verbs that work on a store. */
final class StoreOptions {
  private StoreOptions() {}

  static Option store() {
    return OptionValues.option(
        null,
        "store",
        "FILE",
        "the store, or a .sqlite output (default: " + ArticleStore.FILE + ")");
  }

  static Option query() {
    return OptionValues.option(null, "query", "QUERY", "only what this query finds");
  }

  static Option stem() {
    return OptionValues.flag("stem", "let words of the query stand for all words of their stems");
  }

  /** Adds the options that narrow records down, apart from a query. */
  static Options addSelection(Options options) {
    return options
        .addOption(TimeOption.since())
        .addOption(TimeOption.until())
        .addOption(
            OptionValues.option(null, "site", "NAME", "only of this host, or publisher's name"))
        .addOption(
            OptionValues.option(null, "language", "TAG", "only in this language, such as fr"))
        .addOption(OptionValues.option(null, "subject", "NAME", "only of this subject"));
  }

  static Path file(CommandLine words) {
    return Path.of(words.getOptionValue("store", ArticleStore.FILE));
  }

  static ArticleStore openToRead(CommandLine words) throws IOException {
    return ArticleStore.openToRead(file(words));
  }

  /** Opens a store that must be there, to write. */
  static ArticleStore openToWrite(CommandLine words, Terminal terminal) throws IOException {
    Path file = file(words);
    if (!file.toFile().exists()) {
      // The same sentence as for reading.
      ArticleStore.openToRead(file).close();
    }
    return ArticleStore.open(file, notice -> terminal.err().println("coupure: " + notice));
  }

  static Query query(String text, boolean stem) throws UsageException {
    try {
      return stem ? Query.parseStemmed(text) : Query.parse(text);
    } catch (QuerySyntaxException e) {
      throw new UsageException(String.valueOf(e.getMessage()), false);
    }
  }

  /** Returns what {@code --query} asks for, or null. */
  static @Nullable Query query(CommandLine words) throws UsageException {
    String text = words.getOptionValue("query");
    return text == null ? null : query(text, words.hasOption("stem"));
  }

  /**
   * Reads the options that narrow records down.
   *
   * @param max how many records are wanted when nothing is said
   */
  static Selection selection(CommandLine words, @Nullable Query query, int max)
      throws UsageException {
    ZonedDateTime now = TimeOption.now();
    return new Selection(
        query,
        TimeOption.since(words, now),
        TimeOption.until(words, now),
        words.getOptionValue("site"),
        words.getOptionValue("language"),
        words.getOptionValue("subject"),
        sort(words.getOptionValue("sort", query == null ? "newest" : "relevance")),
        OptionValues.whole(words, "max", 1, max));
  }

  private static Sort sort(String word) throws UsageException {
    for (Sort sort : Sort.values()) {
      if (sort.name().toLowerCase(Locale.ROOT).equals(word)) {
        return sort;
      }
    }
    throw new UsageException("--sort wants relevance, newest or oldest, not \"" + word + "\".");
  }
}
