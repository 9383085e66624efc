package org.coupure.page;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The address that a page's head states: what is left of it when a page was saved without. */
public final class StatedAddress {
  private StatedAddress() {}

  /**
   * Returns the canonical link, or else {@code og:url}, if it is a whole http address; null when
   * there is none. A page may lie about it, so it tells which site's rules fit and no more.
   */
  public static @Nullable String of(Document document) {
    String stated = null;
    for (Element child : document.head().children()) {
      if (child.attr("rel").equalsIgnoreCase("canonical") && isWhole(child.attr("href"))) {
        return child.attr("href");
      }
      if (child.attr("property").equals("og:url") && isWhole(child.attr("content"))) {
        stated = child.attr("content");
      }
    }
    return stated;
  }

  private static boolean isWhole(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }
}
