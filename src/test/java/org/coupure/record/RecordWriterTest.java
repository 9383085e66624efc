package org.coupure.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Dates;
import org.coupure.article.Evidence;
import org.coupure.article.Explanation;
import org.coupure.article.Moment;
import org.coupure.article.Outcome;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.article.Quality;
import org.coupure.article.Reason;
import org.coupure.article.WebLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordWriterTest {
  @Test
  void writesWhatIsUnknownAsNullOrEmpty() {
    String expected =
        """
        {"schema":"article-1","id":"a","outcome":"clipped","reason":null,"pageKind":null,"url":null,\
        "canonicalUrl":null,"host":null,"domain":null,"site":null,"title":null,"subtitle":null,"authors":[],\
        "agency":null,"published":null,"publishedPrecision":null,"publishedZone":null,\
        "publishedDay":null,"publishedUtc":null,\
        "modified":null,"modifiedPrecision":null,"modifiedZone":null,"captured":null,\
        "language":null,"section":null,"tags":[],"description":null,"text":"","body":[],\
        "images":[],"access":"unknown","sources":[],"subjects":[],\
        "rights":{"license":null,"robots":null,\
        "tdmReservation":null,"tdmPolicy":null,"contentSignal":null,"contentUsage":null},"quality":{"confidence":0.0,"exact":null,"words":0,\
        "path":"none","flags":[]},"duplicate":{"textHash":null,"simhash":null,"of":null,\
        "cluster":null,"story":null},"provenance":{"source":"page.html","sha256":null,"charset":null,\
        "rule":null,"version":"0.1.0"}}""";

    assertThat(line(Clips.minimal())).isEqualTo(expected);
  }

  @Test
  void keepsTheOrderOfTheSchema() {
    JsonNode schema = JsonMapper.shared().readTree(RecordSchema.text());

    assertThat(List.copyOf(record(Clips.full()).propertyNames()))
        .isEqualTo(List.copyOf(schema.get("properties").propertyNames()));
  }

  @Test
  void keepsTheOrderOfTheSchemaInsideToo() {
    JsonNode schema = JsonMapper.shared().readTree(RecordSchema.text()).get("properties");
    JsonNode record = record(Clips.full());

    for (String key : List.of("rights", "quality", "duplicate", "provenance")) {
      assertThat(List.copyOf(record.get(key).propertyNames()))
          .isEqualTo(List.copyOf(schema.get(key).get("properties").propertyNames()));
    }
    for (String key : List.of("images", "verdicts")) {
      assertThat(List.copyOf(record.get(key).get(0).propertyNames()))
          .isEqualTo(List.copyOf(schema.get(key).get("items").get("properties").propertyNames()));
    }
  }

  @Test
  void saysWhatBecameOfAFailedPage() {
    JsonNode record = record(Clips.failed());

    assertThat(record.get("outcome").stringValue()).isEqualTo("failed");
    assertThat(record.get("reason").stringValue()).isEqualTo("binary");
    assertThat(record.get("text").stringValue()).isEmpty();
  }

  @Test
  void joinsPassagesByABlankLineAndKeepsThemApartInTheBody() {
    JsonNode record = record(Clips.of("a", null, "Un.", "Deux."));

    assertThat(record.get("text").stringValue()).isEqualTo("Un.\n\nDeux.");
    assertThat(record.get("body").toString())
        .isEqualTo(
            "[{\"kind\":\"paragraph\",\"text\":\"Un.\",\"level\":null},"
                + "{\"kind\":\"paragraph\",\"text\":\"Deux.\",\"level\":null}]");
  }

  @Test
  void givesLevelsToHeadingsAndListItemsOnly() {
    Clip clip =
        Clips.ofBody(
            new Passage(PassageKind.HEADING, "Titre", 2),
            new Passage(PassageKind.LIST_ITEM, "point", 3),
            new Passage(PassageKind.PARAGRAPH, "texte", 2),
            new Passage(PassageKind.HEADING, "sans niveau", 0));

    assertThat(record(clip).get("body").valueStream().map(p -> p.get("level").asInt(-1)).toList())
        .containsExactly(2, 3, -1, -1);
  }

  @Test
  void roundsConfidenceToThreeDecimals() {
    assertThat(confidence(0.87654)).contains("\"confidence\":0.877,");
    assertThat(confidence(0.0004)).contains("\"confidence\":0.0,");
    assertThat(confidence(0.001)).contains("\"confidence\":0.001,");
    assertThat(confidence(1)).contains("\"confidence\":1.0,");
  }

  private static String confidence(double value) {
    Article article =
        Clips.article("a", "a").quality(new Quality(value, 1, "generic", List.of())).build();
    return line(Clips.clipped(article));
  }

  @Test
  void writesAnUnknownZoneAsZAndSaysSo() {
    LocalDateTime wallClock = LocalDateTime.parse("2024-03-04T07:30:00");
    Moment moment = Moment.of(wallClock, Moment.Precision.SECOND);

    JsonNode record = record(dated(new Dates(moment, null, null)));

    assertThat(record.get("published").stringValue()).isEqualTo("2024-03-04T07:30:00Z");
    assertThat(record.get("publishedZone").stringValue()).isEqualTo("unknown");
  }

  @Test
  void givesTheMomentInUtcOnlyWhenTheZoneIsKnown() {
    LocalDateTime wallClock = LocalDateTime.parse("2024-03-04T07:30:00");
    Dates unknown = new Dates(Moment.of(wallClock, Moment.Precision.MINUTE), null, null);

    assertThat(record(Clips.full()).get("publishedUtc").stringValue())
        .isEqualTo("2024-03-04T06:30:00Z");
    assertThat(record(dated(unknown)).get("publishedUtc").isNull()).isTrue();
    assertThat(record(dated(unknown)).get("publishedDay").stringValue()).isEqualTo("2024-03-04");
  }

  @ParameterizedTest
  @CsvSource({
    "http://WWW.Example.co.uk:8080/a, www.example.co.uk, example.co.uk",
    "https://192.0.2.1/a, 192.0.2.1, 192.0.2.1",
    "urn:x:y, , ",
  })
  void tellsTheHostAndWhoRegisteredIt(String url, String host, String domain) {
    WebLocation place = new WebLocation(url, null, "Le Phare", null);
    JsonNode record = record(Clips.clipped(Clips.article("a", "a").place(place).build()));

    assertThat(record.get("host").asString(null)).isEqualTo(host);
    assertThat(record.get("domain").asString(null)).isEqualTo(domain);
  }

  @Test
  void writesADayAsAFullDate() {
    JsonNode record = record(Clips.full());

    assertThat(record.get("modified").stringValue()).isEqualTo("2024-03-05");
    assertThat(record.get("modifiedPrecision").stringValue()).isEqualTo("day");
  }

  @Test
  void keepsFractionsOfTheCaptureTimeWithinTheSchema() {
    Clip clip = dated(new Dates(null, null, Instant.parse("2024-03-06T12:00:00.123456Z")));

    SchemaCheck.assertValid(line(clip));
  }

  @Test
  void staysOnOneLineForEveryReader() {
    String breaks = "a\nb\r\u000b\f\u001c\u0085\u2028\u2029c";

    String line = line(Clips.of("a", breaks, breaks));

    assertThat(line).doesNotContainPattern("[\\n\\r\\u000b\\f\\u001c\\u0085\\u2028\\u2029]");
    assertThat(JsonMapper.shared().readTree(line).get("title").stringValue()).isEqualTo(breaks);
  }

  @Test
  void replacesHalfSurrogatesOnly() {
    Clip clip = Clips.of("a", "\uD83D 😀 \uDE00", "e\u0301 é \uD83D\uD83D\uDE00");

    JsonNode record = record(clip);

    assertThat(record.get("title").stringValue()).isEqualTo("\uFFFD 😀 \uFFFD");
    assertThat(record.get("text").stringValue()).isEqualTo("e\u0301 é \uFFFD😀");
  }

  @Test
  void keepsEveryCharacterOfHostileText() {
    String all =
        IntStream.rangeClosed(0, 0x2FFF)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    assertThat(record(Clips.of("a", "\"\\</script>", all)).get("text").stringValue())
        .isEqualTo(all);
  }

  @Test
  void explainsOnlyWhenAsked() {
    assertThat(record(Clips.minimal()).has("verdicts")).isFalse();
    assertThat(record(Clips.full()).get("verdicts").get(1).toString())
        .isEqualTo(
            "{\"text\":\"Publicité\",\"where\":null,\"kept\":null,\"by\":\"phrase\",\"why\":\"fr:ad\"}");
    assertThat(record(Clips.full()).get("evidence").toString())
        .isEqualTo(
            "{\"title\":{\"from\":\"json-ld\",\"where\":\"$.headline\","
                + "\"raw\":\"Le pont rouvre &raquo;\"}}");
  }

  @Test
  void writesTheFirstEvidenceOfAFieldOnly() {
    Explanation twice =
        new Explanation(
            List.of(
                new Evidence("title", "json-ld", null, "A"),
                new Evidence("title", "meta", null, "B")),
            List.of());

    String line = line(Clips.clipped(Clips.article("a", "a").explanation(twice).build()));

    assertThat(line).contains("\"raw\":\"A\"").doesNotContain("\"raw\":\"B\"");
    SchemaCheck.assertValid(line);
  }

  @Test
  void indentsForPeople() {
    String pretty = text(RecordWriter.pretty().write(Clips.full()));

    assertThat(pretty).startsWith("{\n  \"schema\": \"article-1\",\n  \"id\": \"0123");
    assertThat(pretty)
        .contains("\n  \"authors\": [\n    \"Anne Dupré\",\n    \"Léo Martin\"\n  ],");
    assertThat(pretty).endsWith("\n}").doesNotContain("\r");
    assertThat(JsonMapper.shared().readTree(pretty)).isEqualTo(record(Clips.full()));
  }

  @Test
  void givesTheSameBytesForEveryThread() {
    byte[] expected = RecordWriter.compact().write(Clips.full());

    List<byte[]> all = new ArrayList<>();
    IntStream.range(0, 200)
        .parallel()
        .mapToObj(i -> RecordWriter.compact().write(Clips.full()))
        .forEachOrdered(all::add);

    assertThat(all).hasSize(200).allSatisfy(bytes -> assertThat(bytes).isEqualTo(expected));
  }

  @Test
  void refusesAClipThatOwesNoRecord() {
    Clip clip = new Clip("dump.zip", Outcome.FAILED, Reason.BAD_ARCHIVE, null, null);

    assertThatThrownBy(() -> RecordWriter.compact().write(clip))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dump.zip was not one page, so there is no record to write");
  }

  private static Clip dated(Dates dates) {
    return Clips.clipped(Clips.article("a", "a").dates(dates).build());
  }

  private static JsonNode record(Clip clip) {
    return JsonMapper.shared().readTree(line(clip));
  }

  private static String line(Clip clip) {
    return text(RecordWriter.compact().write(clip));
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
