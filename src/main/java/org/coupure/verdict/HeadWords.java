package org.coupure.verdict;

import java.util.List;
import java.util.Locale;
import org.coupure.page.Head;
import org.coupure.text.WordSet;

/**
 * Words of a page's head and URL that help to tell its text from menus and other boilerplate.
 *
 * @param titleWords words of {@code <title>} and {@code og:title}
 * @param descriptionWords words of the descriptions
 * @param openGraphType 0 none, 1 article, 2 website, 3 product, 4 video, 5 other
 * @param path the URL's path, lower case; empty when the URL is unknown
 */
record HeadWords(WordSet titleWords, WordSet descriptionWords, int openGraphType, String path) {
  /** The number of og:type video. */
  static final int VIDEO = 4;

  /**
   * Reads them.
   *
   * @param url the page's URL, empty when it is unknown: a page saved without mostly states it
   */
  static HeadWords of(Head head, String url) {
    List<String> types = head.stated("og:type");
    String type = types.isEmpty() ? "" : types.get(types.size() - 1);
    return new HeadWords(
        words(head.titles(), head.stated("og:title")),
        words(head.stated("description"), head.stated("og:description")),
        typeNumber(type.toLowerCase(Locale.ROOT)),
        path(url.isEmpty() ? head.firstUrl() : url));
  }

  private static WordSet words(List<String> first, List<String> second) {
    return WordSet.of(String.join(" ", first) + " " + String.join(" ", second));
  }

  private static int typeNumber(String type) {
    if (type.isEmpty()) {
      return 0;
    }
    if (type.contains("article")) {
      return 1;
    }
    if (type.contains("website")) {
      return 2;
    }
    if (type.contains("product")) {
      return 3;
    }
    return type.contains("video") ? VIDEO : 5;
  }

  private static String path(String url) {
    int host = url.indexOf("://");
    int slash = host < 0 ? -1 : url.indexOf('/', host + 3);
    return slash < 0 ? "" : url.substring(slash).toLowerCase(Locale.ROOT);
  }
}
