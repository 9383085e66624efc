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
import org.coupure.article.Verdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/**
 * Gives a clip its JSON form: UTF-8, keys in the order of {@code config/schema/article-1.json},
 * null written for what is unknown. The same clip gives the same bytes. Immutable and thread-safe.
 */
public final class RecordWriter {
  static final JsonFactory JSON =
      JsonFactory.builder().characterEscapes(new LineBreakEscapes()).build();
  private static final RecordWriter COMPACT =
      new RecordWriter(JsonLayout.ONE_LINE, RecordShape.WHOLE);
  private static final RecordWriter PRETTY =
      new RecordWriter(JsonLayout.INDENTED, RecordShape.WHOLE);

  private final JsonLayout layout;
  private final RecordShape shape;

  private RecordWriter(JsonLayout layout, RecordShape shape) {
    this.layout = layout;
    this.shape = shape;
  }

  /** Returns the writer of records that stand on one line, for JSON Lines. */
  public static RecordWriter compact() {
    return COMPACT;
  }

  /** Returns the writer of records for people: a key a line, two spaces a level. */
  public static RecordWriter pretty() {
    return PRETTY;
  }

  /** Returns this writer for records of another shape. */
  public RecordWriter shaped(RecordShape other) {
    return new RecordWriter(layout, other);
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

  private void write(Clip clip, Article article, JsonGenerator json) {
    json.writeStartObject();
    JsonValues.members(json, shape.values(clip, article));
    if (shape.equals(RecordShape.WHOLE)) {
      explanation(json, article.explanation());
    }
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
      JsonValues.text(json, "text", block.text());
      JsonValues.text(json, "where", block.where());
      JsonValues.text(json, "kept", verdict.keptAs() == null ? null : verdict.keptAs().code());
      JsonValues.text(json, "by", verdict.decider().name().toLowerCase(Locale.ROOT));
      JsonValues.text(json, "why", verdict.why());
      sentences(json, block);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void sentences(JsonGenerator json, Explanation.Judged block) {
    if (!block.sentence().isEmpty()) {
      JsonValues.text(json, "sentence", block.sentence());
      json.writeArrayPropertyStart("others");
      block.others().forEach(other -> json.writeString(WellFormed.of(other)));
      json.writeEndArray();
    }
  }

  private static void evidence(JsonGenerator json, List<Evidence> evidence) {
    json.writeObjectPropertyStart("evidence");
    Set<String> fields = new HashSet<>();
    for (Evidence found : evidence) {
      // A key may stand only once in a JSON object; the first evidence is the one that won.
      if (fields.add(found.field())) {
        json.writeObjectPropertyStart(found.field());
        JsonValues.text(json, "from", found.from());
        JsonValues.text(json, "where", found.where());
        JsonValues.text(json, "raw", found.raw());
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }
}
