package org.coupure.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.coupure.review.HtmlPage;
import org.coupure.store.ArticleStore;
import org.coupure.store.Selection;
import org.coupure.store.StoreStatistics;
import org.coupure.store.StoreStatistics.Count;
import org.coupure.text.Html;

/** Counts the records of a store. */
final class StoreStatsVerb implements Verb {
  /** The number of days, sites and languages that are shown; the rest is summed up. */
  private static final int ROWS = 14;

  private static final String EARLIER = "earlier";
  private static final String OTHERS = " others";

  /** Characters of a month such as 2024-05, and of a year. */
  private static final int MONTH = 7;

  private static final int YEAR = 4;

  private static final int NAME = 28;
  private static final int NUMBER = 9;

  @Override
  public String name() {
    return "store stats";
  }

  @Override
  public Manual manual() {
    return new Manual(
        "[OPTION]...",
        """
        Count the records of the store by day (UTC), site, language and outcome, with
        a bar each.
        """,
        """
        # what came in the last month?
        coupure store stats --since 30d
        # as a page
        coupure store stats --format html > stats.html
        """,
        "Exit status: 0 all is well, 2 wrong use, 3 there are no records.\n");
  }

  @Override
  public Options options() {
    Options options = new Options().addOption(StoreOptions.store());
    return StoreOptions.addSelection(options)
        .addOption(OptionValues.option("f", "format", "FORMAT", "text or html (default: text)"))
        .addOption(Palette.option());
  }

  @Override
  public int run(CommandLine words, Terminal terminal) throws UsageException, IOException {
    String format = words.getOptionValue("format", "text");
    if (!format.equals("text") && !format.equals("html")) {
      throw new UsageException("--format wants text or html, not \"" + format + "\".");
    }
    Selection selection = StoreOptions.selection(words, null, Integer.MAX_VALUE);
    Palette palette =
        Palette.of(
            words.getOptionValue("color", "auto"), terminal.outShown(), terminal.environment());
    try (ArticleStore store = StoreOptions.openToRead(words)) {
      StoreStatistics statistics = store.statistics(selection);
      terminal.print(
          format.equals("html")
              ? page(StoreOptions.file(words).toString(), statistics)
              : text(statistics, palette, terminal.columns()));
      return statistics.records() == 0 ? FailOn.NO_RECORD : FailOn.OK;
    }
  }

  /** A table with its name. */
  private record Table(String name, List<Count> rows) {}

  private static List<Table> tables(StoreStatistics statistics) {
    return List.of(
        times(statistics.days()),
        new Table("site", most(statistics.sites())),
        new Table("language", most(statistics.languages())),
        new Table("outcome", most(statistics.outcomes())));
  }

  /** Days, months or years: the finest unit whose last few rows hold most records. */
  private static Table times(List<Count> days) {
    Table table = new Table("day", lastDays(days));
    for (int length : List.of(MONTH, YEAR)) {
      boolean mostAreEarlier =
          !table.rows.isEmpty() && table.rows.get(0).records() > sum(days) / 2 && hasRest(table);
      if (mostAreEarlier) {
        table = new Table(length == MONTH ? "month" : "year", last(grouped(days, length)));
      }
    }
    return table;
  }

  private static boolean hasRest(Table table) {
    return table.rows.get(0).value().equals(EARLIER);
  }

  private static long sum(List<Count> counts) {
    return counts.stream().mapToLong(Count::records).sum();
  }

  /** Sums days up whose first characters are the same. */
  private static List<Count> grouped(List<Count> days, int length) {
    Map<String, Long> groups = new TreeMap<>();
    for (Count day : days) {
      String group = day.value().substring(0, Math.min(length, day.value().length()));
      groups.merge(group, day.records(), Long::sum);
    }
    return groups.entrySet().stream().map(g -> new Count(g.getKey(), g.getValue())).toList();
  }

  /** The last days, also those without a record, so that gaps show. */
  private static List<Count> lastDays(List<Count> days) {
    Map<String, Long> counts = new TreeMap<>();
    days.forEach(day -> counts.put(day.value(), day.records()));
    List<Count> shown = new ArrayList<>();
    try {
      LocalDate first = LocalDate.parse(days.isEmpty() ? "-" : days.get(0).value());
      LocalDate day = LocalDate.parse(days.get(days.size() - 1).value());
      while (shown.size() < ROWS && !day.isBefore(first)) {
        shown.add(0, new Count(day.toString(), counts.getOrDefault(day.toString(), 0L)));
        day = day.minusDays(1);
      }
    } catch (DateTimeException ignored) { // No day, or years of five digits.
      return last(days);
    }
    return withRest(shown, sum(days));
  }

