package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Image;
import org.coupure.metadata.LinkedData.Thing;
import org.coupure.page.Url;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the microdata item that the page is about says of itself: the item around the headline. The
 * properties of items in it, such as related articles and people, are not its own. Immutable.
 */
final class Microdata {
  /** Levels below a property within which its own parts are looked for. */
  private static final int MAX_DEPTH = 12;

  private final List<MarkedElement> properties;

  private Microdata(List<MarkedElement> properties) {
    this.properties = properties;
  }

  /** Returns the item with the headline, one that says nothing when there is none. */
  static Microdata of(PageScan scan, @Nullable MarkedElement headline, @Nullable String title) {
    Element item = headline == null ? null : work(headline.element());
    if (item == null && title != null) {
      item = called(title, scan.headings);
    }
    List<MarkedElement> own = new ArrayList<>();
    if (item != null) {
      for (MarkedElement spot : scan.properties) {
        if (item.equals(owner(spot.element()))) {
          own.add(spot);
        }
      }
    }
    return new Microdata(own);
  }

  /** Some themes have the headline above the item and repeat it inside, in a meta element. */
  private static @Nullable Element called(String title, List<MarkedElement> headings) {
    String key = Text.key(title);
    for (MarkedElement spot : headings) {
      Element element = spot.element();
      if (element.attr("itemprop").equals("headline") && Text.key(value(element)).equals(key)) {
        return work(element);
      }
    }
    return null;
  }

  /** Returns the nearest item around {@code element} that may be what a page is about, or null. */
  private static @Nullable Element work(Element element) {
    Element item = owner(element);
    while (item != null && !isWork(item)) {
      item = owner(item);
    }
    return item;
  }

  private static boolean isWork(Element item) {
    String type = item.attr("itemtype").strip();
    return Thing.rank(type.substring(type.lastIndexOf('/') + 1)) >= Thing.WORK;
  }

  private static @Nullable Element owner(Element element) {
    Element up = element.parent();
    while (up != null && !up.hasAttr("itemscope")) {
      up = up.parent();
    }
    return up;
  }

  /** Returns the name of the first publisher on the page that is no person, or null. */
  static @Nullable String publisher(PageScan scan) {
    for (MarkedElement spot : scan.properties) {
      Element element = spot.element();
      boolean own = (spot.context() & PageScan.ELSEWHERE) == 0;
      if (own && is(spot, "publisher") && !element.attr("itemtype").endsWith("Person")) {
        Element name = element.hasAttr("itemscope") ? part(element, "name", 0) : element;
        if (name != null && !value(name).isBlank()) {
          return value(name);
        }
      }
    }
    return null;
  }

  /** Returns the first section, or null. */
  @Nullable String section() {
    for (MarkedElement spot : properties) {
      if (is(spot, "articleSection") && !value(spot.element()).isBlank()) {
        return value(spot.element());
      }
    }
    return null;
  }

  /** Returns the keywords as the page has them: one each, or several with commas between them. */
  List<String> keywords() {
    List<String> keywords = new ArrayList<>();
    for (MarkedElement spot : properties) {
      if (is(spot, "keywords")) {
        List<Element> links = spot.element().getElementsByTag("a");
        if (links.size() < 2) {
          keywords.add(value(spot.element()));
        } else {
          links.forEach(link -> keywords.add(link.text()));
        }
      }
    }
    return keywords;
  }

  /** Returns the first image with a URL that can be made absolute, or null. */
  @Nullable Found<Image> image(@Nullable String base) {
    for (MarkedElement spot : properties) {
      String raw = is(spot, "image") ? url(spot.element()) : "";
      String url = Url.absolute(raw, base);
      if (url != null) {
        return Found.of(new Image(url, null, null), new RawValue(raw, "microdata", "image"));
      }
    }
    return null;
  }

  private static String url(Element image) {
    Element part = image.hasAttr("itemscope") ? part(image, "url", 0) : null;
    if (part == null && image.hasAttr("itemscope")) {
      part = part(image, "contentUrl", 0);
    }
    String own = link(part == null ? image : part);
    Element picture = own.isEmpty() ? image.getElementsByTag("img").first() : null;
    return picture == null ? own : link(picture);
  }

  private static String link(Element element) {
    // Pictures that are loaded late have a placeholder of data for their source.
    for (String name : List.of("content", "href", "src", "data-src")) {
      String value = element.attr(name);
      if (!value.isBlank() && !value.startsWith("data:")) {
        return value;
      }
    }
    return "";
  }

  /** Returns the first element with a property of the item {@code parent} itself, or null. */
  private static @Nullable Element part(Element parent, String property, int depth) {
    for (Element child : parent.children()) {
      if (child.attr("itemprop").equals(property)) {
        return child;
      }
      boolean descend = depth < MAX_DEPTH && !child.hasAttr("itemscope");
      Element deeper = descend ? part(child, property, depth + 1) : null;
      if (deeper != null) {
        return deeper;
      }
    }
    return null;
  }

  private static boolean is(MarkedElement spot, String property) {
    return spot.element().attr("itemprop").equals(property);
  }

  private static String value(Element element) {
    String content = element.attr("content");
    return content.isEmpty() ? element.text() : content;
  }
}
