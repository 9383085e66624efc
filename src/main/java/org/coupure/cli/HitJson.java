package org.coupure.cli;

import java.io.StringWriter;
import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.MatchedWords;
import org.coupure.article.Moment;
import org.coupure.query.QueryMatch;
import org.coupure.query.Snippet;
import org.coupure.store.StoredRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes one result of a search as one line of JSON. */
final class HitJson {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private HitJson() {}

  static String of(StoredRecord hit) {
    Article article = hit.article();
    QueryMatch match = hit.match() == null ? new QueryMatch(List.of(), List.of()) : hit.match();
    Moment published = article.dates().published();
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      text(json, "id", article.id());
      text(json, "url", article.place().urlOrCanonical());
      text(json, "site", article.place().site());
      text(json, "title", article.headline().title());
      text(json, "published", published == null ? null : published.toRfc3339());
      text(json, "language", article.language());
      text(json, "snippet", Snippet.of(article.text(), match.text(), HitText.SNIPPET).toString());
      places(json, "titlePlaces", match.title());
      places(json, "textPlaces", match.text());
      json.writeEndObject();
    }
    return line.append('\n').toString();
  }

  private static void places(JsonGenerator json, String key, List<MatchedWords> places) {
    json.writeArrayPropertyStart(key);
    for (MatchedWords place : places) {
      json.writeStartObject();
      text(json, "words", place.words());
      json.writeNumberProperty("start", place.start());
      json.writeNumberProperty("end", place.end());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String key, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(key);
    } else {
      json.writeStringProperty(key, value);
    }
  }
}
