package org.coupure.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The result of fetching a site's {@code /.well-known/tdmrep.json}. Immutable.
 *
 * @param text its text, empty when there was none or it could not be had
 * @param expires when to ask again
 */
public record TdmFile(String text, Instant expires) {
  /** As for robots.txt; the report says nothing. */
  private static final Duration LIFE = Duration.ofHours(24);

  public TdmFile {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(expires, "expires");
  }

  static TdmFile of(String text, Instant now) {
    return new TdmFile(text, now.plus(LIFE));
  }

  boolean isFresh(Instant now) {
    return now.isBefore(expires);
  }
}
