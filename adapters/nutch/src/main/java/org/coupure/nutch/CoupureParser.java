package org.coupure.nutch;

import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.metadata.Metadata;
import org.apache.nutch.parse.Outlink;
import org.apache.nutch.parse.ParseData;
import org.apache.nutch.parse.ParseImpl;
import org.apache.nutch.parse.ParseResult;
import org.apache.nutch.parse.ParseStatus;
import org.apache.nutch.parse.ParseText;
import org.apache.nutch.parse.Parser;
import org.apache.nutch.protocol.Content;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Moment;
import org.coupure.page.Page;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Gives Nutch the article of a page as its text, and all links of the page to go on with. Title,
 * authors, dates, language, section and tags are metadata with the prefix {@code coupure.}, and so
 * are outcome and reason. Thread-safe.
 */
public final class CoupureParser implements Parser {
  private Configuration configuration = new Configuration(false);

  @Override
  public ParseResult getParse(Content content) {
    Clipper clipper = Clippers.SHARED;
    ParsedPage parsed = clipper.read(page(content));
    Clip clip = clipper.clip(parsed);
    Metadata metadata = new Metadata();
    set(metadata, "outcome", clip.outcome().code());
    set(metadata, "reason", clip.reason().code().equals("none") ? null : clip.reason().code());
    Article article = clip.article();
    if (article != null) {
      describe(article, metadata);
    }
    String title = article == null ? null : article.headline().title();
    ParseData data =
        new ParseData(
            ParseStatus.STATUS_SUCCESS,
            title == null ? "" : title,
            outlinks(parsed, content.getBaseUrl()),
            content.getMetadata(),
            metadata);
    return ParseResult.createParseResult(
        content.getUrl(),
        new ParseImpl(article == null ? "" : article.text(), data));
  }

  private static Page page(Content content) {
    return Page.builder(content.getUrl(), content.getContent())
        .url(content.getUrl())
        .contentType(content.getContentType())
        .build();
  }

  private static void describe(Article article, Metadata metadata) {
    article.byline().authors().forEach(name -> metadata.add("coupure.author", name));
    article.tags().forEach(tag -> metadata.add("coupure.tag", tag));
    set(metadata, "published", time(article.dates().published()));
    set(metadata, "modified", time(article.dates().modified()));
    set(metadata, "language", article.language());
    set(metadata, "section", article.place().section());
    set(metadata, "description", article.headline().description());
    set(metadata, "confidence", Double.toString(article.quality().confidence()));
    String canonical = article.place().canonicalUrl();
    if (canonical != null) {
      metadata.set("coupure.canonicalUrl", canonical);
    }
  }

  private static @Nullable String time(@Nullable Moment moment) {
    return moment == null ? null : moment.toRfc3339();
  }

  private static void set(Metadata metadata, String key, @Nullable String value) {
    if (value != null) {
      metadata.set("coupure." + key, value);
    }
  }

  /** Nutch's filters and normalisers decide afterwards which of them are followed. */
  private static Outlink[] outlinks(ParsedPage parsed, String base) {
    Document document = parsed.blocks() == null ? null : parsed.blocks().document();
    List<Outlink> links = new ArrayList<>();
    if (document != null) {
      document.setBaseUri(base);
      for (Element link : document.select("a[href]")) {
        String url = link.absUrl("href");
        if (url.startsWith("http") && !link.attr("rel").contains("nofollow")) {
          try {
            links.add(new Outlink(url, link.text()));
          } catch (MalformedURLException ignored) {
            // A link to nowhere.
          }
        }
      }
    }
    return links.toArray(Outlink[]::new);
  }

  @Override
  public void setConf(Configuration conf) {
    configuration = conf;
  }

  @Override
  public Configuration getConf() {
    return configuration;
  }

  private static final class Clippers {
    static final Clipper SHARED = Clipper.create();
  }
}
