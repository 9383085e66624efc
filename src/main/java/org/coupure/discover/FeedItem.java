package org.coupure.discover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.date.Timestamps;
import org.coupure.page.Url;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Reads an item of RSS or RDF, or an entry of Atom, by the names of its elements. */
final class FeedItem {
  private static final List<String> PUBLISHED =
      List.of("pubDate", "published", "issued", "date", "created");

  private static final List<String> MODIFIED = List.of("updated", "modified");

  /** A mail address, and the name in brackets behind it. */
  private static final Pattern MAILED =
      Pattern.compile("[^\\s@()]+@[^\\s@()]+(?:\\s*\\(([^()]*)\\))?");

  private final Element item;

  FeedItem(Element item) {
    this.item = item;
  }

  /** Returns the title's text, or null. */
  @Nullable String title() {
    return text(item, "title");
  }

  /** Returns the first stated time of publication that is one, or null. */
  @Nullable Instant published() {
    return time(PUBLISHED);
  }

  /** Returns the first stated time of a change that is one, or null. */
  @Nullable Instant modified() {
    return time(MODIFIED);
  }

  /** Returns what else is said of the page. */
  ItemMetadata metadata() {
    return new ItemMetadata(authors(), tags(), content());
  }

  private List<String> authors() {
    List<String> authors = new ArrayList<>();
    for (Element child : item.children()) {
      String name = local(child);
      if (name.equals("creator")) {
        authors.add(child.text());
      } else if (name.equals("author")) {
        String named = text(child, "name");
        authors.add(named == null && child.childrenSize() == 0 ? person(child.text()) : or(named));
      }
    }
    return authors;
  }

  private static String or(@Nullable String name) {
    return name == null ? "" : name;
  }

  /** RSS wants "jane@example.org (Jane Roe)" of an author; an address alone is nobody's name. */
  private static String person(String text) {
    Matcher mail = MAILED.matcher(text.strip());
    return mail.matches() ? or(mail.group(1)) : text;
  }

  private List<String> tags() {
    List<String> tags = new ArrayList<>();
    for (Element child : item.children()) {
      String name = local(child);
      if (name.equals("category") || (name.equals("subject") && child.tagName().contains(":"))) {
        String label = child.attr("label");
        String term = child.attr("term");
        tags.add(!label.isBlank() ? label : !term.isBlank() ? term : child.text());
      }
    }
    return tags;
  }

  private @Nullable String content() {
    for (Element child : item.children()) {
      boolean encoded = child.tagName().equals("content:encoded");
      if (encoded || child.tagName().equals("content")) {
        boolean xhtml = child.attr("type").equals("xhtml");
        boolean plain = child.attr("type").equals("text");
        return xhtml
            ? child.html()
            : plain ? Entities.escape(child.wholeText()) : child.wholeText();
      }
    }
    return null;
  }

  private @Nullable Instant time(List<String> names) {
    for (String name : names) {
      for (Element child : item.children()) {
        Instant time = local(child).equalsIgnoreCase(name) ? Timestamps.parse(child.text()) : null;
        if (time != null) {
          return time;
        }
      }
    }
    return null;
  }

  /** Returns the URL of the page, as far as {@code xml:base} makes it absolute, or null. */
  @Nullable String url() {
    Element link = child("origLink");
    // Quirk: FeedBurner replaces the link by its own, which only counts clicks.
    String url = link == null ? null : link.text();
    for (Element other : item.children()) {
      boolean linking = url == null && local(other).equals("link");
      String relation = other.attr("rel");
      if (linking && other.hasAttr("href") && relation.matches("|alternate")) {
        link = other;
        url = other.attr("href");
      } else if (linking && !other.hasAttr("href") && !other.text().isBlank()) {
        link = other;
        url = other.text();
      }
    }
    if (url != null && link != null) {
      return based(link, url.strip());
    }
    Element id = child("guid") == null ? child("id") : child("guid");
    if (id == null || id.attr("isPermaLink").equalsIgnoreCase("false")) {
      return null;
    }
    return id.text().startsWith("http") ? id.text().strip() : null;
  }

  private static String based(Element link, String url) {
    for (Element around = link; around != null; around = around.parent()) {
      Url base = Url.parse(around.attr("xml:base"));
      Url resolved = base == null ? null : base.resolve(url);
      if (resolved != null) {
        return resolved.toString();
      }
    }
    return url;
  }

  private @Nullable Element child(String name) {
    for (Element child : item.children()) {
      if (local(child).equals(name) && !child.text().isBlank()) {
        return child;
      }
    }
    return null;
  }

  /**
   * Returns the text of the first child of that name that has any, or null. Names without a prefix
   * come first: {@code media:title} is the title of an image.
   */
  static @Nullable String text(Element within, String name) {
    for (Element child : within.children()) {
      if (child.tagName().equals(name) && !child.text().isBlank()) {
        return child.text().strip();
      }
    }
    for (Element child : within.children()) {
      boolean media = child.tagName().startsWith("media:") || child.tagName().startsWith("itunes:");
      if (!media && local(child).equals(name) && !child.text().isBlank()) {
        return child.text().strip();
      }
    }
    return null;
  }

  /** Returns the element's name without its prefix. */
  static String local(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1);
  }
}
