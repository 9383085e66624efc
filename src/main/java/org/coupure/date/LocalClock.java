package org.coupure.date;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Moment.Zone;
import org.jspecify.annotations.Nullable;

/** Learns a site's zone from a moment that it states in UTC and shows on its own clock. */
public final class LocalClock {
  /** All zones are whole quarters of an hour from UTC. */
  private static final long QUARTER = 15;

  /** The farthest zone, in minutes: UTC+14. */
  private static final long FARTHEST = 14 * 60L;

  /** No zone is so far west; a clock without "pm" seems to be. */
  private static final long HALF_DAY = 12 * 60L;

  private LocalClock() {}

  /**
   * Returns {@code stated} on the clock of {@code seen}, or null when they are not one moment: the
   * minutes differ, or it is not in UTC, or nothing is to be learned.
   */
  public static @Nullable Moment of(Moment stated, Moment seen) {
    boolean utc = stated.zone() == Zone.STATED && ZoneOffset.UTC.equals(stated.offset());
    boolean clock = seen.zone() == Zone.UNKNOWN && seen.precision() != Precision.DAY;
    if (!utc || !clock || stated.precision() == Precision.DAY) {
      return null;
    }
    LocalDateTime minute = stated.time().truncatedTo(ChronoUnit.MINUTES);
    long apart = Duration.between(minute, seen.time().truncatedTo(ChronoUnit.MINUTES)).toMinutes();
    if (apart == 0 || apart % QUARTER != 0 || apart > FARTHEST || apart <= -HALF_DAY) {
      return null;
    }
    ZoneOffset offset = ZoneOffset.ofTotalSeconds((int) Duration.ofMinutes(apart).toSeconds());
    return new Moment(stated.time().plusMinutes(apart), offset, stated.precision(), Zone.STATED);
  }
}
