package org.coupure.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each schema is read back by itself and must say of every key what the JSON Schema says. */
class SchemaDialectTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What the JSON Schema says, such as {@code body[].level → integer?}. */
  private static final Map<String, String> EXPECTED = expected();

  private static Map<String, String> expected() {
    Map<String, String> types = new TreeMap<>();
    ofJsonSchema("", JSON.readTree(RecordSchema.text()), types);
    types.keySet().removeIf(key -> key.startsWith("evidence") || key.startsWith("verdicts"));
    return types;
  }

  private static void ofJsonSchema(String path, JsonNode node, Map<String, String> types) {
    for (Map.Entry<String, JsonNode> key : node.path("properties").properties()) {
      String name = path + key.getKey();
      JsonNode value = key.getValue();
      if (value.has("items")) {
        JsonNode items = value.get("items");
        types.put(name, "list of " + items.get("type").asString());
        ofJsonSchema(name + ".", items, types);
      } else if (value.path("type").asString("").equals("object")) {
        types.put(name, "object");
        ofJsonSchema(name + ".", value, types);
      } else {
        types.put(name, ofJsonType(value));
      }
    }
  }

  private static String ofJsonType(JsonNode value) {
    String all = value.has("const") ? "string" : value.path("type").toString();
    String pattern = value.path("pattern").asString("");
    if (value.has("enum")) {
      all = "string" + (value.get("enum").toString().contains("null") ? "null" : "");
    }
    Matcher type = Pattern.compile("string|number|integer|boolean").matcher(all);
    assertThat(type.find()).as(value.toString()).isTrue();
    String kind = type.group();
    if (pattern.equals("^\\d{4}-\\d{2}-\\d{2}$")) {
      kind = "day";
    } else if (pattern.equals("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$")) {
      kind = "moment";
    }
    return kind + (all.contains("null") ? "?" : "");
  }

  @Test
  void sparkSaysTheSame() {
    Map<String, String> types = new TreeMap<>();
    ofSpark("", JSON.readTree(SchemaDialect.SPARK.schema()), types);

    assertThat(types).isEqualTo(EXPECTED);
  }

  private static void ofSpark(String path, JsonNode struct, Map<String, String> types) {
    for (JsonNode field : struct.get("fields")) {
      String name = path + field.get("name").asString();
      JsonNode type = field.get("type");
      String kind = type.isString() ? type.asString() : type.get("type").asString();
      if (kind.equals("array")) {
        JsonNode element = type.get("elementType");
        types.put(name, "list of " + (element.isString() ? element.asString() : "object"));
        if (!element.isString()) {
          ofSpark(name + ".", element, types);
        }
      } else if (kind.equals("struct")) {
        types.put(name, "object");
        ofSpark(name + ".", type, types);
      } else {
        types.put(name, common(kind) + (field.get("nullable").asBoolean() ? "?" : ""));
      }
    }
  }

  /** The words of all dialects for one kind of value. */
  private static String common(String word) {
    return switch (word) {
      case "string", "STRING", "VARCHAR", "text", "keyword", "str" -> "string";
      case "integer", "int32", "INTEGER", "int" -> "integer";
      case "double", "DOUBLE", "float64", "double precision", "float" -> "number";
      case "boolean", "BOOLEAN", "bool" -> "boolean";
      case "date", "DATE", "date32" -> "day";
      case "timestamp", "TIMESTAMP", "TIMESTAMPTZ", "datetime", "timestamp with time zone" ->
          "moment";
      case "timestamp[s, tz=UTC]" -> "moment";
      default -> "unknown type " + word;
    };
  }

  @Test
  void parquetSaysTheSame() {
    Map<String, String> types = new TreeMap<>();
    Deque<String> path = new ArrayDeque<>();
    Pattern line =
        Pattern.compile(
            "\\s*(optional|required|repeated) (\\w+) (\\w+)(?: \\((\\w+)(?:\\(.*\\))?\\))?(;| \\{)");
    for (String text : SchemaDialect.PARQUET.schema().lines().skip(1).toList()) {
      Matcher found = line.matcher(text);
      if (!found.matches()) {
        path.pollLast();
        continue;
      }
      boolean group = found.group(2).equals("group");
      boolean list = "LIST".equals(found.group(4));
      String name = dotted(path, found.group(3));
      String kind = common(found.group(4) == null ? found.group(2) : found.group(4));
      String nullable = found.group(1).equals("optional") ? "?" : "";
      if (found.group(3).equals("element")) {
        types.put(dotted(path, ""), "list of " + (group ? "object" : kind));
      } else if (!list && !found.group(1).equals("repeated")) {
        types.put(name, group ? "object" : kind + nullable);
      }
      if (group) {
        boolean inner = found.group(3).equals("element") || found.group(3).equals("list");
        path.addLast(inner ? "" : found.group(3));
      }
    }

    assertThat(types).isEqualTo(EXPECTED);
  }

  private static String dotted(Deque<String> path, String last) {
    String names = path.stream().filter(name -> !name.isEmpty()).collect(Collectors.joining("."));
    return names + (names.isEmpty() || last.isEmpty() ? "" : ".") + last;
  }

  @Test
  void openSearchSaysTheSameButForNullsAndLists() {
    Map<String, String> types = new TreeMap<>();
    JsonNode index = JSON.readTree(SchemaDialect.OPENSEARCH.schema());
    ofOpenSearch("", index.get("mappings").get("properties"), types);

    assertThat(types).isEqualTo(flat(EXPECTED, "moment", "day"));
  }

  private static void ofOpenSearch(String path, JsonNode properties, Map<String, String> types) {
    for (Map.Entry<String, JsonNode> key : properties.properties()) {
      if (key.getValue().has("properties")) {
        ofOpenSearch(path + key.getKey() + ".", key.getValue().get("properties"), types);
      } else {
        types.put(path + key.getKey(), common(key.getValue().get("type").asString()));
      }
    }
  }

  /** Without null marks, and with a list as its element. */
  private static Map<String, String> flat(Map<String, String> types, String word, String other) {
    Map<String, String> flat = new TreeMap<>();
    types.forEach(
        (name, type) -> {
          String kind = type.replace("?", "").replace("list of ", "").replace(word, other);
          if (!kind.equals("object")) {
            flat.put(name, kind);
          }
        });
    return flat;
  }

  @Test
  void duckDbSaysTheSameButForNulls() {
    Map<String, String> types = new TreeMap<>();
    Matcher column = Pattern.compile("'(\\w+)': '([^']+)'").matcher(SchemaDialect.DUCKDB.schema());
    while (column.find()) {
      types.put(column.group(1), sqlKind(column.group(2)));
      ofStruct(column.group(1), column.group(2), types);
    }

    assertThat(types).isEqualTo(withoutNulls(EXPECTED));
  }

  /** Structs stand in structs two deep at most. */
  private static void ofStruct(String path, String type, Map<String, String> types) {
    String parts = type.replaceFirst("^STRUCT\\(", "");
    Matcher part = Pattern.compile("\"(\\w+)\" (STRUCT\\([^)]*\\)|\\w+)(\\[])?").matcher(parts);
    while (part.find()) {
      String name = path + "." + part.group(1);
      types.put(name, sqlKind(part.group(2) + (part.group(3) == null ? "" : "[]")));
      if (part.group(2).startsWith("STRUCT")) {
        ofStruct(name, part.group(2), types);
      }
    }
  }

  private static String sqlKind(String type) {
    String kind = type.startsWith("STRUCT") ? "object" : common(type.replace("[]", ""));
    return (type.endsWith("[]") ? "list of " : "") + kind;
  }

  private static Map<String, String> withoutNulls(Map<String, String> types) {
    Map<String, String> all = new TreeMap<>(types);
    all.replaceAll((name, type) -> type.replace("?", ""));
    return all;
  }

  @Test
  void postgresSaysTheSameOfTheTopLevel() {
    Map<String, String> types = new TreeMap<>();
    Matcher column =
        Pattern.compile("(?m)^  ([a-z_]+) ([a-z ]+?(?:\\[])?)( NOT NULL)?(?: DEFAULT '')?,$")
            .matcher(SchemaDialect.POSTGRES.schema());
    while (column.find()) {
      types.put(
          column.group(1),
          column.group(2).equals("jsonb")
              ? "json"
              : sqlKind(column.group(2)) + (column.group(3) == null ? "?" : ""));
    }
    Map<String, String> expected = new TreeMap<>();
    EXPECTED.forEach(
        (name, type) -> {
          if (!name.contains(".")) {
            expected.put(SqlSchemas.column(name), type.endsWith("object") ? "json" : type);
          }
        });
    expected.put("text_hash", "string");

    assertThat(types).isEqualTo(expected);
  }

  @Test
  void huggingFaceSaysTheSameButForNulls() {
    Map<String, String> types = new TreeMap<>();
    Deque<String> path = new ArrayDeque<>();
    Pattern line = Pattern.compile("\\s+\"(\\w+)\": (\\[?)(?:Value\\(\"(.+)\"\\)]?,|\\{)");
    for (String text : SchemaDialect.HUGGINGFACE.schema().lines().skip(3).toList()) {
      Matcher found = line.matcher(text);
      if (!found.matches()) {
        path.pollLast();
        continue;
      }
      String kind = found.group(3) == null ? "object" : common(found.group(3));
      types.put(dotted(path, found.group(1)), (found.group(2).isEmpty() ? "" : "list of ") + kind);
      if (kind.equals("object")) {
        path.addLast(found.group(1));
      }
    }

    assertThat(types).isEqualTo(withoutNulls(EXPECTED));
  }

  /** Returns such as {@code subjects.title} for {@code SubjectsTitle}. */
  private static String dotted(String className) {
    return className.replaceAll("(?<=[a-z])(?=[A-Z])", ".").toLowerCase(java.util.Locale.ROOT);
  }

  @Test
  void pydanticSaysTheSame() {
    Map<String, String> types = new TreeMap<>();
    String model = "";
    Pattern line =
        Pattern.compile("    (\\w+): (list\\[)?(\\w+)]?( \\| None)?( = Field\\(alias=.*\\))?");
    for (String text : SchemaDialect.PYDANTIC.schema().lines().toList()) {
      if (text.startsWith("class ")) {
        String name = text.substring("class ".length(), text.indexOf('('));
        model = name.equals("Article") ? "" : dotted(name) + ".";
      }
      Matcher found = line.matcher(text);
      if (found.matches()) {
        boolean object = Character.isUpperCase(found.group(3).charAt(0));
        String kind = object ? "object" : common(found.group(3));
        types.put(
            model + found.group(1).replace("schema_", "schema"),
            (found.group(2) == null ? "" : "list of ")
                + kind
                + (found.group(4) == null ? "" : "?"));
      }
    }

    assertThat(types).isEqualTo(EXPECTED);
  }

  @ParameterizedTest
  @EnumSource
  void endsWithALineBreak(SchemaDialect dialect) {
    assertThat(dialect.schema()).endsWith("\n").doesNotEndWith("\n\n");
    assertThat(SchemaDialect.parse(dialect.name().toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(dialect);
  }

  @Test
  void namesTheDialectsThatThereAre() {
    assertThatThrownBy(() -> SchemaDialect.parse("avro"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no schema for \"avro\"; known are json, parquet, spark, duckdb, postgres, opensearch,"
                + " huggingface, pydantic");
  }
}
