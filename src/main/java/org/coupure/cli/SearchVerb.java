package org.coupure.cli;

import java.io.IOException;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.query.Query;
import org.coupure.store.ArticleStore;
import org.coupure.store.Selection;
import org.coupure.store.StoredRecord;

/** Finds records in a store. */
final class SearchVerb implements Verb {
  private static final int MAX = 20;

  /**
   * More results than this are not counted, because counting takes time and the exact number
   * matters little.
   */
  private static final int COUNTED = 1000;

  @Override
  public String name() {
    return "search";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]... QUERY",
        """
        Find records in the store. The QUERY has words, "phrases", beg*, AND, OR, NOT,
        NEAR/5, title:, site:, author:, section:, stem:, drone>=3 and parentheses;
        accents and case do not matter. docs/search.md tells more.
        """,
        """
        # what was written about it this month?
        coupure search "syrie AND (russie OR moscou)" --since 30d
        # every hit of one site, as JSON Lines
        coupure search "title:election*" --site example.org --max 1000 --format json
        # a page to print
        coupure search "water NEAR/5 price" --format html > water.html
        """,
        """
        Exit status: 0 something was found, 2 wrong use, 3 nothing was found.
        """);
  }

  @Override
  public Options options() {
    Options options = new Options().addOption(StoreOptions.store());
    return StoreOptions.addSelection(options)
        .addOption(
            OptionValues.option(
                null, "sort", "ORDER", "relevance, newest or oldest (default: relevance)"))
        .addOption(OptionValues.option(null, "max", "N", "show so many (default: " + MAX + ")"))
        .addOption(StoreOptions.stem())
        .addOption(
            OptionValues.option("f", "format", "FORMAT", "text, json or html (default: text)"))
        .addOption(Palette.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    if (words.getArgList().isEmpty()) {
      throw new UsageException("search wants a QUERY.");
    }
    Query query = StoreOptions.query(String.join(" ", words.getArgList()), words.hasOption("stem"));
    Selection selection = StoreOptions.selection(words, query, MAX);
    String format = words.getOptionValue("format", "text");
    if (!List.of("text", "json", "html").contains(format)) {
      throw new UsageException("--format wants text, json or html, not \"" + format + "\".");
    }
    try (ArticleStore store = StoreOptions.openToRead(words)) {
      List<StoredRecord> hits = store.search(selection);
      print(hits, query, format, words, terminal);
      terminal.err().println(summary(store, selection, hits.size()));
      return hits.isEmpty() ? FailOn.NO_RECORD : FailOn.OK;
    }
  }

  private static void print(
      List<StoredRecord> hits, Query query, String format, CommandLine words, Terminal terminal)
      throws UsageException, IOException {
    if (format.equals("html")) {
      terminal.print(HitPage.of(query.toString(), hits));
      return;
    }
    Palette palette =
        Palette.of(
            words.getOptionValue("color", "auto"), terminal.outShown(), terminal.environment());
    HitText text = new HitText(palette, terminal.columns());
    int number = 0;
    for (StoredRecord hit : hits) {
      terminal.print(format.equals("json") ? HitJson.of(hit) : text.of(++number, hit));
    }
  }

  private static String summary(ArticleStore store, Selection selection, int shown)
      throws IOException {
    if (shown < selection.max()) {
      return FieldListing.counted(shown, "record");
    }
    long all = store.count(selection.withMax(COUNTED), COUNTED);
    String more = all >= COUNTED ? "at least " : "";
    return Tally.grouped(shown) + " of " + more + FieldListing.counted(all, "record") + " shown";
  }
}
