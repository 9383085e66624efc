package org.coupure.spark;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.coupure.source.PageIterator;
import org.jspecify.annotations.Nullable;

/**
 * Pages that are rows of a table: {@code html} is text or bytes, {@code captured} a timestamp or
 * text of ISO 8601; all columns but {@code html} may be missing.
 */
final class TablePages implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, String> columns;
  private final List<String> present;

  /**
   * Takes a table with the columns {@code present}.
   *
   * @throws IllegalArgumentException if there is no column of pages
   */
  TablePages(Map<String, String> columns, String[] present) {
    this.columns = columns;
    this.present = List.copyOf(Arrays.asList(present));
    if (!this.present.contains(columns.get("html"))) {
      throw new IllegalArgumentException(
          "no column "
              + columns.get("html")
              + " with pages; there are "
              + String.join(", ", present)
              + ": --columns html=NAME");
    }
  }

  /** Returns the pages of part {@code part} of the table. */
  Iterator<PlacedEntry> read(int part, Iterator<Row> rows) {
    long[] entry = {0};
    Iterable<Row> all = () -> rows;
    return StreamSupport.stream(all.spliterator(), false)
        .map(row -> new PlacedEntry(part, entry[0], page(row, part + ":" + entry[0]++)))
        .iterator();
  }

  private PageIterator.Entry page(Row row, String place) {
    String url = text(row, "url");
    String source = url == null ? "row " + place : url;
    byte[] bytes = bytes(value(row, "html"));
    if (bytes == null) {
      return new PageIterator.Unread(
          Clip.failed(source, Reason.EMPTY_INPUT, "the row has no page"));
    }
    return new PageIterator.Captured(
        Page.builder(source, bytes)
            .id(text(row, "id"))
            .url(url)
            .captured(captured(value(row, "captured")))
            .contentType(contentType(row))
            .build());
  }

  /** Text of a table was decoded by whoever made it. */
  private @Nullable String contentType(Row row) {
    String stated = text(row, "contentType");
    if (value(row, "html") instanceof String) {
      return (stated == null ? "text/html" : stated.split(";", -1)[0]) + "; charset=utf-8";
    }
    return stated;
  }

  private @Nullable Object value(Row row, String column) {
    String name = columns.get(column);
    return present.contains(name) ? row.getAs(name) : null;
  }

  private @Nullable String text(Row row, String column) {
    Object value = value(row, column);
    return value == null ? null : value.toString();
  }

  static byte @Nullable [] bytes(@Nullable Object html) {
    return html instanceof byte[] bytes
        ? bytes
        : html == null ? null : html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable Instant captured(@Nullable Object value) {
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    }
    if (value instanceof Instant instant) {
      return instant;
    }
    try {
      return value == null ? null : Instant.parse(value.toString());
    } catch (DateTimeException unknown) {
      return null;
    }
  }
}
