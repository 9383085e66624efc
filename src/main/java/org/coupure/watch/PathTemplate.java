package org.coupure.watch;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.coupure.article.Article;
import org.coupure.article.Sha256;
import org.coupure.page.Url;

/**
 * The path of an output that may hold {@code {subject}}, {@code {site}} and {@code {date}}, so that
 * records go to as many files or folders as there are values. Immutable.
 */
final class PathTemplate {
  static final String SUBJECT = "{subject}";
  private static final String SITE = "{site}";
  private static final String DATE = "{date}";

  private static final Pattern BESIDE_MARKS =
      Pattern.compile("(?=\\{(?:subject|site|date)})|(?<=\\{(?:subject|site|date)})");

  /** File systems take names of 255 bytes; the rest is for endings and marks. */
  private static final int LONGEST = 120;

  private final String path;

  PathTemplate(String path) {
    this.path = path;
  }

  /** Returns whether all records go to the same place. */
  boolean isFixed() {
    return !path.contains(SUBJECT) && !path.contains(SITE) && !isDated();
  }

  /** A day in the name of a file of JSON Lines is its sink's to fill in. */
  private boolean isDated() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.contains(DATE) && !(name.contains(DATE) && name.contains(".jsonl"));
  }

  /**
   * Returns where a record goes.
   *
   * @param subjects the subjects that the output wants; empty for all
   */
  List<String> places(Article article, Set<String> subjects) {
    String host = Objects.requireNonNullElse(Url.host(article.place().urlOrCanonical()), "unknown");
    String site = path.replace(SITE, escaped(host.replaceFirst("^www[.]", "")));
    String dated = isDated() ? site.replace(DATE, day(article)) : site;
    if (!dated.contains(SUBJECT)) {
      return List.of(dated);
    }
    return article.assignment().subjectNames().stream()
        .filter(name -> subjects.isEmpty() || subjects.contains(name))
        .map(name -> dated.replace(SUBJECT, escaped(name)))
        .toList();
  }

  private static String day(Article article) {
    Instant captured = article.dates().captured();
    return captured == null ? "undated" : captured.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** Returns whether {@code place} may be one of this path's. */
  boolean gives(String place) {
    StringBuilder pattern = new StringBuilder();
    for (String part : BESIDE_MARKS.split(path, -1)) {
      boolean filled = List.of(SUBJECT, SITE, DATE).contains(part);
      pattern.append(filled ? "[^/]+" : Pattern.quote(part));
    }
    return place.matches(pattern.toString());
  }

  /**
   * Returns a value as a part of a path on any system: what has a meaning there is written as a
   * percent sign and its code, so that two values stay two.
   */
  static String escaped(String value) {
    StringBuilder name = new StringBuilder();
    String normal = Normalizer.normalize(value, Normalizer.Form.NFC);
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.charAt(i);
      boolean edge = (c == '.' || c == ' ') && (i == 0 || i == normal.length() - 1);
      if (c < ' ' || c == 0x7f || edge || "/\\:*?\"<>|%{}".indexOf(c) >= 0) {
        name.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        name.append(c);
      }
    }
    if (name.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
      return name.toString();
    }
    // The hash keeps long names apart that begin alike.
    int end = name.offsetByCodePoints(0, Math.min(30, name.codePointCount(0, name.length())));
    return name.substring(0, end) + "-" + Sha256.of(value).substring(0, 12);
  }
}
