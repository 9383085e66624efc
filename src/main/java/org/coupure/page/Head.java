package org.coupure.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coupure.text.Composition;
import org.coupure.text.Whitespace;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page's head says: {@code <html lang>}, {@code title}, {@code meta}, {@code link} and
 * {@code base}. Read once per page. Immutable.
 */
public final class Head {
  /** The head of a page that has none, such as plain text. */
  public static final Head NONE = new Head();

  /** More values of one name than any honest page has; the rest is not read. */
  private static final int MAX_VALUES = 100;

  private final Map<String, List<String>> metas = new LinkedHashMap<>();
  private final Map<String, List<String>> properties = new LinkedHashMap<>();
  private final List<String> titles = new ArrayList<>(1);
  private final List<Link> links = new ArrayList<>();
  private final List<String> refreshes = new ArrayList<>(0);
  private String firstUrl = "";
  private @Nullable String title;
  private String language = "";
  private @Nullable String base;

  /**
   * A {@code link} element; what it does not say is empty.
   *
   * @param relation the value of {@code rel}, as written
   * @param href where it leads, as written
   */
  public record Link(String relation, String href, String type, String title) {
    /** Returns whether {@code relation} is one of the link's, in any case. */
    public boolean is(String relation) {
      return hasWord(this.relation, relation);
    }

    /** Returns whether {@code word} is one of the blank-separated {@code words}, in any case. */
    public static boolean hasWord(String words, String word) {
      boolean[] found = new boolean[1];
      Whitespace.names(words, name -> found[0] |= name.equalsIgnoreCase(word));
      return found[0];
    }
  }

  private Head() {}

  /** Reads a page of which nothing is known, which takes a walk over its elements. */
  public static Head of(Document document) {
    return of(document, document.body().select("title, meta, link, base"));
  }

  /**
   * Reads the head of a page.
   *
   * @param strays those of the body's elements that belong into a head, in page order; others say
   *     nothing
   */
  public static Head of(Document document, List<Element> strays) {
    Head head = new Head();
    Element root = document.firstElementChild();
    if (root != null) {
      String declared = root.attr("lang").strip();
      head.language = declared.isEmpty() ? root.attr("xml:lang").strip() : declared;
    }
    head.children(document.head(), true);
    strays.forEach(element -> head.read(element, false));
    return head;
  }

  /** Returns the same with further values of meta elements, by their names. */
  public Head with(Map<String, List<String>> further) {
    if (further.isEmpty()) {
      return this;
    }
    Head head = new Head();
    metas.forEach((name, values) -> values.forEach(value -> head.meta(name, value)));
    further.forEach((name, values) -> values.forEach(value -> head.meta(name, value)));
    head.properties.putAll(properties);
    head.titles.addAll(titles);
    head.title = title;
    head.links.addAll(links);
    head.refreshes.addAll(refreshes);
    head.language = language;
    head.base = base;
    head.firstUrl = firstUrl;
    return head;
  }

  private void children(Element parent, boolean own) {
    for (Element child = parent.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      if (child.normalName().equals("noscript")) {
        children(child, false);
      } else {
        read(child, own);
      }
    }
  }

  private void read(Element element, boolean own) {
    Attributes attributes = element.attributes();
    switch (element.normalName()) {
      case "title" -> title(element.text(), own);
      case "meta" -> meta(attributes, own);
      case "link" -> link(attributes, own);
      case "base" -> base = base == null && element.hasAttr("href") ? element.attr("href") : base;
      default -> {
        // Scripts and styles are read by others.
      }
    }
  }

  private void title(String text, boolean own) {
    title = title == null && !text.isBlank() ? text : title;
    if (own) {
      titles.add(text);
    }
  }

  private void link(Attributes attributes, boolean own) {
    String relation = attributes.get("rel").strip();
    String href = attributes.get("href").strip();
    links.add(new Link(relation, href, attributes.get("type"), attributes.get("title")));
    if (own && firstUrl.isEmpty() && relation.equalsIgnoreCase("canonical")) {
      firstUrl = href;
    }
  }

