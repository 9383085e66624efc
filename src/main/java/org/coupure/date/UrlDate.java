package org.coupure.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.article.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Reads the day in a URL: {@code /2025/03/14/}, {@code /2025-03-14-}, {@code -20250314}, {@code
 * /14-03-2025-}, {@code /2025/mar/14/}.
 */
public final class UrlDate {
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2099;

  /** Archives of the web write the time before the URL of what they copied. */
  private static final Pattern COPY =
      Pattern.compile("https?://[^/]{1,60}/web/(\\d{14})(?:[a-z]{2}_)?/https?:.{0,4000}");

  /** Letters of the longest month in a URL: septiembre, decembrie. */
  private static final int MAX_MONTH = 12;

  private static final Months MONTHS = Months.load();

  private UrlDate() {}

  /** Returns when the page was captured, in the URL of an archive's copy, or null. */
  public static @Nullable Instant captured(@Nullable String url) {
    Matcher copy = COPY.matcher(url == null ? "" : url);
    return copy.matches() ? Timestamps.parse(copy.group(1)) : null;
  }

  /** Returns the day, or null when {@code url} has none. */
  public static @Nullable Moment parse(String url) {
    int host = url.indexOf("//");
    int path = url.indexOf('/', host < 0 ? 0 : host + 2);
    for (int i = Math.max(path, 0); i + 8 <= url.length(); i++) {
      boolean starts = i == 0 || !Character.isDigit(url.charAt(i - 1));
      if (starts && (url.startsWith("19", i) || url.startsWith("20", i))) {
        Moment moment = at(url, i);
        if (moment != null) {
          return moment;
        }
      }
      if (starts && i + 10 <= url.length()) {
        Moment moment = dayFirst(url, i);
        if (moment != null) {
          return moment;
        }
      }
    }
    return null;
  }

  /** 14-03-2025, 14.03.2025; not 12/10/2025, in which day and month can't be told apart. */
  private static @Nullable Moment dayFirst(String url, int i) {
    int day = number(url, i, 2);
    int month = number(url, i + 3, 2);
    int year = number(url, i + 6, 4);
    char sign = url.charAt(i + 2);
    boolean signed = (sign == '-' || sign == '.' || sign == '_') && url.charAt(i + 5) == sign;
    boolean ends = i + 10 == url.length() || !Character.isDigit(url.charAt(i + 10));
    if (!signed || !ends || day < 1 || month < 1 || year < FIRST_YEAR || year > LAST_YEAR) {
      return null;
    }
    return date(year, month, day);
  }

  private static @Nullable Moment at(String url, int i) {
    int year = number(url, i, 4);
    int at = i + 4;
    char sign = at < url.length() ? url.charAt(at) : ' ';
    boolean signed = sign == '/' || sign == '-' || sign == '_' || sign == '.';
    at += signed ? 1 : 0;
    int named = sign == '/' ? named(url, at) : 0;
    if (named > 0) {
      int slash = url.indexOf('/', at);
      int day =
          number(url, slash + 1, slash + 3 > url.length() || !isDigit(url, slash + 2) ? 1 : 2);
      return day < 0 || isDigit(url, slash + 3) ? null : date(year, named, day);
    }
    int monthDigits = signed && number(url, at, 2) < 0 ? 1 : 2;
    int month = number(url, at, monthDigits);
    at += monthDigits;
    if (month < 0 || (signed && (at >= url.length() || url.charAt(at) != sign))) {
      return null;
    }
    at += signed ? 1 : 0;
    int dayDigits = signed && number(url, at, 2) < 0 ? 1 : 2;
    int day = number(url, at, dayDigits);
    at += dayDigits;
    if (day < 0 || (at < url.length() && Character.isDigit(url.charAt(at)))) {
      return null;
    }
    return date(year, month, day);
  }

  /** Returns the month that the part of the path at {@code at} names, or 0. */
  private static int named(String url, int at) {
    int slash = url.indexOf('/', at);
    boolean word = slash - at >= 3 && slash - at <= MAX_MONTH && Character.isLetter(url.charAt(at));
    return word ? MONTHS.month(url.substring(at, slash).toLowerCase(Locale.ROOT), "en") : 0;
  }

  private static boolean isDigit(String url, int at) {
    return at < url.length() && Character.isDigit(url.charAt(at));
  }

  private static @Nullable Moment date(int year, int month, int day) {
    try {
      return Moment.of(LocalDate.of(year, month, day));
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  private static int number(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }
}
