package org.coupure.discover;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the dates of feeds and sitemaps: RFC 822 as people write it, and ISO 8601. */
final class DateForms {
  private static final int LONGEST = 60;

  private static final Pattern RFC_822 =
      Pattern.compile(
          "(?:[A-Za-z]{3,9},?\\s+)?([0-9]{1,2})[ -]([A-Za-z]{3})[a-z]*[ -]([0-9]{2,4})"
              + "(?:,?\\s+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?\\s*([A-Za-z]{1,5}|[+-][0-9:]{4,5})?)?");

  private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";

  /** The zones of RFC 822 and those that European feeds write in their place, in hours. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("WEST", 1),
          Map.entry("BST", 1),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("MEZ", 1),
          Map.entry("MESZ", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3));

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'][ ][HH:mm[:ss]]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[XXX][XX][X][ ][XXX][XX]")
          .toFormatter(Locale.ROOT);

  private DateForms() {}

  /** Returns the time, in UTC when no zone is named, or null when {@code text} is no date. */
  static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return null;
    }
    String clean = text.strip();
    try {
      Matcher rfc = RFC_822.matcher(clean);
      return rfc.matches() ? rfc822(rfc) : iso(clean);
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  private static Instant iso(String text) {
    TemporalAccessor parsed = ISO.parse(text);
    LocalDate day = LocalDate.from(parsed);
    var time = parsed.query(TemporalQueries.localTime());
    if (time == null) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    ZoneOffset offset = parsed.query(TemporalQueries.offset());
    return OffsetDateTime.of(day, time, offset == null ? ZoneOffset.UTC : offset).toInstant();
  }

  private static @Nullable Instant rfc822(Matcher parts) {
    int month = MONTHS.indexOf(parts.group(2).toLowerCase(Locale.ROOT));
    if (month < 0 || month % 4 != 0) {
      return null;
    }
    int year = Integer.parseInt(parts.group(3));
    year += year < 70 ? 2000 : year < 100 ? 1900 : 0;
    LocalDateTime time =
        LocalDateTime.of(
            year,
            month / 4 + 1,
            number(parts.group(1)),
            number(parts.group(4)),
            number(parts.group(5)),
            Math.min(59, number(parts.group(6))));
    return time.toInstant(zone(parts.group(7)));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static ZoneOffset zone(@Nullable String name) {
    if (name == null || Character.isLetter(name.charAt(0))) {
      String known = name == null ? "" : name.toUpperCase(Locale.ROOT);
      return ZoneOffset.ofHours(ZONES.getOrDefault(known, 0));
    }
    return ZoneOffset.of(name);
  }
}