  private void meta(Attributes attributes, boolean own) {
    String raw = attributes.get("content");
    String name = attributes.get("name");
    String property = attributes.get("property");
    if (own) {
      String stated = property.isEmpty() ? name : property + name;
      properties.computeIfAbsent(stated, key -> new ArrayList<>(1)).add(raw);
      firstUrl = firstUrl.isEmpty() && stated.equals("og:url") ? raw : firstUrl;
    }
    String content = Composition.of(Whitespace.fold(raw));
    if (content.isEmpty()) {
      return;
    }
    String header = attributes.get("http-equiv");
    meta(name, content);
    if (!property.equals(name)) {
      meta(property, content);
    }
    meta(header, content);
    if (header.equalsIgnoreCase("refresh")) {
      refreshes.add(content);
    }
    // In the body a property of microdata belongs to what the element stands in.
    if (own) {
      meta(attributes.get("itemprop"), content);
    }
  }

  private void meta(String name, String value) {
    if (!name.isEmpty()) {
      List<String> values =
          metas.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>(1));
      if (values.size() < MAX_VALUES) {
        values.add(value);
      }
    }
  }

  /** Returns the {@code lang} of the root element as it is written, or else null. */
  public @Nullable String language() {
    return language.isEmpty() ? null : language;
  }

  /**
   * Returns the texts of the head's own {@code title} elements; learned models count their words.
   */
  public List<String> titles() {
    return List.copyOf(titles);
  }

  /** Returns the text of the first {@code title} that has one, or null. */
  public @Nullable String title() {
    return title;
  }

  /**
   * Returns the first value of the meta elements called {@code name}, or null; see {@link #metas}.
   */
  public @Nullable String meta(String name) {
    List<String> values = metas.get(name);
    return values == null ? null : values.get(0);
  }

  /**
   * Returns the values of the meta elements that {@code name} names by {@code name}, {@code
   * property}, {@code http-equiv} or {@code itemprop}: with folded white space, none of them empty,
   * in page order.
   *
   * @param name in lower case
   */
  public List<String> metas(String name) {
    return metas.getOrDefault(name, List.of());
  }

  /**
   * Returns the values, as written, of the head's own meta elements whose only name is {@code
   * name}, in this case. Learned models count their words: to read others means to train again.
   */
  public List<String> stated(String name) {
    return properties.getOrDefault(name, List.of());
  }

  /**
   * Returns the first URL, canonical or {@code og:url} and as written, that the head states; empty
   * for none. {@link #url} is better: this one is what learned models were trained with.
   */
  public String firstUrl() {
    return firstUrl;
  }

  /** Returns the {@code link} elements, in page order. */
  public List<Link> links() {
    return List.copyOf(links);
  }

  /** Returns where the first link that is nothing but this leads to, or null. */
  public @Nullable String link(String relation) {
    for (Link link : links) {
      if (link.relation.equalsIgnoreCase(relation) && !link.href.isEmpty()) {
        return link.href;
      }
    }
    return null;
  }

  /** Returns the canonical URL as it is written, or null. */
  public @Nullable String canonical() {
    return link("canonical");
  }

  /** Returns the {@code href} of the first {@code base} element that has one, or null. */
  public @Nullable String base() {
    return base;
  }

  /** Returns the values of {@code <meta http-equiv=refresh>}, in page order. */
  public List<String> refreshes() {
    return List.copyOf(refreshes);
  }

  /**
   * Returns the URL that the page states as its own, which is what is left of it when a page was
   * saved without: the canonical link, or else {@code og:url}, if it is a whole http URL; null when
   * there is none. A page may lie about it.
   */
  public @Nullable String url() {
    String canonical = canonical();
    if (canonical != null && isWhole(canonical)) {
      return canonical;
    }
    return metas("og:url").stream().filter(Head::isWhole).findFirst().orElse(null);
  }

  private static boolean isWhole(String url) {
    return url.startsWith("https://") || url.startsWith("http://");
  }
}
