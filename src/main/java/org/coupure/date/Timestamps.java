package org.coupure.date;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Zone;
import org.coupure.date.DateParser.Style;
import org.jspecify.annotations.Nullable;

/**
 * Reads the timestamps that programs write: the dates of feeds, sitemaps, mail, HTTP and archives.
 * Knows RFC 822, RFC 850, asctime, RFC 3339, ISO 8601 (also week and ordinal dates), W3CDTF,
 * seconds or milliseconds since 1970, and the usual mistakes in them: names of months and days in
 * other languages, fractions of any length, two-digit years, no zone, no seconds, zones such as
 * {@code GMT+2}. What could be two days, such as {@code 05/04/2024}, is not guessed.
 *
 * <p>What only programs write is rewritten in the form that {@link DateParser} reads. Stateless and
 * thread-safe.
 */
public final class Timestamps {
  /** A timestamp is short; what is longer is a text in the wrong place. */
  private static final int LONGEST = 80;

  private static final Pattern COMMENT = Pattern.compile("\\([^)]{0,60}\\)?");

  private static final Pattern EPOCH =
      Pattern.compile("(?:/date\\()?(\\d{9,16})(?:\\.\\d*)?(?:[+-]\\d{4})?(?:\\)/)?");

  /** 20240501T1000, 20240501100000. */
  private static final Pattern COMPACT =
      Pattern.compile("^((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)[t ]?(\\d\\d)(\\d\\d)(\\d\\d)?(?!\\d)");

  private static final Pattern WEEK = Pattern.compile("^(\\d{4})-?w(\\d\\d)(?:-?([1-7]))?(?!\\d)");
  private static final Pattern ORDINAL = Pattern.compile("^(\\d{4})-?(\\d{3})(?=$|[t ])");
  private static final Pattern MONTH_ONLY = Pattern.compile("^(\\d{4}-\\d\\d)$");

  /** W3CDTF without its century. */
  private static final Pattern SHORT_YEAR =
      Pattern.compile("^(\\d\\d)-(\\d\\d)-(0[1-9]|[12]\\d|3[01])(?!\\d)");

  /** Of asctime and {@code date}: the year stands behind time and zone. */
  private static final Pattern LATE_YEAR =
      Pattern.compile(
          "(\\p{L}+\\.? \\d{1,2}),? (\\d{1,2}:\\d\\d(?::\\d\\d)?(?: [\\p{L}+-][\\p{L}\\d:+-]*)?) (\\d{4})$");

  /** Of copies of the Wayback Machine: the time stands before month, day and year. */
  private static final Pattern TIME_FIRST =
      Pattern.compile("^(\\d{1,2}:\\d\\d:\\d\\d) (\\p{L}+\\.? \\d{1,2},? \\d{4})$");

  /** A time with dots, or without any sign; only behind a year. */
  private static final Pattern PLAIN_TIME =
      Pattern.compile("(\\d{4})[t ]{1,3}(\\d\\d)([.]?)(\\d\\d)(?:\\3(\\d\\d))?(?![\\d:-])");

  private static final Pattern MIDNIGHT = Pattern.compile("(?<![\\d:])24:00(?=(?::00)?(?![\\d:]))");
  private static final Pattern NO_TIME =
      Pattern.compile("(?<![\\d:+-])(?:2[4-9]|[3-9]\\d):\\d\\d|(?<![\\d:+-])\\d\\d:[6-9]\\d");
  private static final Pattern REGION = Pattern.compile("(\\p{L}+/[\\p{L}_]+)");

  private static final DateParser PARSER =
      new DateParser(Style.TIMESTAMP, Months.load(), Zones.timestamps());

  private Timestamps() {}

