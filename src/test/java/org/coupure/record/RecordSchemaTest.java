package org.coupure.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coupure.article.Access;
import org.coupure.article.Moment;
import org.coupure.article.Outcome;
import org.coupure.article.PassageKind;
import org.coupure.article.Reason;
import org.coupure.article.Verdict.Decider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordSchemaTest {
  private static final JsonNode SCHEMA = JsonMapper.shared().readTree(RecordSchema.text());
  private static final String FULL = text(RecordWriter.compact().write(Clips.full()));

  @Test
  void isTheFileInConfig() throws IOException {
    String file = Files.readString(Path.of("config/schema/article-1.json"));

    try (InputStream in = RecordSchema.open()) {
      assertThat(text(in.readAllBytes())).isEqualTo(file).isEqualTo(RecordSchema.text());
    }
    assertThat(file).endsWith("}\n");
  }

  @Test
  void isItselfAValidSchema() {
    assertThat(SCHEMA.get("$schema").stringValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(SCHEMA.at("/properties/schema/const").stringValue()).isEqualTo(RecordSchema.ID);
  }

  @Test
  void describesEveryKeyInOneSentence() {
    List<String> bare = new ArrayList<>();
    undescribed("", SCHEMA, bare);

    assertThat(bare).isEmpty();
  }

  private static void undescribed(String path, JsonNode node, List<String> bare) {
    node.path("properties")
        .properties()
        .forEach(
            key -> {
              String name = path + "/" + key.getKey();
              String description = key.getValue().path("description").asString("");
              if (!description.matches("[A-Z].*\\.") || description.contains(". ")) {
                bare.add(name);
              }
              undescribed(name, key.getValue(), bare);
              undescribed(name + "/*", key.getValue().path("items"), bare);
              undescribed(name + "/*", key.getValue().path("additionalProperties"), bare);
            });
  }

  @Test
  void forbidsUnknownKeysEverywhere() {
    List<JsonNode> withKeys = SCHEMA.findParents("properties");

    assertThat(withKeys).hasSizeGreaterThan(8);
    assertThat(withKeys)
        .filteredOn(node -> node.path("type").asString("").equals("object"))
        .allMatch(node -> node.get("additionalProperties").isBoolean());
  }

  @Test
  void listsTheCodesOfTheEnums() {
    assertThat(codes("/properties/outcome")).isEqualTo(of(Outcome.values(), Outcome::code));
    assertThat(codes("/properties/reason"))
        .isEqualTo(
            of(Reason.values(), r -> r == Reason.NONE ? null : r.code()).stream()
                .sorted((a, b) -> Boolean.compare(a == null, b == null))
                .toList());
    assertThat(codes("/properties/access")).isEqualTo(of(Access.values(), Access::code));
    assertThat(codes("/properties/body/items/properties/kind"))
        .isEqualTo(of(PassageKind.values(), PassageKind::code));
    assertThat(codes("/properties/verdicts/items/properties/by"))
        .isEqualTo(of(Decider.values(), d -> d.name().toLowerCase(Locale.ROOT)));
  }

  @Test
  void listsTheCodesOfTheEnumsThatMayBeMissing() {
    for (String key : List.of("published", "modified")) {
      assertThat(codes("/properties/" + key + "Precision"))
          .isEqualTo(withNull(of(Moment.Precision.values(), Moment.Precision::code)));
      assertThat(codes("/properties/" + key + "Zone"))
          .isEqualTo(withNull(of(Moment.Zone.values(), Moment.Zone::code)));
    }
    assertThat(codes("/properties/verdicts/items/properties/kept"))
        .isEqualTo(withNull(of(PassageKind.values(), PassageKind::code)));
  }

  @Test
  void acceptsFullMinimalAndFailedRecords() {
    Stream.of(Clips.full(), Clips.minimal(), Clips.failed())
        .map(clip -> text(RecordWriter.compact().write(clip)))
        .forEach(SchemaCheck::assertValid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"schema\":\"article-1\" | \"schema\":\"article-2\" | /schema breaks const",
        "\"id\":\"0123 | \"Id\":\"0123 | /id breaks required",
        "\"outcome\":\"clipped\" | \"outcome\":\"CLIPPED\" | /outcome breaks enum",
        "\"reason\":null | \"reason\":\"none\" | /reason breaks enum",
        "\"reason\":null | \"reason\":null,\"more\":1 | /more breaks additionalProperties",
        "\"agency\":\"AFP\" | \"agency\":[\"AFP\"] | /agency breaks type",
        "07:30:00+01:00 | 07:30:00 | /published breaks pattern",
        "\"publishedPrecision\":\"minute\" | \"publishedPrecision\":null | /publishedPrecision breaks type",
        "\"publishedPrecision\":\"minute\" | \"publishedPrecision\":\"day\" | /published breaks maxLength",
        "\"2024-03-05\" | null | /modifiedPrecision breaks const",
        "\"kind\":\"quote\" | \"kind\":\"blockquote\" | /body/3/kind breaks enum",
        "0.877 | 1.877 | /quality/confidence breaks maximum",
        "\"verdicts\": | \"verdict\": | /verdict breaks additionalProperties",
      })
  void refusesWrongRecords(String right, String wrong, String complaint) {
    assertThat(FULL).contains(right);

    List<String> errors = SchemaCheck.errors(FULL.replace(right, wrong));

    assertThat(errors).contains(complaint);
  }

  @Test
  void isExplainedInTheDocsKeyByKey() throws IOException {
    String page = Files.readString(Path.of("docs/record.md"));
    List<String> keys = new ArrayList<>();
    SCHEMA.findParents("properties").forEach(n -> keys.addAll(n.get("properties").propertyNames()));

    assertThat(keys).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
  }

  @Test
  void givesItsCodesInTheDocs() throws IOException {
    String page = Files.readString(Path.of("docs/record.md"));

    assertThat(of(Outcome.values(), Outcome::code))
        .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    assertThat(of(Reason.values(), Reason::code).subList(1, Reason.values().length))
        .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
  }

  private static List<String> codes(String pointer) {
    List<String> codes = new ArrayList<>();
    SCHEMA.at(pointer).get("enum").forEach(c -> codes.add(c.isNull() ? null : c.stringValue()));
    return codes;
  }

  private static <E> List<String> of(E[] values, java.util.function.Function<E, String> code) {
    return new ArrayList<>(Arrays.stream(values).map(code).toList());
  }

  private static List<String> withNull(List<String> codes) {
    codes.add(null);
    return codes;
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
