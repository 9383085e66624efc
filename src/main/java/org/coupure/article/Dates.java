package org.coupure.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of an article.
 *
 * @param published when the publisher first published it, or null
 * @param modified when the publisher last changed it, or null
 * @param captured when the page was fetched or saved, or null when that is not known
 */
public record Dates(
    @Nullable Moment published, @Nullable Moment modified, @Nullable Instant captured) {
  /** No time is known. */
  public static final Dates NONE = new Dates(null, null, null);
}
