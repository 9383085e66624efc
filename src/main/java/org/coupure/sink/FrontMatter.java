package org.coupure.sink;

import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Dates;
import org.coupure.article.Moment;
import org.coupure.article.Reason;
import org.coupure.yaml.YamlWriter;
import org.jspecify.annotations.Nullable;

/**
 * The YAML block above a Markdown clipping. Every text is a double-quoted scalar, so that no title
 * can break it or be read as a number, a date or a truth value; unknown values are left out.
 */
final class FrontMatter {
  private final YamlWriter yaml = YamlWriter.quoted();

  private FrontMatter() {}

  static String of(Clip clip, Article article) {
    FrontMatter front = new FrontMatter();
    front.fields(clip, article);
    return "---\n" + front.yaml + "---\n";
  }

  private void fields(Clip clip, Article article) {
    text("id", article.id());
    text("outcome", clip.outcome().code());
    text("reason", clip.reason() == Reason.NONE ? null : clip.reason().code());
    text("pageKind", article.pageKind() == null ? null : article.pageKind().code());
    text("title", article.headline().title());
    text("subtitle", article.headline().subtitle());
    texts("authors", article.byline().authors());
    text("agency", article.byline().agency());
    dates(article.dates());
    text("url", article.place().url());
    text("canonicalUrl", article.place().canonicalUrl());
    text("site", article.place().site());
    text("section", article.place().section());
    text("language", article.language());
    texts("tags", article.tags());
    text("description", article.headline().description());
    text("image", article.images().isEmpty() ? null : article.images().get(0).url());
    plain("words", article.quality().words());
    plain("confidence", Records.rounded(article.quality().confidence()));
  }

  /** The key "date" is always a day, the others are times: note programs sort by the one kind. */
  private void dates(Dates dates) {
    Moment published = dates.published();
    if (published != null) {
      plain("date", published.time().toLocalDate());
    }
    time("published", published);
    time("modified", dates.modified());
    plain("captured", dates.captured());
  }

  private void time(String key, @Nullable Moment moment) {
    if (moment != null && moment.precision() != Moment.Precision.DAY) {
      plain(key, moment.toRfc3339());
    }
  }

  private void plain(String key, @Nullable Object value) {
    if (value != null) {
      yaml.bare(0, key, value);
    }
  }

  private void text(String key, @Nullable String value) {
    if (value != null) {
      yaml.entry(0, key, WellFormed.of(value));
    }
  }

  private void texts(String key, List<String> values) {
    yaml.block(0, key, values.stream().map(WellFormed::of).toList());
  }
}
