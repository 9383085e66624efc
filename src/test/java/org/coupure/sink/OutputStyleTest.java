package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.coupure.record.Clips;
import org.coupure.record.RecordShape;
import org.coupure.sink.CsvStyle.Formulas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputStyleTest {
  @Test
  void isPlainWhenNothingIsChosen() {
    assertThat(OutputStyle.of(key -> null)).isEqualTo(OutputStyle.PLAIN);
  }

  @Test
  void readsHowTablesAreWritten() {
    Map<String, String> choices =
        Map.of("csv-guard", "yes", "csv-bom", "no", "csv-delimiter", "tab");

    assertThat(OutputStyle.of(choices::get).csv())
        .isEqualTo(new CsvStyle(Formulas.GUARDED, '\t', false));
  }

  @Test
  void shapesLinesOfJson() throws IOException {
    Map<String, String> choices = Map.of("fields", "id, text", "rename", "text=body");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SinkOptions options = SinkOptions.of(out).withStyle(OutputStyle.of(choices::get));
    try (ArticleSink sink = Sinks.open(Format.JSONL, null, options)) {
      sink.accept(Clips.of("a", "Un", "Deux."));
    }

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"id\":\"a\",\"body\":\"Deux.\"}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "csv-bom, maybe, 'csv-bom: yes or no is wanted, not \"maybe\"'",
    "csv-delimiter, ab, 'csv-delimiter: one character or tab is wanted, not \"ab\"'",
    "rename, text, 'rename: such as text=body is wanted, not \"text\"'",
    "profile, x, 'profile: no profile \"x\"; there are trafilatura, news-please, schema.org'",
  })
  void saysWhichChoiceMakesNoSense(String key, String choice, String message) {
    assertThatThrownBy(() -> OutputStyle.of(Map.of(key, choice)::get)).hasMessage(message);
  }

  @Test
  void refusesAProfileWithFieldsOfOnesOwn() {
    assertThatThrownBy(() -> OutputStyle.of(Map.of("profile", "trafilatura", "fields", "id")::get))
        .hasMessage("profile: it has its own fields; leave out the others");
  }

  @Test
  void saysWhatHasNoMeaningForAFormat() {
    OutputStyle shaped = OutputStyle.of(Map.of("profile", "trafilatura")::get);

    assertThat(shaped.shape()).isNotEqualTo(RecordShape.WHOLE);
    assertThat(shaped.mistake(Format.JSONL)).isEmpty();
    assertThat(shaped.mistake(Format.CSV)).isPresent();
    assertThat(shaped.mistake(null)).isPresent();
  }
}
