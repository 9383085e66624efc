package org.coupure.source;

import java.time.Instant;
import org.coupure.date.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** What Coupure looks for in a line of JSON Lines. Filled by its parser only. */
final class JsonLine {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              // The line's own length is limited already.
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private @Nullable String id;
  private @Nullable String url;
  private @Nullable String file;
  private @Nullable String html;
  private @Nullable String text;
  private @Nullable String title;
  private @Nullable String captured;
  private @Nullable String error;

  private JsonLine() {}

  /** Reads one line; what stands before an error is kept, and {@link #error()} says what it is. */
  static JsonLine parse(byte[] bytes) {
    JsonLine line = new JsonLine();
    int from = startsWithMark(bytes) ? MARK.length : 0;
    try (JsonParser json =
        JSON.createParser(ObjectReadContext.empty(), bytes, from, bytes.length - from)) {
      line.error = line.readObject(json);
    } catch (JacksonException e) {
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      line.error = "not valid JSON: " + e.getOriginalMessage() + " at column " + column;
    }
    return line;
  }

  private @Nullable String readObject(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return "not a JSON object";
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        set(key, json);
      }
      json.skipChildren();
    }
    return json.nextToken() == null ? null : "more than one JSON value";
  }

  private void set(String key, JsonParser json) {
    switch (key) {
      case "id" -> id = json.getString();
      case "url" -> url = json.getString();
      case "file" -> file = json.getString();
      case "html" -> html = json.getString();
      case "text" -> text = json.getString();
      case "title" -> title = json.getString();
      case "captured" -> captured = json.getString();
      default -> {
        // Other tools may add what they like.
      }
    }
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3 && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
  }

  @Nullable String id() {
    return id;
  }

  @Nullable String url() {
    return url;
  }

  @Nullable String file() {
    return file;
  }

  @Nullable String html() {
    return html;
  }

  /**
   * Returns the text with the title above it, which other tools keep apart; null when there is no
   * text.
   */
  @Nullable String titledText() {
    String body = text;
    String headline = title == null ? "" : title.strip();
    return body == null || headline.isEmpty() || body.stripLeading().startsWith(headline)
        ? body
        : headline + "\n\n" + body;
  }

  /** Returns when the page was captured; null also when the line says it in no known form. */
  @Nullable Instant captured() {
    return captured == null ? null : Timestamps.parse(captured);
  }

  /** Returns what is wrong with the line, for people, or null. */
  @Nullable String error() {
    return error;
  }
}
