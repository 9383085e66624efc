package org.coupure.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Moment.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Reads ISO 8601 as machines write it, laxer than the standard: a blank for the T, offsets with and
 * without colon, fractions of any length.
 */
final class IsoDate {
  /** Digits of a billionth. */
  private static final int NANO_DIGITS = 9;

  private static final long MINUTE = 60;

  private final String text;
  private final Zones zones;
  private int at;

  private IsoDate(String text, Zones zones) {
    this.text = text;
    this.zones = zones;
  }

  /**
   * Returns the moment that {@code text} begins with, or null.
   *
   * @param zones names of zones that may stand behind the time
   */
  static @Nullable Moment parse(String text, Zones zones) {
    try {
      return new IsoDate(text, zones).moment();
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  private @Nullable Moment moment() {
    int year = digits(4);
    if (year < 0) {
      return null;
    }
    boolean dashed = skip('-');
    int month = digits(2);
    if (month < 0 || (dashed && !skip('-'))) {
      return null;
    }
    int day = digits(2);
    // Eight digits in a row and more are a number, not a date.
    if (day < 0 || (at < text.length() && Character.isDigit(text.charAt(at)))) {
      return null;
    }
    LocalDate date = LocalDate.of(year, month, day);
    if (!timeFollows()) {
      return Moment.of(date);
    }
    at++;
    while (skip(' ')) {}
    return time(date);
  }

  private boolean timeFollows() {
    int digit = at + 1;
    while (digit < text.length() && text.charAt(digit) == ' ') {
      digit++;
    }
    return at < text.length()
        && "Tt ".indexOf(text.charAt(at)) >= 0
        && digit < text.length()
        && Character.isDigit(text.charAt(digit));
  }

  private Moment time(LocalDate date) {
    int hour = digits(2);
    boolean colon = skip(':');
    int minute = digits(2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return Moment.of(date);
    }
    int second = !colon || skip(':') ? digits(2) : -1;
    long unit = second < 0 ? MINUTE : 1;
    LocalDateTime time =
        date.atTime(hour, minute, Math.max(0, Math.min(second, 59))).plusNanos(fraction() * unit);
    Precision precision = second >= 0 ? Precision.SECOND : Precision.MINUTE;
    ZoneOffset offset = offset();
    if (offset == null) {
      // A midnight without a zone is a day that a machine has filled up.
      return hour == 0 && minute == 0 && second <= 0 ? Moment.of(date) : Moment.of(time, precision);
    }
    return new Moment(time, offset, precision, Zone.STATED);
  }

  /** Returns the billionths that the fraction behind the last number stands for. */
  private long fraction() {
    int start = at + 1;
    if (start >= text.length()
        || !Character.isDigit(text.charAt(start))
        || !(skip('.') || skip(','))) {
      return 0;
    }
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return nanos(text.substring(start, at));
  }

  /** Returns the billionths in a decimal fraction. */
  static int nanos(String fraction) {
    String digits = fraction + "0".repeat(NANO_DIGITS);
    return Integer.parseInt(digits.substring(0, NANO_DIGITS));
  }

  private @Nullable ZoneOffset offset() {
    while (skip(' ')) {}
    if (skip('Z') || skip('z') || text.startsWith("UTC", at) || text.startsWith("GMT", at)) {
      return ZoneOffset.UTC;
    }
    boolean minus = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '\u2212');
    if (!minus && !(at < text.length() && text.charAt(at) == '+')) {
      return named();
    }
    at++;
    int hours = digits(2);
    if (hours < 0 || hours > 18) {
      return null;
    }
    skip(':');
    int minutes = Math.max(0, digits(2));
    int seconds = Math.min(hours * 3600 + minutes * 60, 18 * 3600);
    return ZoneOffset.ofTotalSeconds(minus ? -seconds : seconds);
  }

  private @Nullable ZoneOffset named() {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return zones.offset(text.substring(at, end).toLowerCase(Locale.ROOT));
  }

  private int digits(int count) {
    if (at + count > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + count; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    at += count;
    return value;
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}
