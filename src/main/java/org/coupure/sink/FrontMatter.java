package org.coupure.sink;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Dates;
import org.coupure.article.Moment;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The YAML block above a Markdown clipping. Every text is a double-quoted scalar, so that no title
 * can break it or be read as a number, a date or a truth value; unknown values are left out.
 */
final class FrontMatter {
  private final StringBuilder yaml = new StringBuilder("---\n");

  private FrontMatter() {}

  static String of(Clip clip, Article article) {
    FrontMatter front = new FrontMatter();
    front.fields(clip, article);
    return front.yaml.append("---\n").toString();
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
      yaml.append(key).append(": ").append(value).append('\n');
    }
  }

  private void text(String key, @Nullable String value) {
    if (value != null) {
      plain(key, quoted(value));
    }
  }

  private void texts(String key, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    yaml.append(key).append(":\n");
    for (String value : values) {
      yaml.append("  - ").append(quoted(Objects.requireNonNull(value))).append('\n');
    }
  }

  /** Returns the double-quoted scalar of YAML 1.2, 7.3.1. */
  private static String quoted(String value) {
    String text = WellFormed.of(value);
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (mustBeEscaped(c)) {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** What YAML does not print (5.1) or takes for a line break in older versions. */
  private static boolean mustBeEscaped(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || c == '\uFEFF'
        || c == '\uFFFE'
        || c == '\uFFFF';
  }
}
