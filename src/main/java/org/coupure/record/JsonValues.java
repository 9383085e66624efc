package org.coupure.record;

import java.util.List;
import java.util.Map;
import org.coupure.article.Image;
import org.coupure.article.MatchedWords;
import org.coupure.article.Moment;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.article.SubjectMatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes values of fields, lists of them and maps with text keys as JSON. */
final class JsonValues {
  private JsonValues() {}

  static void members(JsonGenerator json, Map<String, @Nullable Object> members) {
    members.forEach(
        (key, value) -> {
          json.writeName(key);
          value(json, value);
        });
  }

  @SuppressWarnings("unchecked") // Maps are made in this package alone, and their keys are texts.
  static void value(JsonGenerator json, @Nullable Object value) {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      members(json, (Map<String, @Nullable Object>) object);
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      list.forEach(element -> value(json, element));
      json.writeEndArray();
    } else if (value instanceof Passage passage) {
      passage(json, passage);
    } else if (value instanceof Image image) {
      image(json, image);
    } else if (value instanceof SubjectMatch subject) {
      subject(json, subject);
    } else {
      scalar(json, value);
    }
  }

  private static void scalar(JsonGenerator json, Object value) {
    if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(
          WellFormed.of(value instanceof Moment moment ? moment.toRfc3339() : value.toString()));
    }
  }

  private static void passage(JsonGenerator json, Passage passage) {
    json.writeStartObject();
    text(json, "kind", passage.kind().code());
    text(json, "text", passage.text());
    if (passage.level() > 0 && hasLevel(passage.kind())) {
      json.writeNumberProperty("level", passage.level());
    } else {
      json.writeNullProperty("level");
    }
    json.writeEndObject();
  }

  private static boolean hasLevel(PassageKind kind) {
    return kind == PassageKind.HEADING || kind == PassageKind.LIST_ITEM;
  }

  private static void image(JsonGenerator json, Image image) {
    json.writeStartObject();
    text(json, "url", image.url());
    text(json, "caption", image.caption());
    text(json, "credit", image.credit());
    json.writeEndObject();
  }

  private static void subject(JsonGenerator json, SubjectMatch subject) {
    json.writeStartObject();
    text(json, "name", subject.name());
    words(json, "title", subject.title());
    words(json, "text", subject.text());
    json.writeEndObject();
  }

  private static void words(JsonGenerator json, String key, List<MatchedWords> matches) {
    json.writeArrayPropertyStart(key);
    for (MatchedWords match : matches) {
      json.writeStartObject();
      text(json, "words", match.words());
      json.writeNumberProperty("start", match.start());
      json.writeNumberProperty("end", match.end());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void text(JsonGenerator json, String key, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(key);
    } else {
      json.writeStringProperty(key, WellFormed.of(value));
    }
  }
}
