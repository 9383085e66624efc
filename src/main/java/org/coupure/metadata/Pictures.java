package org.coupure.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coupure.article.Image;
import org.coupure.page.Url;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pictures of an article, each with caption and credit where the page has them: the lead
 * image first, then the figures behind the headline. Pictures without a figure may be anything, a
 * portrait or a button, and are left out.
 */
final class Pictures {
  private static final int MOST = 100;
  private static final int MAX_CAPTION = 600;

  /** A picture that states fewer pixels is an icon, a portrait of the author or counts visits. */
  private static final int LEAST_PIXELS = 100;

  private static final int ALIEN =
      PageScan.ELSEWHERE
          | PageScan.HIDDEN
          | PageScan.LINKED
          | ElementRoles.BYLINE
          | ElementRoles.BIO;

  /** Where pages that load pictures late keep the address, before a placeholder in {@code src}. */
  private static final List<String> SOURCES =
      List.of("data-src", "data-lazy-src", "data-original", "src", "data-srcset", "srcset");

  private final PageScan scan;
  private final @Nullable String base;

  Pictures(PageScan scan, @Nullable String base) {
    this.scan = scan;
    this.base = base;
  }

  /**
   * Returns {@code lead} with the captions of its figure, then the other figures.
   *
   * @param lead what the head or a rule calls the lead image; empty when nothing does
   */
  List<Image> with(List<Image> lead, @Nullable MarkedElement headline, EvidenceLog log) {
    List<Image> all = new ArrayList<>(lead);
    Set<String> known = new HashSet<>();
    lead.forEach(image -> known.add(Url.pageKey(image.url())));
    for (MarkedElement figure : scan.figures) {
      boolean below = headline != null && figure.order() > headline.order();
      boolean alien = ((figure.hint() | figure.context()) & ALIEN) != 0;
      Image image = below && !alien && all.size() < MOST ? image(figure.element()) : null;
      if (image == null) {
        continue;
      }
      if (known.add(Url.pageKey(image.url()))) {
        all.add(image);
        log.add("images", "figure", MarkedElement.path(figure.element()), image.url());
      } else {
        complete(all, image);
      }
    }
    return all;
  }

  /** The head says which picture leads, the figure what it shows. */
  private static void complete(List<Image> all, Image figure) {
    for (int i = 0; i < all.size(); i++) {
      Image image = all.get(i);
      if (Url.pageKey(image.url()).equals(Url.pageKey(figure.url()))) {
        String caption = image.caption() == null ? figure.caption() : image.caption();
        String credit = image.credit() == null ? figure.credit() : image.credit();
        all.set(i, new Image(image.url(), caption, credit));
      }
    }
  }

  private @Nullable Image image(Element figure) {
    Element picture = figure.getElementsByTag("img").first();
    if (picture == null || isSmall(picture) || isCard(figure, picture)) {
      return null;
    }
    String url = address(picture);
    if (url == null) {
      return null;
    }
    Element caption = figure.getElementsByTag("figcaption").first();
    caption = caption == null ? named(figure, ElementRoles.CAPTION) : caption;
    Element credit = named(figure, ElementRoles.CREDIT);
    String creditText = credit == null ? null : text(credit);
    String captionText = caption == null ? null : text(caption);
    if (captionText != null && creditText != null && captionText.endsWith(creditText)) {
      int end = captionText.length() - creditText.length();
      captionText = end == 0 ? null : captionText.substring(0, end).strip();
    }
    return new Image(url, captionText, creditText);
  }

  private @Nullable String address(Element picture) {
    for (String name : SOURCES) {
      String value = picture.attr(name).strip();
      if (name.endsWith("srcset")) {
        int end = value.indexOf(' ');
        value = end < 0 ? value : value.substring(0, end);
        value = value.endsWith(",") ? value.substring(0, value.length() - 1) : value;
      }
      String url = value.startsWith("data:") ? null : Url.absolute(value, base);
      if (url != null && !isDrawing(url)) {
        return url;
      }
    }
    return null;
  }

  private static boolean isDrawing(String url) {
    return Url.pageKey(url).toLowerCase(Locale.ROOT).endsWith(".svg");
  }

  private static boolean isSmall(Element picture) {
    return isBelow(picture.attr("width")) || isBelow(picture.attr("height"));
  }

  private static boolean isBelow(String pixels) {
    boolean number = !pixels.isEmpty() && pixels.length() < 5;
    for (int i = 0; number && i < pixels.length(); i++) {
      number = pixels.charAt(i) >= '0' && pixels.charAt(i) <= '9';
    }
    return number && Integer.parseInt(pixels) < LEAST_PIXELS;
  }

  /** Returns whether the picture leads to another page, as those of other articles do. */
  private static boolean isCard(Element figure, Element picture) {
    for (Element up = picture; up != null && !up.equals(figure); up = up.parent()) {
      if (up.normalName().equals("a")) {
        String target = Url.pageKey(up.attr("href")).toLowerCase(Locale.ROOT);
        return !target.isEmpty() && !target.matches(".*\\.(jpe?g|png|webp|gif|avif)");
      }
    }
    return false;
  }

  private @Nullable Element named(Element figure, int bit) {
    for (Element part : figure.getAllElements()) {
      if (!part.equals(figure) && (scan.hintOf(part) & bit) != 0) {
        return part;
      }
    }
    return null;
  }

  private static @Nullable String text(Element element) {
    String text = Text.fold(element.text());
    return text.isEmpty() || text.length() > MAX_CAPTION ? null : text;
  }
}
