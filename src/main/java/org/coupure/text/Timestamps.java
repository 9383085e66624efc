package org.coupure.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the timestamps that programs write: the dates of feeds, sitemaps, mail, HTTP and archives.
 * Knows RFC 822, RFC 850, asctime, RFC 3339, ISO 8601 (also week and ordinal dates), W3CDTF,
 * seconds or milliseconds since 1970, and the usual mistakes in them: names of months and days in
 * other languages, fractions of any length, two-digit years, no zone, no seconds, zones such as
 * {@code GMT+2}. What could be two days, such as {@code 05/04/2024}, is not guessed.
 *
 * <p>Prose is none of its work: the dates that a person reads on a page need the context that only
 * the page has. Stateless and thread-safe.
 */
public final class Timestamps {
  /** A timestamp is short; what is longer is a text in the wrong place. */
  private static final int LONGEST = 80;

  /** Two digits below this are years of 2000 and later. RFC 2822 says 50; no feed is of 1960. */
  private static final int CENTURY = 70;

  /** Buddhist years, which Thai programs write, run 543 ahead. */
  private static final int BUDDHIST_FROM = 2400;

  private static final int BUDDHIST_AHEAD = 543;

  private static final Pattern COMMENT = Pattern.compile("\\([^)]{0,60}\\)?");

  private static final Pattern EPOCH =
      Pattern.compile("(?:/date\\()?(\\d{9,16})(?:\\.\\d*)?(?:[+-]\\d{4})?(?:\\)/)?");

