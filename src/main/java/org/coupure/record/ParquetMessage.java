package org.coupure.record;

import org.coupure.record.FieldType.ListOf;
import org.coupure.record.FieldType.Member;
import org.coupure.record.FieldType.Scalar;
import org.coupure.record.FieldType.Struct;

/** The type of a record as a message type of Parquet, in its own notation. */
final class ParquetMessage {
  private final StringBuilder text = new StringBuilder();

  private ParquetMessage() {}

  static String of(Struct record) {
    ParquetMessage message = new ParquetMessage();
    message.text.append("message article {\n");
    record.members().forEach(member -> message.member(member, "  "));
    return message.text.append("}\n").toString();
  }

  private void member(Member member, String indent) {
    String repetition = indent + (member.nullable() ? "optional " : "required ");
    if (member.type() instanceof Scalar scalar) {
      text.append(repetition).append(scalar(scalar, member.name())).append(";\n");
    } else if (member.type() instanceof ListOf list) {
      // The three levels that Parquet's LogicalTypes.md asks for.
      text.append(repetition).append("group ").append(member.name()).append(" (LIST) {\n");
      text.append(indent).append("  repeated group list {\n");
      member(new Member("element", list.element(), false), indent + "    ");
      text.append(indent).append("  }\n").append(indent).append("}\n");
    } else if (member.type() instanceof Struct struct) {
      text.append(repetition).append("group ").append(member.name()).append(" {\n");
      struct.members().forEach(part -> member(part, indent + "  "));
      text.append(indent).append("}\n");
    }
  }

  private static String scalar(Scalar scalar, String name) {
    return switch (scalar) {
      case STRING -> "binary " + name + " (STRING)";
      case INTEGER -> "int32 " + name;
      case NUMBER -> "double " + name;
      case BOOLEAN -> "boolean " + name;
      case DATE -> "int32 " + name + " (DATE)";
      case TIMESTAMP -> "int64 " + name + " (TIMESTAMP(MICROS,true))";
    };
  }
}
