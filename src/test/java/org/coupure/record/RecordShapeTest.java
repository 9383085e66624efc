package org.coupure.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordShapeTest {
  @Test
  void choosesFieldsInTheOrderAskedFor() {
    RecordShape shape = RecordShape.of(List.of("title", "quality.words", "id"), Map.of());

    assertThat(json(shape))
        .isEqualTo(
            "{\"title\":\"Le pont rouvre\",\"quality\":{\"words\":12},\"id\":\""
                + Clips.HASH
                + "\"}");
  }

  @Test
  void takesAnObjectForAllThatItHolds() {
    JsonNode record = tree(RecordShape.of(List.of("duplicate"), Map.of()));

    assertThat(record.get("duplicate").propertyNames())
        .containsExactly("textHash", "simhash", "of", "cluster", "story");
  }

  @Test
  void givesFieldsOtherKeys() {
    RecordShape shape =
        RecordShape.of(
            List.of("text", "quality.words"), Map.of("quality.words", "n", "text", "a.b"));

    assertThat(tree(shape).get("n").asInt()).isEqualTo(12);
    assertThat(tree(shape).at("/a/b").asString()).startsWith("Le pont rouvre.");
  }

  @Test
  void renamesWithinTheWholeRecord() {
    JsonNode record = tree(RecordShape.of(List.of(), Map.of("text", "maintext")));

    assertThat(record.has("text")).isFalse();
    assertThat(record.has("maintext")).isTrue();
    // It is no article-1 any more, and does not say so.
    assertThat(record.has("schema")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "titel | a | no field \"titel\"; there are schema, id, outcome",
        "title | site | two fields, or none, have the key \"site\"",
        "title | url.x | two fields, or none, have the key \"url\"",
      })
  void refusesWhatHasNoMeaning(String field, String key, String complaint) {
    assertThatThrownBy(() -> RecordShape.of(List.of(field, "site", "url"), Map.of(field, key)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(complaint);
  }

  @Test
  void writesTheKeysOfTrafilatura() {
    JsonNode record = tree(RecordShape.ofProfile("trafilatura"));

    assertThat(record.propertyNames())
        .containsExactly(
            "title",
            "author",
            "hostname",
            "date",
            "fingerprint",
            "id",
            "license",
            "comments",
            "raw_text",
            "text",
            "language",
            "image",
            "pagetype",
            "filedate",
            "source",
            "source-hostname",
            "excerpt",
            "categories",
            "tags");
    assertThat(record.get("author").asString()).isEqualTo("Anne Dupré; Léo Martin");
    assertThat(record.get("date").asString()).isEqualTo("2024-03-04");
    assertThat(record.get("source-hostname").asString()).isEqualTo("Le Phare");
    assertThat(record.get("tags").asString()).isEqualTo("pont;ville");
  }

  @Test
  void writesTheKeysOfNewsPlease() {
    JsonNode record = tree(RecordShape.ofProfile("news-please"));

    assertThat(record.propertyNames()).hasSize(16).contains("maintext", "title_rss", "localpath");
    assertThat(record.get("date_publish").asString()).isEqualTo("2024-03-04 07:30:00");
    assertThat(record.get("date_download").asString()).isEqualTo("2024-03-06 12:00:00");
    assertThat(record.get("filename").asString())
        .isEqualTo("http%3A%2F%2Fexample.org%2Fa%3Fx%3D1.json");
  }

  @Test
  void writesANewsArticleOfSchemaOrg() {
    JsonNode record = tree(RecordShape.ofProfile("schema.org"));

    assertThat(record.get("@context").asString()).isEqualTo("https://schema.org");
    assertThat(record.get("@type").asString()).isEqualTo("NewsArticle");
    assertThat(record.at("/author/1/name").asString()).isEqualTo("Léo Martin");
    assertThat(record.at("/publisher/name").asString()).isEqualTo("Le Phare");
    assertThat(record.get("datePublished").asString()).isEqualTo("2024-03-04T07:30:00+01:00");
    assertThat(record.get("isAccessibleForFree").asBoolean()).isTrue();
  }

  @Test
  void knowsProfilesByName() {
    assertThatThrownBy(() -> RecordShape.ofProfile("boilerpipe"))
        .hasMessage("no profile \"boilerpipe\"; there are trafilatura, news-please, schema.org");
  }

  private static JsonNode tree(RecordShape shape) {
    return JsonMapper.shared().readTree(json(shape));
  }

  private static String json(RecordShape shape) {
    byte[] record = RecordWriter.compact().shaped(shape).write(Clips.full());
    return new String(record, StandardCharsets.UTF_8);
  }
}
