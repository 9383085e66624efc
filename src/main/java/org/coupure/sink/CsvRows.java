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
import org.coupure.sink.CsvStyle.Formulas;

/** A record as a row of RFC 4180. Unknown values are empty, lists are joined by "; ". */
final class CsvRows implements RecordBytes {
  private static final String LIST_SEPARATOR = "; ";

  /** What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection"). */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private static final String BOM = "\uFEFF";

  private final CsvStyle style;
  private final CSVFormat format;

  private final Consumer<String> notices;
  private boolean told;

  CsvRows(CsvStyle style, Consumer<String> notices) {
    this.style = style;
    this.format = CSVFormat.RFC4180.builder().setDelimiter(style.delimiter()).get();
    this.notices = notices;
  }

  String header() {
    return (style.bom() ? BOM : "")
        + row(RecordField.in(Form.CSV).stream().map(RecordField::name).toList());
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
    if (formula && style.formulas() == Formulas.AS_WRITTEN && !told) {
      notices.accept(
          "a spreadsheet may take values of this CSV for formulas; --csv-guard, or csv-guard: yes"
              + " beside an output, puts an apostrophe before them");
      told = true;
    }
    return WellFormed.of(formula && style.formulas() == Formulas.GUARDED ? "'" + value : value);
  }

  private String row(List<String> values) {
    StringBuilder row = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(row, format)) {
      printer.printRecord(values);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a StringBuilder takes everything", impossible);
    }
    return row.toString();
  }
}
