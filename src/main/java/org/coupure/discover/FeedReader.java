package org.coupure.discover;

import java.util.List;
import org.coupure.discover.Listing.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * RSS, RDF and Atom, read alike whether they are well-formed or, as every tenth feed of the wild,
 * are not: jsoup's forgiving XML parser reads them and expands no entities; the parser of the JDK
 * only says what is wrong.
 */
final class FeedReader {
  /** A feed is six levels deep, with text as markup perhaps twenty. */
  private static final int MAX_DEPTH = 200;

  private FeedReader() {}

  static Listing read(String text, LinkList links) {
    String clean = text.strip();
    boolean deep = depth(clean) > MAX_DEPTH;
    String complaint = deep ? "nested deeper than feeds are" : XmlSyntax.complaint(clean);
    String escaped = XmlSyntax.escapeAmpersands(clean);
    Document document = Jsoup.parse(escaped, "", Parser.xmlParser().setMaxDepth(MAX_DEPTH));
    String language = language(document);
    int items = 0;
    for (Element item : document.select("item, entry, *|item, *|entry")) {
      FeedItem found = new FeedItem(item);
      links.add(
          found.url(),
          found.title(),
          found.published(),
          found.modified(),
          language,
          found.metadata());
      items++;
    }
    if (complaint == null && links.isEmpty() && items > 0) {
      complaint = "its items have no URLs";
    }
    return new Listing(
        Kind.FEED,
        links.links(),
        List.of(),
        complaint == null ? links.complaint() : "the feed is not as it should be: " + complaint);
  }

  private static @Nullable String language(Document document) {
    Element root = document.firstElementChild();
    for (Element element : document.select("language, *|language")) {
      if (!element.text().isBlank()) {
        return element.text();
      }
    }
    String declared = root == null ? "" : root.attr("xml:lang");
    return declared.isBlank() ? null : declared;
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
}