  /** 20240501, 20240501T100000, 20240501100000. */
  private static final Pattern COMPACT =
      Pattern.compile(
          "^((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?:[t ]?(\\d\\d)(\\d\\d)(\\d\\d)?)?(?!\\d)");

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{4}) ?[-/.年년] ?(\\d{1,2}|\\p{L}{3,20}\\.?) ?[-/.月월] ?"
              + "(\\d{1,2})(?: ?[日일])?(?![-/\\d])");

  private static final Pattern WEEK =
      Pattern.compile("(?<!\\d)(\\d{4})-?w(\\d\\d)(?:-?([1-7]))?(?!\\d)");

  private static final Pattern ORDINAL = Pattern.compile("^(\\d{4})-?(\\d{3})(?=$|[t ])");

  private static final Pattern MONTH_ONLY = Pattern.compile("^(\\d{4})-(\\d\\d)$");

  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<![\\d:])(\\d{1,2})([-/.]) ?(\\d{1,2})\\2 ?(\\d{4})(?!\\d)");

  private static final Pattern SHORT_YEAR =
      Pattern.compile("(?<![\\d:])(\\d\\d)([-.])(\\d\\d)\\2(\\d\\d)(?![\\d:])");

  /** Hours, minutes, seconds, their fraction, the half of the day. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(?:(오전|오후|上午|下午) ?)?(\\d{1,2}) ?[:時时시] ?(\\d\\d)분?(?: ?[:分] ?(\\d{1,2})초?)?"
              + "(?:[.,:](\\d+))?(?: ?([ap])\\.?m\\b\\.?)?");

  /** The same with dots, or without any sign; only after a date. */
  private static final Pattern PLAIN_TIME =
      Pattern.compile("^[t ]{1,3}(\\d\\d)([.]?)(\\d\\d)(?:\\2(\\d\\d))?(?!\\d)");

  /** What names the zone, right behind the time. */
  private static final Pattern ZONE =
      Pattern.compile(
          "^ ?((?:\\p{L}+/[\\p{L}_]+)|\\p{L}{1,5}(?![\\p{L}/]))? ?(?:([+-]) ?(\\d{1,2}):?(\\d\\d)?(?![\\d-]))?");

  private static final Pattern LAST_OFFSET = Pattern.compile(" ([+-])(\\d\\d):?(\\d\\d)$");
  private static final Pattern TOKEN =
      Pattern.compile("\\d+|[\\p{L}\\p{M}']+(?:\\.[\\p{L}\\p{M}']+)*");

  /** What may stand between the parts of a date. */
  private static final String FILLERS =
      " de del di da do der den of the st nd rd th er y г р um at kl ";

  private static final Months MONTHS = Months.load();
  private static final Map<String, ZoneOffset> ZONES = zones();

  private Timestamps() {}

  private static Map<String, ZoneOffset> zones() {
    Map<String, ZoneOffset> zones = new HashMap<>();
    WordLists.load("metadata/zones.txt")
        .forEach((name, zone) -> zones.put(name, ZoneOffset.of(zone)));
    // In prose nobody can tell; in a timestamp RFC 822 says what it means.
    zones.put("cst", ZoneOffset.ofHours(-6));
    zones.put("ut", ZoneOffset.UTC);
    zones.put("met", ZoneOffset.ofHours(1));
    zones.put("mest", ZoneOffset.ofHours(2));
    return zones;
  }

  /**
   * Returns the moment, or null when {@code text} states none. Without a time of day it is
   * midnight, without a zone UTC; a month is its first day.
   */
  public static @Nullable Instant parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return null;
    }
    String clean = clean(text);
    try {
      Matcher epoch = EPOCH.matcher(clean(text, false));
      Instant since1970 = epoch.matches() ? sinceEpoch(epoch.group(1)) : null;
      return since1970 == null ? dated(clean) : since1970;
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  private static String clean(String text) {
    return clean(text, true);
  }

  private static String clean(String text, boolean comments) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder ascii = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean mark = Character.getType(c) == Character.FORMAT || c == '\u0307';
      if (Character.isDigit(c)) {
        ascii.append((char) ('0' + Character.digit(c, 10)));
      } else if (c == '\u2212' || c == '\u2010' || c == '\u2013') {
        ascii.append('-');
      } else if (!mark) {
        ascii.append(Character.isWhitespace(c) ? ' ' : c == '،' ? ',' : c);
      }
    }
    String line = comments ? COMMENT.matcher(ascii).replaceAll(" ") : ascii.toString();
    return line.replaceAll(" {2,}", " ").strip();
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
    Matcher compact = COMPACT.matcher(text);
    if (compact.find()) {
      LocalDate day = day(compact.group(1), compact.group(2), compact.group(3));
      boolean timed = compact.group(4) != null;
      String rest = text.substring(compact.end());
      String seconds =
          number(compact.group(6)) < 10 ? "0" + number(compact.group(6)) : compact.group(6);
      String time = compact.group(4) + ":" + compact.group(5) + ":" + seconds;
      return at(day, timed ? time + rest : rest);
    }
    Found date = numeric(text);
    if (date == null) {
      return named(text);
    }
    return at(date.day(), text.substring(0, date.start()) + " " + text.substring(date.end()));
  }

  /** A day, and where it stands. */
  private record Found(LocalDate day, int start, int end) {
    static Found of(LocalDate day, Matcher where) {
      return new Found(day, where.start(), where.end());
    }
  }

  private static @Nullable Found numeric(String text) {
    Matcher m = YEAR_FIRST.matcher(text);
    if (m.find()) {
      return Found.of(day(m.group(1), m.group(2), m.group(3)), m);
    }
    m = WEEK.matcher(text);
    if (m.find()) {
      int weekday = Math.max(1, number(m.group(3)));
      // The fourth of January is in the first week of every year.
      LocalDate first = LocalDate.of(number(m.group(1)), 1, 4);
      LocalDate week = first.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(m.group(2)));
      return Found.of(week.with(ChronoField.DAY_OF_WEEK, weekday), m);
    }
    m = MONTH_ONLY.matcher(text);
    if (m.find()) {
      return Found.of(LocalDate.of(number(m.group(1)), number(m.group(2)), 1), m);
    }
    m = ORDINAL.matcher(text);
    if (m.find()) {
      return Found.of(LocalDate.ofYearDay(number(m.group(1)), number(m.group(2))), m);
    }
    m = YEAR_LAST.matcher(text);
    if (m.find()) {
      return Found.of(yearLast(m, text), m);
    }
    m = SHORT_YEAR.matcher(text);
    return m.find() ? Found.of(shortYear(m), m) : null;
  }

  /** Days come first, but before am and pm months do; with slashes only what is certain. */
  private static LocalDate yearLast(Matcher m, String text) {
    int first = number(m.group(1));
    int second = number(m.group(3));
    boolean american = text.matches(".*\\d ?[ap]\\.?m\\b.*");
    if (m.group(2).equals("/") && first <= 12 && second <= 12 && first != second && !american) {
      throw new DateTimeException("either of two days");
    }
    boolean monthFirst = second > 12 || (american && first <= 12);
    int year = year(m.group(4));
    return monthFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
  }

  /** W3CDTF without its century, as long as it is a day; with dots as people write. */
  private static LocalDate shortYear(Matcher m) {
    int month = number(m.group(3));
    boolean yearFirst =
        m.group(2).equals("-") && number(m.group(4)) <= 31 && number(m.group(4)) > 0;
    String year = yearFirst ? m.group(1) : m.group(4);
    return LocalDate.of(year(year), month, number(yearFirst ? m.group(4) : m.group(1)));
  }

  /** Reads a date with the month's name: day, month and year in any order. */
  private static @Nullable Instant named(String text) {
    Matcher time = TIME.matcher(text);
    boolean timed = time.find();
    int zoneEnd = timed ? time.end() + zoneLength(text.substring(time.end())) : 0;
    String date = timed ? text.substring(0, time.start()) + " " + text.substring(zoneEnd) : text;
    List<String> numbers = new ArrayList<>();
    int month = 0;
    String before = "";
    Matcher token = TOKEN.matcher(date.replaceAll(" [+-]\\d\\d:?\\d\\d$", ""));
    while (token.find()) {
      String word = token.group();
      if (Character.isDigit(word.charAt(0))) {
        numbers.add(word);
      } else if (!FILLERS.contains(" " + word + " ")) {
        int known = month(before + " " + word);
        known = known == 0 ? month(word) : known;
        // "mar, 05 mar 2024": the first is a Tuesday.
        month = known > 0 && (month == 0 || numbers.size() < 2) ? known : month;
        before = word;
      }
    }
    LocalDate day = month == 0 ? null : day(numbers, month);
    return day == null ? null : at(day, timed ? text.substring(time.start()) : "");
  }

  private static @Nullable LocalDate day(List<String> numbers, int month) {
    if (numbers.size() != 2) {
      return null;
    }
    boolean yearFirst = numbers.get(0).length() > 2;
    String year = numbers.get(yearFirst ? 0 : 1);
    return LocalDate.of(year(year), month, number(numbers.get(yearFirst ? 1 : 0)));
  }

  private static LocalDate day(String year, String month, String day) {
    boolean digits = Character.isDigit(month.charAt(0));
    int number = digits ? number(month) : month(month.replace(".", ""));
    return LocalDate.of(year(year), number, number(day));
  }

  /** Returns the month of that name in any language, with accents or without, or 0. */
  private static int month(String word) {
    String name = word.strip();
    int month = MONTHS.month(name, null);
    if (month > 0) {
      return month;
    }
    String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
    return bare.equals(name) ? 0 : MONTHS.month(bare, null);
  }

  private static int year(String digits) {
    int year = number(digits);
    if (digits.length() == 2) {
      return year + (year < CENTURY ? 2000 : 1900);
    }
    // Programs of 2000 and later that count from 1900.
    return digits.length() == 3
        ? year + 1900
        : year >= BUDDHIST_FROM ? year - BUDDHIST_AHEAD : year;
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Adds the time of day and the zone that {@code rest} states. */
  private static Instant at(LocalDate day, String rest) {
    Matcher time = TIME.matcher(rest);
    if (time.find()) {
      LocalDateTime clock = clock(day, time);
      return zoned(clock, rest.substring(time.end()));
    }
    Matcher plain = PLAIN_TIME.matcher(rest);
    if (plain.find()) {
      int second = Math.min(59, number(plain.group(4)));
      LocalTime clock = LocalTime.of(number(plain.group(1)), number(plain.group(3)), second);
      return zoned(day.atTime(clock), rest.substring(plain.end()));
    }
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDateTime clock(LocalDate day, Matcher time) {
    String half = time.group(1) == null ? time.group(6) : time.group(1);
    int hour = number(time.group(2));
    if (half != null) {
      boolean afternoon = half.equals("p") || half.equals("오후") || half.equals("下午");
      hour = hour == 12 ? 0 : hour;
      hour += afternoon && hour < 12 ? 12 : 0;
    }
    // Leap seconds are on no clock here.
    int second = Math.min(59, number(time.group(4)));
    int minute = number(time.group(3));
    boolean midnight = hour == 24 && minute == 0 && second == 0;
    String fraction = time.group(5) == null ? "" : time.group(5);
    int nanos = number((fraction + "000000000").substring(0, 9));
    long unit = time.group(4) == null ? 60 : 1;
    return day.atTime(midnight ? 0 : hour, minute, second)
        .plusDays(midnight ? 1 : 0)
        .plusNanos(nanos * unit);
  }

  private static int zoneLength(String rest) {
    Matcher zone = ZONE.matcher(rest);
    return zone.find() && isZone(zone.group(1)) ? zone.end() : 0;
  }

  private static boolean isZone(@Nullable String name) {
    return name == null || name.indexOf('/') > 0 || ZONES.containsKey(name);
  }

  private static Instant zoned(LocalDateTime time, String rest) {
    Matcher zone = ZONE.matcher(rest);
    boolean found = zone.find();
    String name = found ? zone.group(1) : null;
    if (found && zone.group(2) != null && isZone(name)) {
      return time.toInstant(offset(zone.group(2), zone.group(3), zone.group(4)));
    }
    if (name != null && name.indexOf('/') > 0) {
      return time.atZone(region(name)).toInstant();
    }
    Matcher last = LAST_OFFSET.matcher(rest);
    if (last.find()) {
      return time.toInstant(offset(last.group(1), last.group(2), last.group(3)));
    }
    for (String word : rest.split("[^\\p{L}]+", -1)) {
      if (ZONES.containsKey(word)) {
        return time.toInstant(ZONES.get(word));
      }
    }
    return time.toInstant(ZoneOffset.UTC);
  }

  /** Returns the offset, UTC where there is none so far. */
  private static ZoneOffset offset(String sign, String hours, @Nullable String minutes) {
    int total = number(hours) * 60 + number(minutes);
    boolean known = number(hours) <= 14 && number(minutes) < 60;
    return ZoneOffset.ofTotalSeconds(!known ? 0 : sign.equals("-") ? -total * 60 : total * 60);
  }

  private static ZoneId region(String name) {
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (id.equalsIgnoreCase(name)) {
        return ZoneId.of(id);
      }
    }
    return ZoneOffset.UTC;
  }
}
