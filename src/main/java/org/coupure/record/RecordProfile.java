package org.coupure.record;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.article.Access;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Image;
import org.coupure.article.Moment;
import org.coupure.page.Url;
import org.jspecify.annotations.Nullable;

/**
 * The keys of another program's records, for programs that read those. What we don't know is null;
 * what they join into one text is joined likewise.
 */
enum RecordProfile {
  /** The JSON of trafilatura 2. */
  TRAFILATURA {
    @Override
    Map<String, @Nullable Object> values(Clip clip, Article article) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("title", article.headline().title());
      values.put("author", joined("; ", article.byline().authors()));
      values.put("hostname", host(article));
      values.put("date", day(article.dates().published()));
      values.put("fingerprint", article.duplicate().simhash());
      values.put("id", article.id());
      values.put("license", article.rights().license());
      values.put("comments", "");
      values.put("raw_text", article.text());
      values.put("text", article.text());
      values.put("language", article.language());
      values.put("image", leadImage(article));
      values.put("pagetype", article.pageKind() == null ? null : article.pageKind().code());
      Instant captured = article.dates().captured();
      values.put("filedate", captured == null ? null : DAY.format(captured));
      values.put("source", article.place().urlOrCanonical());
      values.put("source-hostname", article.place().site());
      values.put("excerpt", article.headline().description());
      String section = article.place().section();
      values.put("categories", section == null ? "" : section);
      values.put("tags", String.join(";", article.tags()));
      return values;
    }
  },

  /** The dictionary of news-please's articles, whose times have no zone. */
  NEWS_PLEASE {
    @Override
    Map<String, @Nullable Object> values(Clip clip, Article article) {
      String url = article.place().urlOrCanonical();
      Instant captured = article.dates().captured();
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("authors", article.byline().authors());
      values.put("date_download", captured == null ? null : NAIVE.format(captured));
      values.put("date_modify", naive(article.dates().modified()));
      values.put("date_publish", naive(article.dates().published()));
      values.put("description", article.headline().description());
      values.put(
          "filename",
          url == null ? null : URLEncoder.encode(url, StandardCharsets.UTF_8) + ".json");
      values.put("image_url", leadImage(article));
      values.put("language", article.language());
      values.put("localpath", null);
      values.put("maintext", article.text());
      values.put("source_domain", host(article));
      values.put("text", null);
      values.put("title", article.headline().title());
      values.put("title_page", null);
      values.put("title_rss", null);
      values.put("url", url);
      return values;
    }
  },

  /** A NewsArticle of schema.org as JSON-LD, where null says as much as a key that is not there. */
  SCHEMA_ORG {
    @Override
    Map<String, @Nullable Object> values(Clip clip, Article article) {
      Map<String, @Nullable Object> values = typed("NewsArticle");
      values.put("identifier", article.id());
      values.put("url", article.place().urlOrCanonical());
      values.put("mainEntityOfPage", article.place().canonicalUrl());
      values.put("headline", article.headline().title());
      values.put("alternativeHeadline", article.headline().subtitle());
      values.put("description", article.headline().description());
      values.put(
          "author",
          article.byline().authors().stream().map(name -> named("Person", name)).toList());
      values.put("sourceOrganization", named("NewsMediaOrganization", article.byline().agency()));
      values.put("publisher", named("Organization", article.place().site()));
      values.put("datePublished", article.dates().published());
      values.put("dateModified", article.dates().modified());
      values.put("inLanguage", article.language());
      values.put("articleSection", article.place().section());
      values.put("keywords", article.tags());
      values.put("articleBody", article.text());
      values.put("wordCount", article.quality().words());
      values.put("image", article.images().stream().map(RecordProfile::imageObject).toList());
      values.put(
          "isAccessibleForFree",
          article.access() == Access.UNKNOWN ? null : article.access() == Access.FREE);
      values.put("license", article.rights().license());
      return withContext(values);
    }
  };

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter NAIVE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  abstract Map<String, @Nullable Object> values(Clip clip, Article article);

  static RecordProfile parse(String name) {
    return Arrays.stream(values())
        .filter(profile -> profile.code().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no profile \""
                        + name
                        + "\"; there are "
                        + Arrays.stream(values()).map(RecordProfile::code).collect(joining(", "))));
  }

  private String code() {
    return this == SCHEMA_ORG ? "schema.org" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable String host(Article article) {
    return Url.host(article.place().urlOrCanonical());
  }

  private static @Nullable String joined(String separator, List<String> values) {
    return values.isEmpty() ? null : String.join(separator, values);
  }

  private static @Nullable String leadImage(Article article) {
    return article.images().isEmpty() ? null : article.images().get(0).url();
  }

  private static @Nullable String day(@Nullable Moment moment) {
    return moment == null ? null : moment.time().toLocalDate().toString();
  }

  /** The wall clock at the publisher's, as news-please keeps it. */
  private static @Nullable String naive(@Nullable Moment moment) {
    return moment == null ? null : NAIVE.format(moment.time());
  }

  private static Map<String, @Nullable Object> typed(String type) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("@type", type);
    return object;
  }

  private static Map<String, @Nullable Object> withContext(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("@context", "https://schema.org");
    all.putAll(object);
    return all;
  }

  private static @Nullable Map<String, @Nullable Object> named(String type, @Nullable String name) {
    if (name == null) {
      return null;
    }
    Map<String, @Nullable Object> object = typed(type);
    object.put("name", name);
    return object;
  }

  private static Object imageObject(Image image) {
    Map<String, @Nullable Object> object = typed("ImageObject");
    object.put("url", image.url());
    object.put("caption", image.caption());
    object.put("creditText", image.credit());
    return object;
  }
}
