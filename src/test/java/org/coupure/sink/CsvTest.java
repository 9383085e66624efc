package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.coupure.article.Clip;
import org.coupure.record.Clips;
import org.coupure.sink.CsvStyle.Formulas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final String HEADER =
      "id,outcome,reason,url,canonicalUrl,site,title,subtitle,authors,agency,published,modified,"
          + "captured,language,section,tags,description,text,words,confidence,pageKind,"
          + "host,domain,publishedDay,publishedUtc,publishedPrecision,publishedZone,"
          + "modifiedPrecision,modifiedZone,flags,sources,subjects\r\n";

  @Test
  void writesTheHeaderEvenWithoutRecords() throws IOException {
    assertThat(csv(Formulas.AS_WRITTEN)).isEqualTo(HEADER);
  }

  @Test
  void leavesUnknownValuesEmpty() throws IOException {
    assertThat(csv(Formulas.AS_WRITTEN, Clips.minimal()))
        .isEqualTo(HEADER + "a,clipped,,,,,,,,,,,,,,,,,0,0.0,,,,,,,,,,,,\r\n");
  }

  @Test
  void writesEveryColumn() throws IOException {
    CSVRecord row = rows(csv(Formulas.AS_WRITTEN, Clips.full())).get(0);

    assertThat(row.toMap()).hasSize(32);
    assertThat(row.get("authors")).isEqualTo("Anne Dupré; Léo Martin");
    assertThat(row.get("tags")).isEqualTo("pont; ville");
    assertThat(row.get("published")).isEqualTo("2024-03-04T07:30:00+01:00");
    assertThat(row.get("modified")).isEqualTo("2024-03-05");
    assertThat(row.get("captured")).isEqualTo("2024-03-06T12:00:00Z");
    assertThat(row.get("text")).startsWith("Le pont rouvre.\n\nLe chantier\n\n");
    assertThat(row.get("words")).isEqualTo("12");
    assertThat(row.get("confidence")).isEqualTo("0.877");
    assertThat(row.get("pageKind")).isEqualTo("article");
    assertThat(row.get("host")).isEqualTo("example.org");
    assertThat(row.get("publishedUtc")).isEqualTo("2024-03-04T06:30:00Z");
    assertThat(row.get("publishedZone")).isEqualTo("stated");
    assertThat(row.get("modifiedPrecision")).isEqualTo("day");
    assertThat(row.get("flags")).isEqualTo("hidden-text");
  }

  @Test
  void saysWhyAPageGaveNothing() throws IOException {
    CSVRecord row = rows(csv(Formulas.AS_WRITTEN, Clips.failed())).get(0);

    assertThat(row.get("outcome")).isEqualTo("failed");
    assertThat(row.get("reason")).isEqualTo("binary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b", "dit \"oui\"", "un\ndeux", "un\r\ndeux", "a;b", " bord ", "\"", "'"})
  void survivesEveryText(String text) throws IOException {
    List<CSVRecord> rows =
        rows(csv(Formulas.AS_WRITTEN, Clips.of("a", text, text), Clips.of("b", text, text)));

    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).get("title")).isEqualTo(text);
    assertThat(rows.get(1).get("text")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+33 1", "-5 °C", "@nom", "\t=1", "\r=1"})
  void guardsFormulasOnlyWhenAsked(String text) throws IOException {
    Clip clip = Clips.of("a", text, "Texte.");

    assertThat(rows(csv(Formulas.AS_WRITTEN, clip)).get(0).get("title")).isEqualTo(text);
    assertThat(rows(csv(Formulas.GUARDED, clip)).get(0).get("title")).isEqualTo("'" + text);
  }

  @Test
  void saysOnceThatValuesLookLikeFormulas() throws IOException {
    List<String> notices = new ArrayList<>();
    SinkOptions options = SinkOptions.of(OutputStream.nullOutputStream()).withNotices(notices::add);
    try (ArticleSink sink = Sinks.open(Format.CSV, null, options)) {
      sink.accept(Clips.of("a", "=1+1", "Texte."));
      sink.accept(Clips.of("b", "=1+1", "Texte."));
    }

    assertThat(notices).singleElement().asString().contains("--csv-guard");
  }

  @Test
  void writesForSpreadsheetsThatWantSemicolonsAndAMark() throws IOException {
    String csv = csv(new CsvStyle(Formulas.AS_WRITTEN, ';', true), Clips.of("a", "b;c", "d"));

    assertThat(csv).startsWith("\uFEFFid;outcome;").contains("\r\na;clipped;").contains("\"b;c\"");
  }

  @Test
  void replacesHalfSurrogates() throws IOException {
    assertThat(csv(Formulas.AS_WRITTEN, Clips.of("a", "\uDE00", "b"))).contains(",\uFFFD,");
  }

  private static String csv(Formulas formulas, Clip... clips) throws IOException {
    return csv(new CsvStyle(formulas, ',', false), clips);
  }

  private static String csv(CsvStyle style, Clip... clips) throws IOException {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    try (ArticleSink sink =
        Sinks.open(
            Format.CSV, null, SinkOptions.of(stdout).withStyle(OutputStyle.PLAIN.withCsv(style)))) {
      for (Clip clip : clips) {
        sink.accept(clip);
      }
    }
    return stdout.toString(StandardCharsets.UTF_8);
  }

  private static List<CSVRecord> rows(String csv) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      return parser.getRecords();
    }
  }
}
