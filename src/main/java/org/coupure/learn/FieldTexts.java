package org.coupure.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Moment;
import org.jspecify.annotations.Nullable;

/** A record's fields as one text each, for tests and comparisons. */
final class FieldTexts {
  private FieldTexts() {}

  /** Returns the fields that rules have a part in, by the record's keys; empty when unknown. */
  static Map<String, String> of(Clip clip) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("outcome", clip.outcome().code());
    Article article = clip.article();
    if (article == null) {
      return fields;
    }
    fields.put("title", text(article.headline().title()));
    fields.put("subtitle", text(article.headline().subtitle()));
    fields.put("authors", String.join("; ", article.byline().authors()));
    fields.put("agency", text(article.byline().agency()));
    fields.put("published", text(article.dates().published()));
    fields.put("modified", text(article.dates().modified()));
    fields.put("language", text(article.language()));
    fields.put("section", text(article.place().section()));
    fields.put("tags", String.join("; ", article.tags()));
    fields.put("images", images(article));
    fields.put("access", article.access().code());
    return fields;
  }

  private static String images(Article article) {
    List<String> urls = new ArrayList<>();
    article.images().forEach(image -> urls.add(image.url()));
    return String.join("; ", urls);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String text(@Nullable Moment moment) {
    return moment == null ? "" : moment.toRfc3339();
  }
}
