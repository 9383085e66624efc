package org.coupure.record;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import org.coupure.record.FieldType.ListOf;
import org.coupure.record.FieldType.Member;
import org.coupure.record.FieldType.Scalar;
import org.coupure.record.FieldType.Struct;

/** The type of a record in Python. */
final class PythonSchemas {
  private PythonSchemas() {}

  static String features(Struct record) {
    return "from datasets import Features, Value\n\nfeatures = Features("
        + feature(record, "")
        + ")\n";
  }

  private static String feature(FieldType type, String indent) {
    if (type instanceof ListOf list) {
      return "[" + feature(list.element(), indent) + "]";
    }
    if (type instanceof Struct struct) {
      return struct.members().stream()
          .map(m -> indent + "    \"" + m.name() + "\": " + feature(m.type(), indent + "    "))
          .collect(joining(",\n", "{\n", ",\n" + indent + "}"));
    }
    return switch ((Scalar) type) {
      case STRING -> "Value(\"string\")";
      case INTEGER -> "Value(\"int32\")";
      case NUMBER -> "Value(\"float64\")";
      case BOOLEAN -> "Value(\"bool\")";
      case DATE -> "Value(\"date32\")";
      case TIMESTAMP -> "Value(\"timestamp[s, tz=UTC]\")";
    };
  }

  static String pydantic(Struct record) {
    StringBuilder text = new StringBuilder();
    text.append("from datetime import date, datetime\n\n");
    text.append("from pydantic import BaseModel, Field\n");
    parts("", record, text);
    return text.append(model("Article", "", record)).toString();
  }

  /** A class stands above those that use it; its name is that of its key and of the keys above. */
  private static void parts(String outer, Struct struct, StringBuilder text) {
    for (Member member : struct.members()) {
      FieldType type = member.type() instanceof ListOf list ? list.element() : member.type();
      if (type instanceof Struct inner) {
        String name = outer + className(member.name());
        parts(name, inner, text);
        text.append(model(name, name, inner));
      }
    }
  }

  private static String model(String name, String outer, Struct struct) {
    return "\n\nclass "
        + name
        + "(BaseModel):\n"
        + struct.members().stream().map(m -> attribute(outer, m)).collect(joining());
  }

  private static String attribute(String outer, Member member) {
    // Quirk: BaseModel has a method of this name.
    boolean taken = member.name().equals("schema");
    return "    "
        + member.name()
        + (taken ? "_" : "")
        + ": "
        + pydanticType(outer, member)
        + (member.nullable() ? " | None" : "")
        + (taken ? " = Field(alias=\"schema\")" : "")
        + "\n";
  }

  private static String pydanticType(String outer, Member member) {
    if (member.type() instanceof ListOf list) {
      return "list[" + pydanticType(outer, new Member(member.name(), list.element(), false)) + "]";
    }
    if (member.type() instanceof Struct) {
      return outer + className(member.name());
    }
    return switch ((Scalar) member.type()) {
      case STRING -> "str";
      case INTEGER -> "int";
      case NUMBER -> "float";
      case BOOLEAN -> "bool";
      case DATE -> "date";
      case TIMESTAMP -> "datetime";
    };
  }

  private static String className(String key) {
    return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }
}
