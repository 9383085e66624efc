package org.coupure.article;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * A point in time as exactly as a page states it. Immutable.
 *
 * @param time date and time on the wall clock of {@code offset}; midnight when only the day is
 *     known
 * @param offset the distance from UTC; {@link ZoneOffset#UTC} when the zone is unknown, so that
 *     nothing is shifted
 * @param precision what of {@code time} was stated
 * @param zone how {@code offset} is known
 */
public record Moment(LocalDateTime time, ZoneOffset offset, Precision precision, Zone zone) {

  /** The smallest unit that was stated. */
  public enum Precision {
    DAY,
    MINUTE,
    SECOND;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the distance from UTC is known. */
  public enum Zone {
    /** The page says it. */
    STATED,
    /** The site's rule says it. */
    RULE,
    /** Not stated; the wall clock is written as if it were UTC. */
    UNKNOWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  public Moment {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(offset, "offset");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(zone, "zone");
  }

  /** Returns a day without a time. */
  public static Moment of(LocalDate day) {
    return new Moment(day.atStartOfDay(), ZoneOffset.UTC, Precision.DAY, Zone.UNKNOWN);
  }

  /** Returns a time whose zone the page stated. */
  public static Moment of(OffsetDateTime stated, Precision precision) {
    return new Moment(stated.toLocalDateTime(), stated.getOffset(), precision, Zone.STATED);
  }

  /** Returns a wall-clock time whose zone is not stated. */
  public static Moment of(LocalDateTime wallClock, Precision precision) {
    return new Moment(wallClock, ZoneOffset.UTC, precision, Zone.UNKNOWN);
  }

  /**
   * Returns the RFC 3339 form: a full date when only the day is known, else date, time and offset.
   */
  public String toRfc3339() {
    return precision == Precision.DAY
        ? time.toLocalDate().toString()
        : time.atOffset(offset).format(RFC_3339);
  }
}
