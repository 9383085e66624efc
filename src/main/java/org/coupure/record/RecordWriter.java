package org.coupure.record;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Evidence;
import org.coupure.article.Explanation;
import org.coupure.article.Image;
import org.coupure.article.Moment;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict;
import org.coupure.record.RecordField.Form;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * Gives a clip its JSON form: UTF-8, keys in the order of {@code config/schema/article-1.json},
 * null written for what is unknown. The same clip gives the same bytes. Immutable and thread-safe.
 */
public final class RecordWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().characterEscapes(new LineBreakEscapes()).build();
  private static final RecordWriter COMPACT = new RecordWriter(JsonLayout.ONE_LINE);
  private static final RecordWriter PRETTY = new RecordWriter(JsonLayout.INDENTED);

  private final JsonLayout layout;

  private RecordWriter(JsonLayout layout) {
    this.layout = layout;
  }

  /** Returns the writer of records that stand on one line, for JSON Lines. */
  public static RecordWriter compact() {
    return COMPACT;
  }

  /** Returns the writer of records for people: a key a line, two spaces a level. */
  public static RecordWriter pretty() {
    return PRETTY;
  }

  /**
   * Returns the record of {@code clip}, without a line break at its end.
   *
   * @throws IllegalArgumentException if the clip owes no record because it has no article
   */
  public byte[] write(Clip clip) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    try (JsonGenerator json = JSON.createGenerator(layout.context(), bytes)) {
      write(clip, clip.requireArticle(), json);
    }
    return bytes.toByteArray();
  }

  private static void write(Clip clip, Article article, JsonGenerator json) {
    json.writeStartObject();
    text(json, "schema", RecordSchema.ID);
    String open = "";
    for (RecordField field : RecordField.in(Form.JSON)) {
      String path = field.path();
      String object = path.substring(0, Math.max(0, path.indexOf('.')));
      if (!object.equals(open)) {
        if (!open.isEmpty()) {
          json.writeEndObject();
        }
        if (!object.isEmpty()) {
          json.writeObjectPropertyStart(object);
        }
        open = object;
      }
      value(json, field.name(), field.value(clip, article));
    }
    if (!open.isEmpty()) {
      json.writeEndObject();
    }
    explanation(json, article.explanation());
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, String key, @Nullable Object value) {
    if (value instanceof List<?> list) {
      json.writeArrayPropertyStart(key);
      list.forEach(element -> element(json, element));
      json.writeEndArray();
    } else if (value instanceof Integer number) {
      json.writeNumberProperty(key, number);
    } else if (value instanceof Double number) {
      json.writeNumberProperty(key, number);
    } else if (value instanceof Boolean truth) {
      json.writeBooleanProperty(key, truth);
    } else if (value instanceof Moment moment) {
      text(json, key, moment.toRfc3339());
    } else {
      text(json, key, value == null ? null : value.toString());
    }
  }

  private static void element(JsonGenerator json, Object element) {
    if (element instanceof Passage passage) {
      passage(json, passage);
    } else if (element instanceof Image image) {
      image(json, image);
    } else {
      json.writeString(WellFormed.of(element.toString()));
    }
  }

  private static void passage(JsonGenerator json, Passage passage) {
    json.writeStartObject();
    text(json, "kind", passage.kind().code());
    text(json, "text", passage.text());
    if (passage.level() > 0 && hasLevel(passage.kind())) {
      json.writeNumberProperty("level", passage.level());
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

  private static void explanation(JsonGenerator json, Explanation explanation) {
    if (explanation.evidence().isEmpty() && explanation.blocks().isEmpty()) {
      return;
    }
    evidence(json, explanation.evidence());
    json.writeArrayPropertyStart("verdicts");
    for (Explanation.Judged block : explanation.blocks()) {
      Verdict verdict = block.verdict();
      json.writeStartObject();
      text(json, "text", block.text());
      text(json, "where", block.where());
      text(json, "kept", verdict.keptAs() == null ? null : verdict.keptAs().code());
      text(json, "by", verdict.decider().name().toLowerCase(Locale.ROOT));
      text(json, "why", verdict.why());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void evidence(JsonGenerator json, List<Evidence> evidence) {
    json.writeObjectPropertyStart("evidence");
    Set<String> fields = new HashSet<>();
    for (Evidence found : evidence) {
      // A key may stand only once in a JSON object; the first evidence is the one that won.
      if (fields.add(found.field())) {
        json.writeObjectPropertyStart(found.field());
        text(json, "from", found.from());
        text(json, "where", found.where());
        text(json, "raw", found.raw());
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String key, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(key);
    } else {
      json.writeStringProperty(key, WellFormed.of(value));
    }
  }
}
