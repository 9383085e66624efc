package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.coupure.page.Url;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads where an image can be had, whichever way its page loads it: {@code srcset} and the sources
 * of a {@code picture}, attributes that a script copies to {@code src} later, and {@code src}
 * itself when no placeholder stands there. Immutable.
 */
final class ImageSources {
  /** Names that scripts for late loading use; other {@code data-*} count when they name a file. */
  private static final List<String> LATE =
      List.of(
          "data-src",
          "data-lazy-src",
          "data-original",
          "data-lazy",
          "data-actualsrc",
          "data-orig-file",
          "data-original-src",
          "data-image",
          "data-url");

  private static final Pattern FILE = Pattern.compile("[^\\s{<]+\\.(jpe?g|png|webp|gif|avif)");

  /** Placeholders in {@code src} until a script has run. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          ".*(^|[/._-])(blank|spacer|placeholder|pixel|transparent|trans|clear|dummy|1x1|loading"
              + "|loader|lazy[_-]?load(ing)?|grey|gray)([._-][\\w.-]*)?\\.(gif|png|jpe?g|webp)");

  private final @Nullable String base;

  /**
   * @param base the URL that relative ones are resolved against; null leaves them out
   */
  ImageSources(@Nullable String base) {
    this.base = base;
  }

  /**
   * Returns the absolute URLs of an image, the best first: the largest that {@code srcset} lists,
   * then the others without order. Empty when the element has a placeholder or a drawing only.
   */
  List<String> of(Element image) {
    List<String> urls = new ArrayList<>();
    List<Candidate> sets = sets(image);
    sets.stream().reduce(ImageSources::larger).ifPresent(best -> add(best.url(), urls));
    LATE.forEach(name -> add(image.attr(name), urls));
    add(image.attr("src"), urls);
    for (Attribute attribute : image.attributes()) {
      String value = attribute.getValue();
      if (attribute.getKey().startsWith("data-") && FILE.matcher(file(value)).matches()) {
        add(value, urls);
      }
    }
    sets.forEach(candidate -> add(candidate.url(), urls));
    return urls;
  }

  private void add(String value, List<String> urls) {
    String written = value.strip();
    if (written.isEmpty() || written.startsWith("data:")) {
      return;
    }
    String url = Url.absolute(written, base);
    String file = url == null ? "" : file(url);
    boolean shows = !file.endsWith(".svg") && !PLACEHOLDER.matcher(file).matches();
    if (url != null && shows && !urls.contains(url)) {
      urls.add(url);
    }
  }

  private static String file(String url) {
    return Url.pageKey(url).toLowerCase(Locale.ROOT);
  }

  /**
   * One image of a set.
   *
   * @param size its width in pixels or its density; 1 when neither is said
   */
  private record Candidate(String url, double size) {}

  /** Of the same size the first: what stands at the image itself is the format for all browsers. */
  private static Candidate larger(Candidate one, Candidate other) {
    return other.size() > one.size() ? other : one;
  }

  private static List<Candidate> sets(Element image) {
    List<Candidate> all = new ArrayList<>();
    read(image, all);
    Element parent = image.parent();
    if (parent != null && parent.normalName().equals("source")) {
      parent = parent.parent();
    }
    if (parent != null && parent.normalName().equals("picture")) {
      parent.getElementsByTag("source").forEach(source -> read(source, all));
    }
    return all;
  }

  private static void read(Element element, List<Candidate> all) {
    for (Attribute attribute : element.attributes()) {
      if (attribute.getKey().endsWith("srcset")) {
        read(attribute.getValue(), all);
      }
    }
  }

  /** Splits as browsers do (WHATWG HTML, "parse a srcset attribute"): URLs may hold commas. */
  private static void read(String set, List<Candidate> all) {
    int at = 0;
    while (at < set.length()) {
      while (at < set.length() && (set.charAt(at) <= ' ' || set.charAt(at) == ',')) {
        at++;
      }
      int end = at;
      while (end < set.length() && set.charAt(end) > ' ') {
        end++;
      }
      String url = set.substring(at, end);
      if (url.endsWith(",")) {
        all.add(new Candidate(url.substring(0, url.length() - 1), 1));
        at = end;
        continue;
      }
      int comma = set.indexOf(',', end);
      at = comma < 0 ? set.length() : comma;
      String file = url.startsWith("data:") ? "" : url;
      all.add(new Candidate(file, file.isEmpty() ? 0 : size(set.substring(end, at).strip())));
    }
  }

  private static double size(String descriptor) {
    if (!descriptor.matches("\\d{1,6}(\\.\\d{1,4})?[wx].*")) {
      return 1;
    }
    return Double.parseDouble(descriptor.replaceFirst("[wx].*", ""));
  }
}
