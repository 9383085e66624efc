package org.coupure.verdict;

import java.util.Locale;
import org.coupure.text.WordSet;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page's head and address say that helps to tell its text from its furniture.
 *
 * @param titleWords words of {@code <title>} and {@code og:title}
 * @param descriptionWords words of the descriptions
 * @param openGraphType 0 none, 1 article, 2 website, 3 product, 4 video, 5 other
 * @param path the address's path, lower case; empty when the address is unknown
 */
record HeadWords(WordSet titleWords, WordSet descriptionWords, int openGraphType, String path) {
  /** The number of og:type video. */
  static final int VIDEO = 4;

  private static final HeadWords NONE = new HeadWords(WordSet.EMPTY, WordSet.EMPTY, 0, "");

  static HeadWords of(@Nullable Document document) {
    if (document == null) {
      return NONE;
    }
    StringBuilder title = new StringBuilder();
    StringBuilder description = new StringBuilder();
    String type = "";
    // A page saved without its address mostly still states it.
    String address = document.location();
    for (Element child = document.head().firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      String kind = child.normalName();
      if (kind.equals("title")) {
        title.append(' ').append(child.text());
      }
      if (child.attributesSize() == 0 || kind.equals("title")) {
        continue;
      }
      Attributes attributes = child.attributes();
      if (address.isEmpty() && attributes.get("rel").equalsIgnoreCase("canonical")) {
        address = attributes.get("href");
      } else if (kind.equals("meta")) {
        String property = attributes.get("property");
        String name = attributes.get("name");
        switch (property.isEmpty() ? name : property + name) {
          case "og:title" -> title.append(' ').append(attributes.get("content"));
          case "og:url" -> address = address.isEmpty() ? attributes.get("content") : address;
          case "og:type" -> type = attributes.get("content");
          case "description", "og:description" ->
              description.append(' ').append(attributes.get("content"));
          default -> {}
        }
      }
    }
    return new HeadWords(
        WordSet.of(title.toString()),
        WordSet.of(description.toString()),
        typeNumber(type.toLowerCase(Locale.ROOT)),
        path(address));
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

  private static String path(String address) {
    int host = address.indexOf("://");
    int slash = host < 0 ? -1 : address.indexOf('/', host + 3);
    return slash < 0 ? "" : address.substring(slash).toLowerCase(Locale.ROOT);
  }
}
