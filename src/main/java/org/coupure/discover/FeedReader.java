package org.coupure.discover;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.coupure.discover.Listing.Kind;
import org.jdom2.Element;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * RSS, RDF and Atom: rome reads those that are well-formed, without document types, so that no
 * entity is expanded; for the rest, every tenth feed of the wild, jsoup's forgiving XML parser
 * does.
 */
final class FeedReader {
  /** A feed is six levels deep, with text as markup perhaps twenty; rome builds trees. */
  private static final int MAX_DEPTH = 200;

  private FeedReader() {}

  static Listing read(String text, LinkList links) {
    String clean = text.strip();
    String complaint =
        depth(clean) > MAX_DEPTH ? "nested deeper than feeds are" : wellFormed(clean, links);
    if (complaint == null) {
      return new Listing(Kind.FEED, links.links(), List.of(), links.complaint());
    }
    broken(clean, links);
    return new Listing(
        Kind.FEED, links.links(), List.of(), "the feed is not as it should be: " + complaint);
  }

  /** Returns the deepest nesting there can be, by start and end tags alone. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
      char next = text.charAt(i + 1);
      if (text.startsWith("<![CDATA[", i)) {
        int end = text.indexOf("]]>", i);
        i = end < 0 ? text.length() - 1 : end;
      } else if (next == '/') {
        depth--;
      } else if (Character.isLetter(next)) {
        int end = text.indexOf('>', i);
        depth += end > 0 && text.charAt(end - 1) == '/' ? 0 : 1;
        deepest = Math.max(deepest, depth);
      }
    }
    return deepest;
  }

  private static @Nullable String wellFormed(String text, LinkList links) {
    SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
    input.setAllowDoctypes(false);
    input.setXmlHealerOn(true);
    try {
      SyndFeed feed = input.build(new StringReader(text));
      for (SyndEntry entry : feed.getEntries()) {
        links.add(
            address(entry),
            entry.getTitle(),
            instant(entry.getPublishedDate()),
            instant(entry.getUpdatedDate()),
            feed.getLanguage());
      }
      return links.isEmpty() && text.contains("<item") ? "its items have no addresses" : null;
    } catch (FeedException | IllegalArgumentException refused) {
      return firstLine(refused);
    }
  }

  private static String firstLine(Exception refused) {
    Throwable cause = refused.getCause() == null ? refused : refused.getCause();
    String message = String.valueOf(cause.getMessage());
    return message.lines().findFirst().orElse("unreadable");
  }

  private static @Nullable String address(SyndEntry entry) {
    for (Element foreign : entry.getForeignMarkup()) {
      // Quirk: FeedBurner replaces the link by its own, which only counts clicks.
      if (foreign.getName().equals("origLink")) {
        return foreign.getText();
      }
    }
    String link = entry.getLink();
    String uri = entry.getUri();
    boolean usable = uri != null && uri.startsWith("http");
    return link != null && !link.isBlank() ? link : usable ? uri : null;
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private static void broken(String text, LinkList links) {
    Document document = Jsoup.parse(text, "", Parser.xmlParser().setMaxDepth(MAX_DEPTH));
    String language = BrokenItem.text(document, "language", "dc|language");
    for (org.jsoup.nodes.Element item : document.select("item, entry")) {
      links.add(
          BrokenItem.address(item),
          BrokenItem.text(item, "title"),
          DateForms.parse(BrokenItem.text(item, "pubDate", "published", "issued", "dc|date")),
          DateForms.parse(BrokenItem.text(item, "updated", "modified", "dcterms|modified")),
          language);
    }
  }
}