  /**
   * Returns the moment, or null when {@code text} states none. Without a time of day it is
   * midnight, without a zone UTC; a month is its first day.
   */
  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return null;
    }
    String plain = plain(text);
    Matcher epoch = EPOCH.matcher(plain);
    try {
      Instant since1970 = epoch.matches() ? sinceEpoch(epoch.group(1)) : null;
      String line = COMMENT.matcher(plain).replaceAll(" ").replaceAll(" {2,}", " ").strip();
      return since1970 == null ? dated(line) : since1970;
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  /** Returns the day that {@code text} is, in the form {@code 2025-03-14}, or null. */
  public static @Nullable LocalDate day(String text) {
    Moment moment = text.length() == 10 ? IsoDate.parse(text, Zones.NONE) : null;
    return moment == null ? null : moment.time().toLocalDate();
  }

  /** Returns {@code text} in small letters, ASCII digits and ASCII signs. */
  private static String plain(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder ascii = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean mark = Character.getType(c) == Character.FORMAT || c == '\u0307';
      if (Character.isDigit(c)) {
        ascii.append((char) ('0' + Character.digit(c, 10)));
      } else if (c == '\u2212' || c == '\u2010' || c == '\u2013') {
        ascii.append('-');
      } else if (!mark) {
        ascii.append(Character.isWhitespace(c) ? ' ' : c == '،' ? ',' : c);
      }
    }
    return ascii.toString().strip();
  }

  /** Seconds, milliseconds or microseconds, by how many digits there are; null for a date. */
  private static @Nullable Instant sinceEpoch(String digits) {
    boolean compact = digits.length() >= 12 && COMPACT.matcher(digits).find();
    if (compact && (digits.length() == 12 || digits.length() == 14)) {
      return null;
    }
    long number = Long.parseLong(digits);
    return switch (digits.length()) {
      case 9, 10, 11 -> Instant.ofEpochSecond(number);
      case 12, 13, 14 -> Instant.ofEpochMilli(number);
      default -> Instant.ofEpochSecond(number / 1_000_000, number % 1_000_000 * 1000);
    };
  }

  private static @Nullable Instant dated(String text) {
    if (NO_TIME.matcher(MIDNIGHT.matcher(text).replaceFirst("00:00")).find()) {
      return null;
    }
    boolean nextDay = MIDNIGHT.matcher(text).find();
    Moment moment =
        PARSER.exact(rewritten(nextDay ? text.replace("24:00", "00:00") : text), Locale.ROOT);
    if (moment == null) {
      return null;
    }
    Matcher region = REGION.matcher(text);
    Instant instant =
        moment.zone() == Zone.UNKNOWN && region.find()
            ? moment.time().atZone(region(region.group(1))).toInstant()
            : moment.time().toInstant(moment.offset());
    return nextDay ? instant.plus(Duration.ofDays(1)) : instant;
  }

  /**
   * Returns {@code text} with what only programs write in the forms that are read in prose, too.
   */
  private static String rewritten(String text) {
    String line = WEEK.matcher(text).replaceFirst(Timestamps::week);
    line = ORDINAL.matcher(line).replaceFirst(Timestamps::ordinal);
    line = MONTH_ONLY.matcher(line).replaceFirst("$1-01");
    line = SHORT_YEAR.matcher(line).replaceFirst(Timestamps::century);
    line = COMPACT.matcher(line).replaceFirst(Timestamps::compact);
    line = TIME_FIRST.matcher(line).replaceFirst("$2 $1");
    line = LATE_YEAR.matcher(line).replaceFirst("$1 $3 $2");
    return PLAIN_TIME.matcher(line).replaceFirst(Timestamps::time);
  }

  private static String week(MatchResult found) {
    // The fourth of January is in the first week of every year.
    LocalDate first = LocalDate.of(number(found.group(1)), 1, 4);
    LocalDate week = first.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(found.group(2)));
    int weekday = found.group(3) == null ? 1 : number(found.group(3));
    return week.with(ChronoField.DAY_OF_WEEK, weekday).toString();
  }

  private static String ordinal(MatchResult found) {
    return LocalDate.ofYearDay(number(found.group(1)), number(found.group(2))).toString();
  }

  private static String century(MatchResult found) {
    return DateReading.century(number(found.group(1))) / 100 + found.group();
  }

  private static String compact(MatchResult found) {
    String day = found.group(1) + "-" + found.group(2) + "-" + found.group(3);
    String second = found.group(6) == null ? "" : ":" + found.group(6);
    return day + "t" + found.group(4) + ":" + found.group(5) + second;
  }

  private static String time(MatchResult found) {
    String second = found.group(5) == null ? "" : ":" + found.group(5);
    return found.group(1) + " " + found.group(2) + ":" + found.group(4) + second;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static ZoneId region(String name) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.equalsIgnoreCase(name))
        .findAny()
        .map(ZoneId::of)
        .orElse(ZoneOffset.UTC);
  }
}
