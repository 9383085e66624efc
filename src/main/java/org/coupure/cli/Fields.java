package org.coupure.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.article.Article;
import org.coupure.article.Evidence;
import org.coupure.article.Moment;
import org.coupure.article.Verdict;
import org.jspecify.annotations.Nullable;

/** An article's fields for people, under the names that records and evidence use. */
final class Fields {
  /**
   * One field with a value.
   *
   * @param name the record's key
   * @param value the value as people read it
   */
  record Field(String name, String value) {}

  private final List<Field> list = new ArrayList<>();

  private Fields() {}

  /** Returns the fields that have a value, in the record's order. */
  static List<Field> of(Article article) {
    Fields fields = new Fields();
    fields.add("id", article.id());
    fields.add("pageKind", article.pageKind() == null ? null : article.pageKind().code());
    fields.add("url", article.place().url());
    fields.add("canonicalUrl", article.place().canonicalUrl());
    fields.add("site", article.place().site());
    fields.add("title", article.headline().title());
    fields.add("subtitle", article.headline().subtitle());
    fields.add("authors", String.join(", ", article.byline().authors()));
    fields.add("agency", article.byline().agency());
    fields.add("published", article.dates().published());
    fields.add("modified", article.dates().modified());
    fields.add("language", article.language());
    fields.add("section", article.place().section());
    fields.add("tags", String.join(", ", article.tags()));
    fields.add("description", article.headline().description());
    if (!article.images().isEmpty()) {
      fields.add("images", article.images().get(0).url());
    }
    fields.add("access", article.access().code());
    fields.add("charset", article.provenance().charset());
    fields.add("rule", article.provenance().rule());
    fields.add("flags", String.join(", ", article.quality().flags()));
    return fields.list;
  }

  /** Returns who decided, such as {@code phrase}. */
  static String decider(Verdict verdict) {
    return verdict.decider().name().toLowerCase(Locale.ROOT);
  }

  /** Returns such as {@code 1 block} or {@code 1,204 blocks}. */
  static String counted(long count, String noun) {
    return Tally.grouped(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** Returns the evidence of a field, or null when there is none. */
  static @Nullable Evidence evidence(String field, Article article) {
    for (Evidence evidence : article.explanation().evidence()) {
      if (evidence.field().equals(field)) {
        return evidence;
      }
    }
    return null;
  }

  private void add(String name, @Nullable Moment moment) {
    add(name, moment == null ? null : moment.toRfc3339());
  }

  private void add(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      list.add(new Field(name, value));
    }
  }
}
