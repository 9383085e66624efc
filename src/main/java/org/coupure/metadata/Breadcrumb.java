package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads the links of the path to the page that a reader sees above the headline. */
final class Breadcrumb {
  /** More links than a path has are a menu. */
  private static final int MAX_LINKS = 8;

  /** Longer ones are headlines: seen on pages that call themselves otherwise in their path. */
  private static final int MAX_LENGTH = 40;

  private Breadcrumb() {}

  /**
   * Returns the texts of the links from the second on, outermost first, without the page's own;
   * empty when there is no such path. The first link leads home.
   */
  static List<String> read(
      PageScan scan, @Nullable MarkedElement headline, @Nullable String title) {
    if (headline == null || title == null) {
      return List.of();
    }
    String key = Text.key(title);
    for (MarkedElement element : scan.trails) {
      if (element.order() >= headline.order()) {
        continue;
      }
      List<Element> links = element.element().getElementsByTag("a");
      if (links.size() >= 2 && links.size() <= MAX_LINKS) {
        List<String> crumbs = new ArrayList<>();
        for (Element link : links.subList(1, links.size())) {
          String text = Text.fold(link.text());
          if (isCrumb(text) && !key.startsWith(Text.key(text))) {
            crumbs.add(text);
          }
        }
        return crumbs;
      }
    }
    return List.of();
  }

  /** Neither a date, nor an arrow back, nor a headline. */
  private static boolean isCrumb(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_LENGTH
        && Character.isLetter(text.codePointAt(0));
  }
}
