package org.coupure.sink.parquet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageTypeParser;
import org.coupure.record.FieldType;
import org.coupure.record.FieldType.ListOf;
import org.coupure.record.FieldType.Member;
import org.coupure.record.FieldType.Scalar;
import org.coupure.record.FieldType.Struct;
import org.coupure.record.SchemaDialect;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Gives Parquet the values of a record in the order of its schema. */
final class RecordWriteSupport extends WriteSupport<JsonNode> {
  private static final Struct RECORD = FieldType.record();
  private static final long MICROS = 1_000_000;

  private @Nullable RecordConsumer consumer;

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(
        MessageTypeParser.parseMessageType(SchemaDialect.PARQUET.schema()), Map.of());
  }

  @SuppressWarnings("deprecation") // It is abstract all the same.
  @Override
  public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
    throw new UnsupportedOperationException("Hadoop's own configuration is not used");
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(JsonNode record) {
    RecordConsumer out = consumer;
    if (out == null) {
      throw new IllegalStateException("write before prepareForWrite");
    }
    out.startMessage();
    members(out, RECORD.members(), record);
    out.endMessage();
  }

  private static void members(RecordConsumer out, List<Member> members, JsonNode object) {
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      JsonNode value = object.path(member.name());
      boolean empty = value.isMissingNode() || value.isNull();
      if (!empty) {
        out.startField(member.name(), i);
        value(out, member.type(), value);
        out.endField(member.name(), i);
      } else if (!member.nullable()) {
        throw new IllegalArgumentException("a record lacks " + member.name());
      }
    }
  }

  private static void value(RecordConsumer out, FieldType type, JsonNode value) {
    if (type instanceof Struct struct) {
      out.startGroup();
      members(out, struct.members(), value);
      out.endGroup();
    } else if (type instanceof ListOf list) {
      list(out, list, value);
    } else {
      scalar(out, (Scalar) type, value);
    }
  }

  /** The three levels of a list; the middle one is left out when there is no element. */
  private static void list(RecordConsumer out, ListOf list, JsonNode values) {
    out.startGroup();
    if (!values.isEmpty()) {
      out.startField("list", 0);
      for (JsonNode value : values) {
        out.startGroup();
        out.startField("element", 0);
        value(out, list.element(), value);
        out.endField("element", 0);
        out.endGroup();
      }
      out.endField("list", 0);
    }
    out.endGroup();
  }

  private static void scalar(RecordConsumer out, Scalar type, JsonNode value) {
    switch (type) {
      case STRING -> out.addBinary(Binary.fromString(value.asString()));
      case INTEGER -> out.addInteger(value.asInt());
      case NUMBER -> out.addDouble(value.asDouble());
      case BOOLEAN -> out.addBoolean(value.asBoolean());
      case DATE -> out.addInteger((int) LocalDate.parse(value.asString()).toEpochDay());
      case TIMESTAMP -> out.addLong(Instant.parse(value.asString()).getEpochSecond() * MICROS);
    }
  }
}
