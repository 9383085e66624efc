package org.coupure.record;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import org.coupure.record.FieldType.ListOf;
import org.coupure.record.FieldType.Scalar;
import org.coupure.record.FieldType.Struct;

/** The type of a record in SQL. */
public final class SqlSchemas {
  private SqlSchemas() {}

  static String duckDb(Struct record) {
    String columns =
        record.members().stream()
            .map(member -> "    '" + member.name() + "': '" + duckDbType(member.type()) + "'")
            .collect(joining(",\n"));
    return "CREATE OR REPLACE VIEW article AS\n"
        + "SELECT * FROM read_json('articles.jsonl', format = 'newline_delimited',\n"
        + "  columns = {\n"
        + columns
        + "\n  });\n";
  }

  private static String duckDbType(FieldType type) {
    if (type instanceof ListOf list) {
      return duckDbType(list.element()) + "[]";
    }
    if (type instanceof Struct struct) {
      return struct.members().stream()
          .map(member -> '"' + member.name() + "\" " + duckDbType(member.type()))
          .collect(joining(", ", "STRUCT(", ")"));
    }
    return switch ((Scalar) type) {
      case STRING -> "VARCHAR";
      case INTEGER -> "INTEGER";
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMPTZ";
    };
  }

  /** The key is that of a record and text, so that a record that comes again is no new row. */
  static String postgres(Struct record) {
    return "CREATE TABLE IF NOT EXISTS article (\n"
        + record.members().stream()
            .map(
                member ->
                    "  "
                        + column(member.name())
                        + " "
                        + postgresType(member.type())
                        + (member.nullable() ? "" : " NOT NULL"))
            .collect(joining(",\n"))
        + ",\n  text_hash text NOT NULL DEFAULT '',\n  PRIMARY KEY (id, text_hash)\n);\n";
  }

  /** Returns the type of a column that holds values of {@code type}; objects are {@code jsonb}. */
  public static String postgresType(FieldType type) {
    if (type instanceof ListOf list && list.element() instanceof Scalar element) {
      return postgresType(element) + "[]";
    }
    if (!(type instanceof Scalar scalar)) {
      return "jsonb";
    }
    return switch (scalar) {
      case STRING -> "text";
      case INTEGER -> "integer";
      case NUMBER -> "double precision";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp with time zone";
    };
  }

  /** Returns the column of a key, such as {@code published_utc}: SQL has no capitals of its own. */
  public static String column(String key) {
    return key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
