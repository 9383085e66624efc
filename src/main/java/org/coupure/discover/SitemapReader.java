package org.coupure.discover;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.coupure.date.Timestamps;
import org.coupure.discover.Listing.Kind;
import org.coupure.page.Url;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Sitemaps (sitemaps.org), those with news (schemas/sitemap-news/0.9), and sitemaps of sitemaps:
 * read as a stream, so that fifty megabytes are no more work for the memory than fifty kilobytes.
 * Used once, by one thread.
 */
final class SitemapReader {
  /** A URL, a title, a date: nothing that counts is longer. */
  private static final int MAX_TEXT = 5000;

  /** A sitemap is five levels deep, one with news seven. */
  private static final int MAX_DEPTH = 200;

  /** How many parts of a sitemap index are taken; the rest would be an archive. */
  private static final int MAX_PARTS = 1000;

  /** The URL of a sitemap, whatever list it stands in. */
  private static final Pattern SITEMAP_PATH =
      Pattern.compile("(?i)[^?#]*\\.xml(?:\\.gz)?(?:[?#].*)?");

  private static final Pattern LOCATION_END = Pattern.compile("(?i)</(?:\\w+:)?loc\\s*>");

  private final LinkList links;
  private final LinkList parts;
  private final Map<String, String> entry = new TreeMap<>();
  private final StringBuilder text = new StringBuilder();
  private Kind kind = Kind.SITEMAP;
  private @Nullable String complaint;

  SitemapReader(LinkList links, Url base, Canonical canonical) {
    this.links = links;
    this.parts = new LinkList(base, canonical, MAX_PARTS);
  }

  Listing read(InputStream in, int maxBytes) {
    complaint = null;
    try {
      XMLStreamReader xml = XmlSyntax.factory().createXMLStreamReader(new Bounded(in, maxBytes));
      while (xml.hasNext() && links.complaint() == null) {
        accept(xml, xml.next());
      }
    } catch (XMLStreamException broken) {
      complaint = "the sitemap is not as it should be: " + XmlSyntax.sentence(broken);
    }
    return listing();
  }

  /** Returns whether the last reading ended before the sitemap did. */
  boolean isBroken() {
    return complaint != null;
  }

  /**
   * Reads what {@link #read} could not, with a parser that forgives bare ampersands, control
   * characters and elements without an end. A URL that is cut off is left out.
   */
  Listing readBroken(String text) {
    int end = 0;
    for (Matcher location = LOCATION_END.matcher(text); location.find(); ) {
      end = location.end();
    }
    String whole = XmlSyntax.escapeAmpersands(text.substring(0, end));
    Document document = Jsoup.parse(whole, "", Parser.xmlParser().setMaxDepth(MAX_DEPTH));
    for (Element page : document.select("url, sitemap, *|url, *|sitemap")) {
      entry.clear();
      for (Element element : page.select("*")) {
        String prefix =
            element.tagName().contains(":") ? element.tagName().split(":", -1)[0] : null;
        if (!element.equals(page)) {
          note(FeedItem.local(element), prefix, element.text());
        }
      }
      add(FeedItem.local(page).equals("url") ? links : parts);
    }
    return listing();
  }

  private Listing listing() {
    if (complaint != null && links.isEmpty() && parts.isEmpty()) {
      return Listing.unreadable(complaint);
    }
    String full = links.complaint() == null ? parts.complaint() : links.complaint();
    return new Listing(kind, links.links(), parts.links(), complaint == null ? full : complaint);
  }

  private void accept(XMLStreamReader xml, int event) {
    if (event == XMLStreamConstants.START_ELEMENT) {
      text.setLength(0);
      String name = xml.getLocalName();
      kind = name.equals("sitemapindex") ? Kind.SITEMAP_INDEX : kind;
      if (name.equals("url") || name.equals("sitemap")) {
        entry.clear();
      }
    } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
      if (text.length() < MAX_TEXT) {
        text.append(xml.getText());
      }
    } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      text.append(Parser.unescapeEntities("&" + xml.getLocalName() + ";", false));
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      end(xml.getLocalName(), xml.getPrefix());
    }
  }

  private void end(String name, @Nullable String prefix) {
    if (name.equals("url")) {
      add(links);
    } else if (name.equals("sitemap")) {
      add(parts);
    } else {
      note(name, prefix, text.toString());
    }
    text.setLength(0);
  }

  /** Images and videos have URLs and titles of their own, which are not the page's. */
  private void note(String name, @Nullable String prefix, String value) {
    if (!"image".equals(prefix) && !"video".equals(prefix)) {
      entry.putIfAbsent(name, value.strip());
    }
  }

  private void add(LinkList list) {
    String location = entry.get("loc");
    // Quirk: sitemaps are named among pages, where no page is of XML.
    boolean sitemap = location != null && SITEMAP_PATH.matcher(location).matches();
    LinkList to = sitemap ? parts : list;
    to.add(
        location,
        entry.get("title"),
        Timestamps.parse(entry.get("publication_date")),
        Timestamps.parse(entry.get("lastmod")),
        entry.get("language"),
        new ItemMetadata(List.of(), keywords(), null));
    entry.clear();
  }

  private List<String> keywords() {
    return List.of(entry.getOrDefault("keywords", "").split(",", -1));
  }

  /** Ends the reading where a sitemap must end. */
  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, int maxBytes) {
      super(in);
      this.left = maxBytes;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      spend(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      spend(Math.max(0, n));
      return n;
    }

    private void spend(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("it unpacks to more than 50 MB, which no sitemap may");
      }
    }
  }
}
