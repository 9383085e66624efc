package org.coupure.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How new articles of a site can be found. Immutable.
 *
 * @param name what the source is to be called
 * @param key the key of a configuration that names {@code urls}: feed, sitemap, index or list;
 *     empty when nothing was found
 * @param urls the feeds, sitemaps or pages that name new articles
 * @param complaint why nothing was found, as a sentence for a person, or null
 */
record FoundSite(String name, String key, List<String> urls, @Nullable String complaint) {
  FoundSite {
    urls = List.copyOf(urls);
  }

  static FoundSite nothing(String name, String complaint) {
    return new FoundSite(name, "", List.of(), complaint);
  }

  boolean isFound() {
    return !urls.isEmpty();
  }

  /** Returns what was found, or why nothing was, for a person. */
  String said() {
    return name
        + ": "
        + (isFound() ? key + " " + String.join(" ", urls) : Objects.requireNonNull(complaint));
  }
}
