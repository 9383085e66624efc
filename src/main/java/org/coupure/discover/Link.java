package org.coupure.discover;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A URL that a feed, sitemap or page names, with what it says about the page there. Immutable.
 *
 * @param url absolute http or https, in normal spelling, without tracking parameters
 * @param title the headline or the link's text, or null
 * @param published when the page appeared, or null when nobody says
 * @param modified when it last changed, or null when nobody says
 * @param language BCP 47 tag, or null when nobody says
 * @param item what else is said of the page
 */
public record Link(
    String url,
    @Nullable String title,
    @Nullable Instant published,
    @Nullable Instant modified,
    @Nullable String language,
    ItemMetadata item) {
  public Link {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(item, "item");
  }

  /** Makes a link of which nothing else is said. */
  public Link(
      String url,
      @Nullable String title,
      @Nullable Instant published,
      @Nullable Instant modified,
      @Nullable String language) {
    this(url, title, published, modified, language, ItemMetadata.NONE);
  }

  /** Returns the later of the two times, or null when there is none. */
  public @Nullable Instant latest() {
    if (published == null || modified == null) {
      return published == null ? modified : published;
    }
    return published.isAfter(modified) ? published : modified;
  }
}
