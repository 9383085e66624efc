package org.coupure.tika;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.coupure.Clipper;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Moment;
import org.coupure.article.Passage;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Gives the article of an HTML page: its passages as XHTML, its title, authors, dates, section,
 * tags, language and rights as metadata of Dublin Core. A page without an article gives no text,
 * and {@link #OUTCOME} and {@link #REASON} say why. Thread-safe.
 */
public final class CoupureParser implements Parser {
  /** What became of the page, such as {@code clipped}, {@code empty}, {@code index-page}. */
  public static final Property OUTCOME = Property.externalText("coupure:outcome");

  /** Why, as a code, such as {@code needs-scripts}; absent for a page that was clipped. */
  public static final Property REASON = Property.externalText("coupure:reason");

  /** How surely the text is the article's, between 0 and 1. */
  public static final Property CONFIDENCE = Property.externalReal("coupure:confidence");

  /** The section that the page states. */
  public static final Property SECTION = Property.externalText("coupure:section");

  private static final long serialVersionUID = 1L;

  private static final Set<MediaType> TYPES =
      Set.of(MediaType.text("html"), MediaType.application("xhtml+xml"));

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    return TYPES;
  }

  @Override
  public void parse(
      InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
      throws IOException, SAXException {
    Clip clip = Clippers.SHARED.clip(page(stream.readAllBytes(), metadata));
    metadata.set(OUTCOME, clip.outcome().code());
    if (!clip.reason().code().equals("none")) {
      metadata.set(REASON, clip.reason().code());
    }
    Article article = clip.article();
    if (article != null) {
      describe(article, metadata);
    }
    XHTMLContentHandler xhtml = new XHTMLContentHandler(handler, metadata);
    xhtml.startDocument();
    if (article != null) {
      body(article, xhtml);
    }
    xhtml.endDocument();
  }

  /** Tika's metadata have the address at one of several places, and mostly no charset. */
  private static Page page(byte[] bytes, Metadata metadata) {
    String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    String location = metadata.get(Metadata.CONTENT_LOCATION);
    String url = location != null ? location : name;
    boolean isUrl = url != null && url.matches("(?i)https?://.*");
    return Page.builder(name == null ? "page" : name, bytes)
        .url(isUrl ? url : null)
        .contentType(metadata.get(Metadata.CONTENT_TYPE))
        .build();
  }

  private static void describe(Article article, Metadata metadata) {
    set(metadata, TikaCoreProperties.TITLE, article.headline().title());
    set(metadata, TikaCoreProperties.DESCRIPTION, article.headline().description());
    article.byline().authors().forEach(name -> metadata.add(TikaCoreProperties.CREATOR, name));
    article.tags().forEach(tag -> metadata.add(TikaCoreProperties.SUBJECT, tag));
    set(metadata, TikaCoreProperties.PUBLISHER, article.place().site());
    set(metadata, TikaCoreProperties.CREATED, time(article.dates().published()));
    set(metadata, TikaCoreProperties.MODIFIED, time(article.dates().modified()));
    set(metadata, TikaCoreProperties.LANGUAGE, article.language());
    set(metadata, TikaCoreProperties.IDENTIFIER, article.place().canonicalUrl());
    set(metadata, TikaCoreProperties.RIGHTS, article.rights().license());
    set(metadata, SECTION, article.place().section());
    metadata.set(CONFIDENCE, article.quality().confidence());
  }

  private static @Nullable String time(@Nullable Moment moment) {
    return moment == null ? null : moment.toRfc3339();
  }

  private static void set(Metadata metadata, Property property, @Nullable String value) {
    if (value != null) {
      metadata.set(property, value);
    }
  }

  private static void body(Article article, XHTMLContentHandler xhtml) throws SAXException {
    String title = article.headline().title();
    if (title != null && !article.body().isEmpty()) {
      xhtml.element("h1", title);
    }
    for (Passage passage : article.body()) {
      switch (passage.kind()) {
        case HEADING -> xhtml.element("h" + Math.max(2, Math.min(6, passage.level())), passage.text());
        case QUOTE -> xhtml.element("blockquote", passage.text());
        case CODE -> xhtml.element("pre", passage.text());
        case LIST_ITEM -> xhtml.element("li", passage.text());
        default -> xhtml.element("p", passage.text());
      }
    }
  }

  /** Made with the first page, since a parser is made for every list of parsers. */
  private static final class Clippers {
    static final Clipper SHARED = Clipper.create();
  }
}
