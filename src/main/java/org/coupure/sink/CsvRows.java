package org.coupure.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Moment;
import org.coupure.article.Reason;
import org.coupure.sink.Sinks.Formulas;
import org.jspecify.annotations.Nullable;

/** A record as a row of RFC 4180. Unknown values are empty, lists are joined by "; ". Immutable. */
final class CsvRows implements Rendering {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "outcome",
          "reason",
          "url",
          "canonicalUrl",
          "site",
          "title",
          "subtitle",
          "authors",
          "agency",
          "published",
          "modified",
          "captured",
          "language",
          "section",
          "tags",
          "description",
          "text",
          "words",
          "confidence",
          "pageKind");

  private static final String LIST_SEPARATOR = "; ";

  /** What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection"). */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Formulas formulas;

  CsvRows(Formulas formulas) {
    this.formulas = formulas;
  }

  String header() {
    return row(COLUMNS);
  }

  @Override
  public byte[] write(Clip clip) {
    return row(values(clip, Records.articleOf(clip))).getBytes(StandardCharsets.UTF_8);
  }

  private List<String> values(Clip clip, Article article) {
    List<String> values = new ArrayList<>();
    values.add(text(article.id()));
    values.add(clip.outcome().code());
    values.add(clip.reason() == Reason.NONE ? "" : clip.reason().code());
    values.add(text(article.place().url()));
    values.add(text(article.place().canonicalUrl()));
    values.add(text(article.place().site()));
    values.add(text(article.headline().title()));
    values.add(text(article.headline().subtitle()));
    values.add(text(String.join(LIST_SEPARATOR, article.byline().authors())));
    values.add(text(article.byline().agency()));
    values.add(moment(article.dates().published()));
    values.add(moment(article.dates().modified()));
    values.add(Objects.toString(article.dates().captured(), ""));
    values.add(text(article.language()));
    values.add(text(article.place().section()));
    values.add(text(String.join(LIST_SEPARATOR, article.tags())));
    values.add(text(article.headline().description()));
    values.add(text(article.text()));
    values.add(Integer.toString(article.quality().words()));
    values.add(Double.toString(Records.rounded(article.quality().confidence())));
    values.add(article.pageKind() == null ? "" : article.pageKind().code());
    return values;
  }

  private static String moment(@Nullable Moment moment) {
    return moment == null ? "" : moment.toRfc3339();
  }

  private String text(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "";
    }
    boolean formula = FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    return WellFormed.of(formula && formulas == Formulas.GUARDED ? "'" + value : value);
  }

  private static String row(List<String> values) {
    StringBuilder row = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(row, CSVFormat.RFC4180)) {
      printer.printRecord(values);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a StringBuilder takes everything", impossible);
    }
    return row.toString();
  }
}