  private static List<Count> last(List<Count> counts) {
    List<Count> shown = counts.subList(Math.max(0, counts.size() - ROWS), counts.size());
    return withRest(shown, sum(counts));
  }

  private static List<Count> withRest(List<Count> shown, long all) {
    long earlier = all - sum(shown);
    List<Count> rows = new ArrayList<>(shown);
    if (earlier > 0) {
      rows.add(0, new Count(EARLIER, earlier));
    }
    return rows;
  }

  private static List<Count> most(List<Count> counts) {
    if (counts.size() <= ROWS) {
      return counts;
    }
    List<Count> shown = new ArrayList<>(counts.subList(0, ROWS));
    List<Count> rest = counts.subList(ROWS, counts.size());
    shown.add(new Count(Tally.grouped(rest.size()) + OTHERS, sum(rest)));
    return shown;
  }

  /** Returns the longest bar; a row that sums others up has none. */
  private static long largest(Table table) {
    return table.rows.stream()
        .filter(row -> !isRest(row))
        .mapToLong(Count::records)
        .max()
        .orElse(1);
  }

  private static boolean isRest(Count row) {
    return row.value().equals(EARLIER) || row.value().endsWith(OTHERS);
  }

  private static String head(StoreStatistics statistics) {
    return FieldListing.counted(statistics.records(), "record")
        + ", "
        + FieldListing.counted(statistics.revisions(), "older revision")
        + " in the store, "
        + Tally.grouped(statistics.bytes() / 1024)
        + " KiB";
  }

  private static String text(StoreStatistics statistics, Palette palette, int columns) {
    StringBuilder text = new StringBuilder(head(statistics)).append('\n');
    int room = columns - NAME - NUMBER - 4;
    for (Table table : tables(statistics)) {
      text.append('\n').append(palette.bold("by " + table.name)).append('\n');
      long largest = Math.max(1, largest(table));
      for (Count row : table.rows) {
        String name = fitted(name(row));
        String number = Tally.grouped(row.records());
        text.append("  ").append(name).append(" ".repeat(NAME - Wrapping.columns(name)));
        text.append(" ".repeat(Math.max(0, NUMBER - number.length()))).append(number);
        String bar = isRest(row) ? "" : bar(row.records(), largest, room);
        text.append(bar.isEmpty() ? "" : "  " + palette.cyan(bar)).append('\n');
      }
    }
    return text.toString();
  }

  /** A bar of block characters; every count above zero shows at least an eighth of one. */
  private static String bar(long records, long largest, int room) {
    long eighths = records == 0 ? 0 : Math.max(1, records * room * 8 / largest);
    String last = eighths % 8 == 0 ? "" : Character.toString((int) (0x2590 - eighths % 8));
    return "█".repeat((int) (eighths / 8)) + last;
  }

  private static String name(Count row) {
    return row.value().isEmpty() ? "unknown" : Printable.of(row.value());
  }

  private static String fitted(String name) {
    String fitted = name;
    while (Wrapping.columns(fitted) > NAME - 1) {
      int end = fitted.offsetByCodePoints(fitted.length(), fitted.endsWith("…") ? -2 : -1);
      fitted = fitted.substring(0, end) + "…";
    }
    return fitted;
  }

  private static String page(String file, StoreStatistics statistics) {
    StringBuilder body = new StringBuilder("<p class=\"facts\">");
    body.append(Html.escape(head(statistics))).append("</p>\n");
    for (Table table : tables(statistics)) {
      body.append("<h2>By ").append(table.name).append("</h2>\n<table>\n");
      long largest = Math.max(1, largest(table));
      for (Count row : table.rows) {
        body.append("<tr><td class=\"v\" dir=\"auto\">").append(Html.escape(name(row)));
        body.append("</td><td class=\"n\">").append(Tally.grouped(row.records()));
        body.append("</td><td class=\"b\"><span style=\"width:");
        body.append(isRest(row) ? 0 : row.records() * 100 / largest)
            .append("%\"></span></td></tr>\n");
      }
      body.append("</table>\n");
    }
    return HtmlPage.of(file, body.toString());
  }
}
