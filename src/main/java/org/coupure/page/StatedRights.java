package org.coupure.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.article.Rights;
import org.jspecify.annotations.Nullable;

/** Reads what the headers that a page came with say about the use of its text. */
public final class StatedRights {
  private static final int LONGEST_VALUE = 1000;

  /** What a directive for another visitor begins with: {@code otherbot: noindex}. */
  private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9_-]{1,60})\\s*:(.*)");

  /** A directive that has a value of its own, and so is no visitor's name. */
  private static final Pattern WITH_VALUE =
      Pattern.compile("unavailable_after|max-(?:snippet|image-preview|video-preview)");

  /** {@code <https://example.com/license.xml>; rel="license"}. */
  private static final Pattern LICENSE =
      Pattern.compile("<([^<>]{1,1000})>[^<]{0,200}\\brel=\"?license\\b", Pattern.CASE_INSENSITIVE);

  private StatedRights() {}

  /**
   * Returns what is said.
   *
   * @param headers values by name, names in lower case
   * @param product the visitor's name in lower case, which some headers speak to
   */
  public static Rights of(Map<String, List<String>> headers, String product) {
    Boolean reserved = reservation(first(headers, "tdm-reservation"));
    return new Rights(
        license(headers.getOrDefault("link", List.of())),
        robots(headers.getOrDefault("x-robots-tag", List.of()), product),
        reserved,
        reserved == null ? null : first(headers, "tdm-policy"),
        null,
        first(headers, "content-usage"));
  }

  private static @Nullable String robots(List<String> tags, String product) {
    StringBuilder all = new StringBuilder();
    for (String tag : tags) {
      String said = forVisitor(tag.strip().toLowerCase(Locale.ROOT), product);
      if (!said.isEmpty() && all.length() + said.length() < LONGEST_VALUE) {
        all.append(all.length() == 0 ? "" : ", ").append(said);
      }
    }
    return all.length() == 0 ? null : all.toString();
  }

  /** Returns what a header says to this visitor; nothing when it speaks to another one. */
  private static String forVisitor(String tag, String product) {
    Matcher named = NAMED.matcher(tag);
    if (!named.matches() || WITH_VALUE.matcher(named.group(1)).matches()) {
      return tag;
    }
    return named.group(1).equals(product) ? named.group(2).strip() : "";
  }

  /** The specification knows 1 and 0; anything else counts as unsaid. */
  private static @Nullable Boolean reservation(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return switch (value) {
      case "1" -> Boolean.TRUE;
      case "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static @Nullable String license(List<String> links) {
    for (String link : links) {
      Matcher license = LICENSE.matcher(link);
      if (license.find()) {
        return license.group(1);
      }
    }
    return null;
  }

  private static @Nullable String first(Map<String, List<String>> headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    String value = values.isEmpty() ? "" : values.get(0).strip();
    return value.isEmpty() || value.length() > LONGEST_VALUE ? null : value;
  }
}
