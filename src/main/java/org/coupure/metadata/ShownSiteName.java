package org.coupure.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.byline.SiteNames;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The site's name where a page states none and only shows it: at an end of its title, and again in
 * its logo, in the link to the front page, or in its copyright line. Both places must say the same,
 * because each alone says other things as well.
 */
final class ShownSiteName {
  /** Signs, years and the stops that end a name in a copyright line. */
  private static final Pattern NOT_OF_NAME =
      Pattern.compile(
          "\u00A9|\\(c\\)|copyright|\\d{4}|\\s[-\u2013\u2014]\\s|[.,|\u00B7\u2022]",
          Pattern.CASE_INSENSITIVE);

  /** Pages have few logos; beyond that the names mean something else. */
  private static final int MOST_LOGOS = 20;

  /** Copyright lines stand among so many blocks at the end. */
  private static final int LAST_BLOCKS = 30;

  private ShownSiteName() {}

  /** Returns the names at the ends of {@code title} that the page shows elsewhere as its own. */
  static List<String> in(String title, Document document, Blocks blocks) {
    List<String> names = new ArrayList<>();
    List<String> logos = null;
    for (String end : Titles.ends(title)) {
      String key = SiteNames.compact(end);
      boolean shown = !key.isEmpty() && isInCopyright(key, blocks);
      if (!key.isEmpty() && !shown) {
        // Looking for logos walks the whole page, so the few lines of the end are asked first.
        logos = logos == null ? logos(document) : logos;
        shown = logos.contains(key);
      }
      if (shown) {
        names.add(end);
      }
    }
    return names;
  }

  private static List<String> logos(Document document) {
    Set<Element> logos = new LinkedHashSet<>();
    // One walk, because a selector for this asks every element of a page eight times.
    for (Element element = document; element != null; element = next(element)) {
      if (logos.size() < MOST_LOGOS && element.attributesSize() > 0) {
        addLogos(element, logos);
      }
    }
    List<String> names = new ArrayList<>();
    for (Element logo : logos) {
      names.add(SiteNames.compact(logo.text()));
      Element image = logo.selectFirst("img[alt]");
      if (image != null) {
        names.add(SiteNames.compact(image.attr("alt")));
      }
    }
    return names;
  }

  private static void addLogos(Element element, Set<Element> logos) {
    boolean link = element.nameIs("a");
    if (link && (element.attr("href").equals("/") || element.attr("rel").contains("home"))) {
      logos.add(element);
    }
    String classes = element.className().toLowerCase(Locale.ROOT);
    if (classes.contains("site-title") || classes.contains("site-name")) {
      logos.add(element);
    }
    boolean logo = classes.contains("logo");
    if (link && logo) {
      logos.add(element);
    } else if (!element.nameIs("body")
        && (logo
            || classes.contains("brand")
            || element.id().toLowerCase(Locale.ROOT).contains("logo"))) {
      // Themes write "custom-logo" on the whole page: its links are no logos.
      addLinks(element, logos);
    }
  }

  private static void addLinks(Element box, Set<Element> logos) {
    for (Element link : box.getElementsByTag("a")) {
      if (logos.size() < MOST_LOGOS) {
        logos.add(link);
      }
    }
  }

  /** Returns the element that begins next in the page, or null at its end. */
  private static @Nullable Element next(Element element) {
    Element child = element.firstElementChild();
    Element at = element;
    while (child == null && at != null) {
      child = at.nextElementSibling();
      at = at.parent();
    }
    return child;
  }

  private static boolean isInCopyright(String key, Blocks blocks) {
    List<Block> list = blocks.list();
    for (Block block : list.subList(Math.max(0, list.size() - LAST_BLOCKS), list.size())) {
      String text = block.text();
      if (text.indexOf('\u00A9') >= 0 || text.contains("opyright")) {
        for (String part : NOT_OF_NAME.split(text, -1)) {
          if (SiteNames.compact(part).equals(key)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
