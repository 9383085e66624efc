package org.coupure.page;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a feed or a sitemap says of a page that it names. Immutable.
 *
 * @param listing the URL of the feed or sitemap
 * @param title the headline, or null
 * @param authors who wrote it, as they stand there; never null
 * @param published when it appeared, or null
 * @param modified when it last changed, or null
 * @param language BCP 47 tag, or null
 * @param tags categories and keywords, in their order; never null
 * @param content the whole text as HTML, or null; a summary is none
 */
public record ListedItem(
    String listing,
    @Nullable String title,
    List<String> authors,
    @Nullable Instant published,
    @Nullable Instant modified,
    @Nullable String language,
    List<String> tags,
    @Nullable String content) {
  public ListedItem {
    Objects.requireNonNull(listing, "listing");
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
  }
}
