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

  private static final Set<String> IMAGES = Set.of("img", "amp-img", "amp-anim");

  private final PageScan scan;
  private final ImageSources sources;

  Pictures(PageScan scan, @Nullable String base) {
    this.scan = scan;
    this.sources = new ImageSources(base);
  }

  /**
   * Returns {@code lead} with the captions of its figure, then the other figures.
   *
   * @param lead what the head or a rule calls the lead image; empty when nothing does
   */
  List<Image> with(List<Image> lead, @Nullable MarkedElement headline, EvidenceLog log) {
    List<Image> all = new ArrayList<>(lead);
    for (MarkedElement figure : scan.figures) {
      boolean below = headline != null && figure.order() > headline.order();
      boolean alien = ((figure.hint() | figure.context()) & ALIEN) != 0;
      Element picture = below && !alien ? picture(figure.element()) : null;
      if (picture == null || all.size() >= MOST) {
        continue;
      }
      List<String> urls = sources.of(picture);
      Image image = image(figure.element(), urls.get(0));
      int known = known(all, urls);
      if (known < 0) {
        all.add(image);
        log.add("images", "figure", MarkedElement.path(figure.element()), image.url());
      } else {
        all.set(known, completed(all.get(known), image));
      }
    }
    return all;
  }

  /** Returns which of the images found before can be had at one of {@code urls}, or -1. */
  private static int known(List<Image> all, List<String> urls) {
    Set<String> keys = new HashSet<>();
    urls.forEach(url -> keys.add(Url.pageKey(url)));
    for (int i = 0; i < all.size(); i++) {
      if (keys.contains(Url.pageKey(all.get(i).url()))) {
        return i;
      }
    }
    return -1;
  }

  /** The head says which picture leads, the figure what it shows. */
  private static Image completed(Image image, Image figure) {
    String caption = image.caption() == null ? figure.caption() : image.caption();
    String credit = image.credit() == null ? figure.credit() : image.credit();
    return new Image(image.url(), caption, credit);
  }

  /** Returns the first element with an image: before {@code noscript} stand empty ones. */
  private @Nullable Element picture(Element figure) {
    for (Element element : figure.getAllElements()) {
      if (IMAGES.contains(element.normalName()) && !sources.of(element).isEmpty()) {
        return isSmall(element) || isCard(figure, element) ? null : element;
      }
    }
    return null;
  }

  private Image image(Element figure, String url) {
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
