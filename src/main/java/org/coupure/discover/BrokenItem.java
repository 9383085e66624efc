package org.coupure.discover;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an item of a feed that is not well-formed, as far as it can be told. */
final class BrokenItem {
  private BrokenItem() {}

  static @Nullable String address(Element item) {
    String original = text(item, "feedburner|origLink");
    if (original != null) {
      return original;
    }
    for (Element link : item.select("link")) {
      String relation = link.attr("rel");
      if (link.hasAttr("href") && (relation.isEmpty() || relation.equals("alternate"))) {
        return link.attr("href");
      }
    }
    String link = text(item, "link");
    if (link != null) {
      return link;
    }
    Element guid = item.selectFirst("guid, id");
    if (guid == null || guid.attr("isPermaLink").equalsIgnoreCase("false")) {
      return null;
    }
    return guid.text().startsWith("http") ? guid.text().strip() : null;
  }

  /** Returns the text of the first of these elements that has any, or null. */
  static @Nullable String text(Element within, String... selectors) {
    for (String selector : selectors) {
      Element found = within.selectFirst(selector);
      if (found != null && !found.text().isBlank()) {
        return found.text().strip();
      }
    }
    return null;
  }
}
