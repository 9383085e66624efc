package org.coupure.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.parser.Parser;

/**
 * Lists of feeds that feed readers exchange (<a href="https://opml.org/spec2.opml">OPML 2.0</a>).
 * Pure functions.
 */
public final class Opml {
  private Opml() {}

  /**
   * A feed that is subscribed to.
   *
   * @param title what the list calls it; its URL when it has no title
   * @param url of the feed, as it was written
   */
  public record Feed(String title, String url) {}

  /**
   * Returns the feeds of a list, each URL once, in its order; groups are looked through.
   *
   * @throws IllegalArgumentException if it is no OPML
   */
  public static List<Feed> read(byte[] bytes) {
    Document document;
    try {
      document = Jsoup.parse(new ByteArrayInputStream(bytes), null, "", Parser.xmlParser());
    } catch (IOException e) {
      throw new IllegalArgumentException("this is no OPML: " + e.getMessage(), e);
    }
    if (document.getElementsByTag("opml").isEmpty()) {
      throw new IllegalArgumentException("this is no OPML: it has no element <opml>");
    }
    Map<String, Feed> feeds = new LinkedHashMap<>();
    for (Element outline : document.getElementsByTag("outline")) {
      String url = attribute(outline, "xmlUrl").strip();
      String text = attribute(outline, "text").strip();
      String title = text.isEmpty() ? attribute(outline, "title").strip() : text;
      if (!url.isEmpty()) {
        feeds.putIfAbsent(url, new Feed(title.isEmpty() ? url : title, url));
      }
    }
    return new ArrayList<>(feeds.values());
  }

  /** Quirk: some programs write xmlurl. */
  private static String attribute(Element outline, String name) {
    return outline.attributes().getIgnoreCase(name);
  }

  /** Returns a list of feeds as OPML. */
  public static String write(String title, List<Feed> feeds) {
    Document document = new Document("");
    document
        .outputSettings()
        .syntax(Document.OutputSettings.Syntax.xml)
        .escapeMode(org.jsoup.nodes.Entities.EscapeMode.xhtml)
        .prettyPrint(false);
    XmlDeclaration declaration = new XmlDeclaration("xml", false);
    declaration.attr("version", "1.0");
    declaration.attr("encoding", "UTF-8");
    document.appendChild(declaration);
    Element opml = document.appendElement("opml").attr("version", "2.0");
    opml.appendElement("head").appendElement("title").text(title);
    Element body = opml.appendElement("body");
    for (Feed feed : feeds) {
      body.appendText("\n")
          .appendElement("outline")
          .attr("type", "rss")
          .attr("text", feed.title())
          .attr("xmlUrl", feed.url());
    }
    body.appendText("\n");
    return document.outerHtml() + "\n";
  }
}
