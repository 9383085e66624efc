package org.coupure.spark;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Image;
import org.coupure.article.Moment;
import org.coupure.article.Passage;
import org.coupure.article.PageKind;
import org.coupure.article.PassageKind;
import org.coupure.record.FieldType.Scalar;
import org.coupure.record.RecordField;
import org.coupure.record.RecordField.Form;
import org.coupure.record.RecordWriter;
import org.coupure.record.SchemaDialect;
import org.coupure.text.MinHash;
import org.jspecify.annotations.Nullable;

/** Clips as rows: the fields of the record with their types, and the record as JSON. */
final class RecordRows {
  /** The fields of a record as {@code coupure schema --for spark} has them, all nullable. */
  static final StructType RECORD = record();

  private RecordRows() {}

  /** Returns the columns of the job's articles. */
  static StructType articles() {
    return RECORD
        .add("detail", DataTypes.StringType)
        .add("record", DataTypes.StringType)
        .add("minhash", DataTypes.BinaryType)
        .add("day", DataTypes.DateType)
        .add("file", DataTypes.IntegerType)
        .add("entry", DataTypes.LongType);
  }

  /** Returns the row of {@code clip}, which stands at that place in the input. */
  static Row article(Clip clip, int file, long entry) {
    List<@Nullable Object> values = values(clip);
    Article article = clip.article();
    values.add(clip.detail());
    values.add(
        article == null
            ? null
            : new String(RecordWriter.compact().write(clip), StandardCharsets.UTF_8));
    values.add(article == null ? null : sketch(article));
    values.add(article == null ? null : day(article));
    values.add(file);
    values.add(entry);
    return RowFactory.create(values.toArray());
  }

  /** Returns {@code clip} as a row of {@link #RECORD}. */
  static Row record(Clip clip) {
    return RowFactory.create(values(clip).toArray());
  }

  private static List<@Nullable Object> values(Clip clip) {
    Map<String, List<@Nullable Object>> objects = new LinkedHashMap<>();
    for (RecordField field : RecordField.in(Form.JSON)) {
      objects.computeIfAbsent(field.object(), name -> new ArrayList<>()).add(value(field, clip));
    }
    List<@Nullable Object> row = new ArrayList<>();
    objects.forEach(
        (name, values) -> {
          if (name.isEmpty()) {
            row.addAll(values);
          } else {
            row.add(RowFactory.create(values.toArray()));
          }
        });
    return row;
  }

  /** An input that is not one page owes no record, but its outcome is a row all the same. */
  private static @Nullable Object value(RecordField field, Clip clip) {
    Article article = clip.article();
    if (article != null) {
      Object value = field.value(clip, article);
      return value instanceof Instant && field.type() == Scalar.STRING
          ? value.toString()
          : sql(value);
    }
    return switch (field.path()) {
      case "outcome" -> clip.outcome().code();
      case "reason" -> clip.reason().code();
      case "provenance.source" -> clip.input();
      default -> null;
    };
  }

  private static @Nullable Object sql(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(RecordRows::sql).toArray();
    } else if (value instanceof Passage passage) {
      boolean levelled =
          passage.kind() == PassageKind.HEADING || passage.kind() == PassageKind.LIST_ITEM;
      return RowFactory.create(
          passage.kind().code(),
          passage.text(),
          levelled && passage.level() > 0 ? passage.level() : null);
    } else if (value instanceof Image image) {
      return RowFactory.create(image.url(), image.caption(), image.credit());
    } else if (value instanceof Moment moment) {
      return moment.toRfc3339();
    } else if (value instanceof Instant instant) {
      return Timestamp.from(instant);
    } else if (value instanceof LocalDate day) {
      return Date.valueOf(day);
    }
    return value;
  }

  private static byte @Nullable [] sketch(Article article) {
    PageKind kind = article.pageKind();
    return kind == PageKind.ARTICLE || kind == PageKind.LIVE
        ? MinHash.of(article.text()).bytes()
        : null;
  }

  private static @Nullable Date day(Article article) {
    Moment published = article.dates().published();
    return published == null ? null : Date.valueOf(published.time().toLocalDate());
  }

  private static StructType record() {
    StructType schema = (StructType) DataType.fromJson(SchemaDialect.SPARK.schema());
    return nullable(schema);
  }

  private static StructType nullable(StructType schema) {
    StructField[] fields = schema.fields();
    for (int i = 0; i < fields.length; i++) {
      DataType type = fields[i].dataType();
      fields[i] =
          DataTypes.createStructField(
              fields[i].name(), type instanceof StructType inner ? nullable(inner) : type, true);
    }
    return DataTypes.createStructType(fields);
  }
}
