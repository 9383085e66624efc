package org.coupure.metadata;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.coupure.article.Moment;
import org.jspecify.annotations.Nullable;

/** Reads the day in an address: {@code /2025/03/14/}, {@code /2025-03-14-}, {@code -20250314}. */
final class UrlDate {
  private UrlDate() {}

  static @Nullable Moment parse(String url) {
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
    }
    return null;
  }

  private static @Nullable Moment at(String url, int i) {
    int year = number(url, i, 4);
    int at = i + 4;
    char sign = at < url.length() ? url.charAt(at) : ' ';
    boolean signed = sign == '/' || sign == '-' || sign == '_' || sign == '.';
    at += signed ? 1 : 0;
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
