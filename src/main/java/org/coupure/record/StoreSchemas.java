package org.coupure.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coupure.record.FieldType.ListOf;
import org.coupure.record.FieldType.Member;
import org.coupure.record.FieldType.Scalar;
import org.coupure.record.FieldType.Struct;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** The type of a record as the JSON that Spark and OpenSearch describe types with. */
final class StoreSchemas {
  private static final JsonFactory JSON = new JsonFactory();

  /** What people search by words; all other texts are looked up as a whole. */
  private static final Set<String> PROSE =
      Set.of("title", "subtitle", "description", "text", "caption");

  /** In characters; a term of Lucene holds 32,766 bytes, and a character of UTF-8 has up to 4. */
  private static final int LONGEST_KEYWORD = 8191;

  private StoreSchemas() {}

  static String spark(Struct record) {
    return json(sparkType(record));
  }

  private static Object sparkType(FieldType type) {
    if (type instanceof ListOf list) {
      return ordered(
          "type", "array", "elementType", sparkType(list.element()), "containsNull", false);
    }
    if (type instanceof Struct struct) {
      return ordered(
          "type",
          "struct",
          "fields",
          struct.members().stream().map(StoreSchemas::sparkField).toList());
    }
    return switch ((Scalar) type) {
      case STRING -> "string";
      case INTEGER -> "integer";
      case NUMBER -> "double";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp";
    };
  }

  private static Object sparkField(Member member) {
    return ordered(
        "name",
        member.name(),
        "type",
        sparkType(member.type()),
        "nullable",
        member.nullable(),
        "metadata",
        Map.of());
  }

  /**
   * Accents and the width of letters don't matter for words, and scripts without spaces are cut
   * into pairs of characters.
   */
  static String openSearch(Struct record) {
    Object analyzer =
        ordered(
            "type", "custom",
            "tokenizer", "standard",
            "filter", List.of("cjk_width", "lowercase", "asciifolding", "cjk_bigram"));
    Object analysis = Map.of("analyzer", Map.of("article", analyzer));
    return json(
        ordered(
            "settings", Map.of("analysis", analysis),
            // Explained records have more keys, which are kept and not searched.
            "mappings", ordered("dynamic", false, "properties", properties(record, true))));
  }

  private static Map<String, Object> properties(Struct struct, boolean indexed) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Member member : struct.members()) {
      // The text has the words of the body already.
      boolean once = indexed && !member.name().equals("body");
      FieldType type = member.type() instanceof ListOf list ? list.element() : member.type();
      properties.put(
          member.name(),
          type instanceof Struct parts
              ? Map.of("properties", properties(parts, once))
              : searched(member.name(), (Scalar) type, once));
    }
    return properties;
  }

  private static Map<String, @Nullable Object> searched(String name, Scalar type, boolean indexed) {
    Map<String, @Nullable Object> property =
        switch (type) {
          case STRING ->
              PROSE.contains(name)
                  ? ordered("type", "text", "analyzer", "article")
                  : ordered("type", "keyword", "ignore_above", LONGEST_KEYWORD);
          case INTEGER -> ordered("type", "integer");
          case NUMBER -> ordered("type", "double");
          case BOOLEAN -> ordered("type", "boolean");
          case DATE, TIMESTAMP -> ordered("type", "date");
        };
    if (!indexed) {
      property.put("index", false);
    }
    return property;
  }

  private static Map<String, @Nullable Object> ordered(Object... keysAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  private static String json(Object tree) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(JsonLayout.INDENTED.context(), bytes)) {
      JsonValues.value(json, tree);
    }
    return bytes.toString(StandardCharsets.UTF_8) + "\n";
  }
}
