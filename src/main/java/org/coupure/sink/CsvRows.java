package org.coupure.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.record.RecordField;
import org.coupure.record.RecordField.Form;
import org.coupure.record.WellFormed;
import org.coupure.sink.SinkOptions.Formulas;

/** A record as a row of RFC 4180. Unknown values are empty, lists are joined by "; ". */
final class CsvRows implements RecordBytes {
  private static final String LIST_SEPARATOR = "; ";

  /** What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection"). */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Formulas formulas;

  private final Consumer<String> notices;
  private boolean told;

  CsvRows(Formulas formulas, Consumer<String> notices) {
    this.formulas = formulas;
    this.notices = notices;
  }

  String header() {
    return row(RecordField.in(Form.CSV).stream().map(RecordField::name).toList());
  }

  @Override
  public byte[] write(Clip clip) {
    return row(values(clip, clip.requireArticle())).getBytes(StandardCharsets.UTF_8);
  }

  private List<String> values(Clip clip, Article article) {
    List<String> values = new ArrayList<>();
    for (RecordField field : RecordField.in(Form.CSV)) {
      values.add(text(String.join(LIST_SEPARATOR, field.texts(clip, article))));
    }
    return values;
  }

  private String text(String value) {
    boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    if (formula && formulas == Formulas.AS_WRITTEN && !told) {
      notices.accept(
          "a spreadsheet may take values of this CSV for formulas; --csv-guard, or csv-guard: yes"
              + " beside an output, puts an apostrophe before them");
      told = true;
    }
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
