package org.coupure.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Moment.Zone;
import org.jspecify.annotations.Nullable;

/**
 * How a site writes its dates. Immutable.
 *
 * @param formats tried in order on the whole text, before dates are looked for in it
 * @param locale whose months and order of day and month the page uses, or null
 * @param zone where the site's clock hangs; for dates whose zone the page does not state; or null
 */
public record Dating(
    List<DateTimeFormatter> formats, @Nullable Locale locale, @Nullable ZoneId zone) {
  /** Nothing is known of it. */
  public static final Dating UNKNOWN = new Dating(List.of(), null, null);

  public Dating {
    formats = List.copyOf(formats);
  }

  /** Returns this, filled where it says nothing from {@code other}. */
  Dating or(Dating other) {
    return new Dating(
        formats.isEmpty() ? other.formats : formats,
        locale == null ? other.locale : locale,
        zone == null ? other.zone : zone);
  }

  /** Returns what one of the formats reads in {@code text}, or null. */
  public @Nullable Moment parse(String text) {
    for (DateTimeFormatter format : formats) {
      try {
        return moment(
            format.parseBest(
                text,
                ZonedDateTime::from,
                OffsetDateTime::from,
                LocalDateTime::from,
                LocalDate::from),
            format.toString().contains("SecondOfMinute"));
      } catch (DateTimeException ignored) {
        // Not in this format; perhaps in the next.
      }
    }
    return null;
  }

  private static Moment moment(TemporalAccessor read, boolean seconds) {
    Precision precision = seconds ? Precision.SECOND : Precision.MINUTE;
    if (read instanceof ZonedDateTime zoned) {
      return Moment.of(zoned.toOffsetDateTime(), precision);
    }
    if (read instanceof OffsetDateTime offset) {
      return Moment.of(offset, precision);
    }
    return read instanceof LocalDateTime wall
        ? Moment.of(wall, precision)
        : Moment.of((LocalDate) read);
  }

  /** Returns {@code moment} on the site's clock, when the page left its zone unsaid. */
  public Moment placed(Moment moment) {
    boolean unsaid = moment.zone() == Zone.UNKNOWN && moment.precision() != Precision.DAY;
    if (zone == null || !unsaid) {
      return moment;
    }
    return new Moment(
        moment.time(), zone.getRules().getOffset(moment.time()), moment.precision(), Zone.RULE);
  }
}
