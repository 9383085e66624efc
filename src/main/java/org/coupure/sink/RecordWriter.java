package org.coupure.sink;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Duplicate;
import org.coupure.article.Evidence;
import org.coupure.article.Explanation;
import org.coupure.article.Image;
import org.coupure.article.Kind;
import org.coupure.article.Moment;
import org.coupure.article.Passage;
import org.coupure.article.Provenance;
import org.coupure.article.Quality;
import org.coupure.article.Reason;
import org.coupure.article.Rights;
import org.coupure.article.Verdict;
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
      write(clip, Records.articleOf(clip), json);
    }
    return bytes.toByteArray();
  }

  private static void write(Clip clip, Article article, JsonGenerator json) {
    json.writeStartObject();
    text(json, "schema", RecordSchema.ID);
    text(json, "id", article.id());
    text(json, "outcome", clip.outcome().code());
    text(json, "reason", clip.reason() == Reason.NONE ? null : clip.reason().code());
    text(json, "pageKind", pageKind(article));
    text(json, "url", article.place().url());
    text(json, "canonicalUrl", article.place().canonicalUrl());
    text(json, "site", article.place().site());
    text(json, "title", article.headline().title());
    text(json, "subtitle", article.headline().subtitle());
    texts(json, "authors", article.byline().authors());
    text(json, "agency", article.byline().agency());
    moment(json, "published", article.dates().published());
    moment(json, "modified", article.dates().modified());
    text(json, "captured", string(article.dates().captured()));
    text(json, "language", article.language());
    text(json, "section", article.place().section());
    texts(json, "tags", article.tags());
    text(json, "description", article.headline().description());
    text(json, "text", article.text());
    body(json, article.body());
    images(json, article.images());
    text(json, "access", article.access().code());
    rights(json, article.rights());
    quality(json, article.quality());
    duplicate(json, article.duplicate());
    provenance(json, article.provenance());
    explanation(json, article.explanation());
    json.writeEndObject();
  }

  private static @Nullable String pageKind(Article article) {
    return article.pageKind() == null ? null : article.pageKind().code();
  }

  private static void moment(JsonGenerator json, String key, @Nullable Moment moment) {
    text(json, key, moment == null ? null : moment.toRfc3339());
    text(json, key + "Precision", moment == null ? null : moment.precision().code());
    text(json, key + "Zone", moment == null ? null : moment.zone().code());
  }

  private static void body(JsonGenerator json, List<Passage> body) {
    json.writeArrayPropertyStart("body");
    for (Passage passage : body) {
      json.writeStartObject();
      text(json, "kind", passage.kind().code());
      text(json, "text", passage.text());
      if (passage.level() > 0 && hasLevel(passage.kind())) {
        json.writeNumberProperty("level", passage.level());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static boolean hasLevel(Kind kind) {
    return kind == Kind.HEADING || kind == Kind.LIST_ITEM;
  }

  private static void images(JsonGenerator json, List<Image> images) {
    json.writeArrayPropertyStart("images");
    for (Image image : images) {
      json.writeStartObject();
      text(json, "url", image.url());
      text(json, "caption", image.caption());
      text(json, "credit", image.credit());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void rights(JsonGenerator json, Rights rights) {
    json.writeObjectPropertyStart("rights");
    text(json, "license", rights.license());
    text(json, "robots", rights.robots());
    Boolean reserved = rights.tdmReservation();
    if (reserved == null) {
      json.writeNullProperty("tdmReservation");
    } else {
      json.writeBooleanProperty("tdmReservation", reserved);
    }
    text(json, "tdmPolicy", rights.tdmPolicy());
    text(json, "contentSignal", rights.contentSignal());
    text(json, "contentUsage", rights.contentUsage());
    json.writeEndObject();
  }

  private static void quality(JsonGenerator json, Quality quality) {
    json.writeObjectPropertyStart("quality");
    json.writeNumberProperty("confidence", Records.rounded(quality.confidence()));
    json.writeNumberProperty("words", quality.words());
    text(json, "path", quality.path());
    texts(json, "flags", quality.flags());
    json.writeEndObject();
  }

  private static void duplicate(JsonGenerator json, Duplicate duplicate) {
    json.writeObjectPropertyStart("duplicate");
    text(json, "textHash", duplicate.textHash());
    text(json, "simhash", duplicate.simhash());
    text(json, "of", duplicate.of());
    text(json, "cluster", duplicate.cluster());
    json.writeEndObject();
  }

  private static void provenance(JsonGenerator json, Provenance provenance) {
    json.writeObjectPropertyStart("provenance");
    text(json, "source", provenance.source());
    text(json, "sha256", provenance.sha256());
    text(json, "charset", provenance.charset());
    text(json, "rule", provenance.rule());
    text(json, "version", provenance.version());
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

  private static @Nullable String string(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static void text(JsonGenerator json, String key, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(key);
    } else {
      json.writeStringProperty(key, WellFormed.of(value));
    }
  }

  private static void texts(JsonGenerator json, String key, Collection<String> values) {
    json.writeArrayPropertyStart(key);
    for (String value : values) {
      json.writeString(WellFormed.of(Objects.requireNonNull(value)));
    }
    json.writeEndArray();
  }
}
