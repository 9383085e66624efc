package org.coupure.record;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** A language in which programs want to be told what types the fields of a record have. */
public enum SchemaDialect {
  /** JSON Schema 2020-12, which also says what each key means. */
  JSON(RecordSchema::text),
  /** A message type of Apache Parquet. */
  PARQUET(() -> ParquetMessage.of(FieldType.record())),
  /** The JSON of a StructType of Apache Spark. */
  SPARK(() -> StoreSchemas.spark(FieldType.record())),
  /** A view of DuckDB over a file of JSON Lines. */
  DUCKDB(() -> SqlSchemas.duckDb(FieldType.record())),
  /** A table of PostgreSQL. */
  POSTGRES(() -> SqlSchemas.postgres(FieldType.record())),
  /** Settings and mapping of an index of OpenSearch or Elasticsearch. */
  OPENSEARCH(() -> StoreSchemas.openSearch(FieldType.record())),
  /** Features of Hugging Face datasets, in Python. */
  HUGGINGFACE(() -> PythonSchemas.features(FieldType.record())),
  /** Classes of pydantic, in Python. */
  PYDANTIC(() -> PythonSchemas.pydantic(FieldType.record()));

  // Lambdas without state: nothing can change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Supplier<String> text;

  SchemaDialect(Supplier<String> text) {
    this.text = text;
  }

  /** Returns the schema of a record that was not explained; it ends with a line break. */
  public String schema() {
    return text.get();
  }

  /**
   * Returns the dialect called {@code name}, in any case.
   *
   * @throws IllegalArgumentException with the list of known names if there is none
   */
  public static SchemaDialect parse(String name) {
    return Arrays.stream(values())
        .filter(dialect -> dialect.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no schema for \"" + name + "\"; known are " + names()));
  }

  /** Returns the known names in lower case, for messages. */
  public static String names() {
    return Arrays.stream(values())
        .map(dialect -> dialect.name().toLowerCase(Locale.ROOT))
        .collect(joining(", "));
  }
}
