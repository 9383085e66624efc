package org.coupure.watch;

import java.io.StringWriter;
import java.time.Instant;
import org.coupure.watch.SourceState.Mood;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * A source needs a person, or no longer does. Immutable.
 *
 * @param source its name
 * @param before how it was
 * @param mood how it is
 * @param detail what was wrong the last time, or null
 * @param at when it was noticed
 */
public record Alert(String source, Mood before, Mood mood, @Nullable String detail, Instant at) {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  /** Returns it as a sentence for a person. */
  public String sentence() {
    String what =
        switch (mood) {
          case FINE -> "is fine again";
          case QUIET -> "has gone quiet";
          case BROKEN -> "is broken";
          case CHALLENGING -> "shuts us out";
        };
    return source + " " + what + (detail == null ? "" : ": " + detail);
  }

  /** Returns it as a JSON object on one line. */
  public String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json =
        JSON.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("source", source);
      json.writeStringProperty("mood", mood.code());
      json.writeStringProperty("before", before.code());
      if (detail == null) {
        json.writeNullProperty("detail");
      } else {
        json.writeStringProperty("detail", detail);
      }
      json.writeStringProperty("at", at.toString());
      json.writeStringProperty("text", sentence());
      json.writeEndObject();
    }
    return text.toString();
  }
}
