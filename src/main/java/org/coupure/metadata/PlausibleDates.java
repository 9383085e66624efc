package org.coupure.metadata;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.date.DateParser;
import org.jspecify.annotations.Nullable;

/** Reads the dates that an article of a page may have. Immutable. */
final class PlausibleDates {
  /** The web has no older pages that say when they were published. */
  private static final int FIRST_YEAR = 1995;

  private final DateParser parser;
  private final Locale locale;
  private final @Nullable Instant captured;

  PlausibleDates(DateParser parser, Locale locale, @Nullable Instant captured) {
    this.parser = parser;
    this.locale = locale;
    this.captured = captured;
  }

  /** Returns the date in {@code raw}, or null when there is none or it can't be the article's. */
  @Nullable Moment read(String raw) {
    return checked(parser.parse(Text.fold(raw), locale));
  }

  /** Returns the same with where it stands. */
  @Nullable Found<Moment> read(String raw, String from, @Nullable String where) {
    Moment moment = read(raw);
    return moment == null ? null : Found.of(moment, new RawValue(raw, from, where));
  }

  /**
   * Returns {@code moment}, or null when it is older than the web, the capture, or in the future.
   */
  @Nullable Moment checked(@Nullable Moment moment) {
    if (moment == null || moment.time().getYear() < FIRST_YEAR || isCapture(moment)) {
      return null;
    }
    // One day of tolerance, because zones are often not stated.
    Instant earliest = moment.time().minusDays(1).toInstant(ZoneOffset.UTC);
    return captured == null || earliest.isBefore(captured) ? moment : null;
  }

  /** Returns whether {@code raw} is when the page was saved, as programs show it above the page. */
  boolean isCapture(String raw) {
    Moment moment = captured == null ? null : parser.parse(raw, locale);
    return moment != null && isCapture(moment);
  }

  private boolean isCapture(Moment moment) {
    return moment.precision() == Precision.SECOND
        && moment.time().toInstant(moment.offset()).equals(captured);
  }
}
