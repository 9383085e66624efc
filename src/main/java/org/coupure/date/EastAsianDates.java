package org.coupure.date;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes the dates of Japan and Taiwan in digits and in years of the common era: 二〇二五年三月十四日, and
 * 令和7年 and 民國114年, as offices count. Pure functions.
 */
final class EastAsianDates {
  private static final char YEAR = '\u5E74';
  private static final char TEN = '\u5341';

  /** In the order of their values; there are two ways to write nought. */
  private static final String NUMERALS =
      "\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";

  private static final Pattern NUMBER =
      Pattern.compile("[" + NUMERALS + "\u96F6\u5341]{1,4}(?=[\u5E74\u6708\u65E5])");

  /** Reiwa, Heisei, Showa, and the Republic; the first year of an era has a name. */
  private static final Pattern ERA =
      Pattern.compile(
          "(\u4EE4\u548C|\u5E73\u6210|\u662D\u548C|\u6C11[\u570B\u56FD])\\s?(\\d{1,3}|\u5143)\\s?\u5E74");

  private EastAsianDates() {}

  /** Returns whether {@code text} may hold such a date. */
  static boolean mayBeIn(String text) {
    return text.indexOf(YEAR) >= 0;
  }

  /** Returns {@code text} with its dates in digits of the common era. */
  static String plain(String text) {
    String digits = NUMBER.matcher(text).replaceAll(found -> digits(found.group()));
    return ERA.matcher(digits).replaceAll(EastAsianDates::commonEra);
  }

  private static String commonEra(MatchResult found) {
    int before =
        switch (found.group(1).charAt(0)) {
          case '\u4EE4' -> 2018;
          case '\u5E73' -> 1988;
          case '\u662D' -> 1925;
          default -> 1911;
        };
    String year = found.group(2);
    int count = year.charAt(0) == '\u5143' ? 1 : Integer.parseInt(year);
    return String.valueOf(before + count) + YEAR;
  }

  /** Digit after digit, or with a ten: 二十五. */
  private static String digits(String numerals) {
    int ten = numerals.indexOf(TEN);
    if (ten < 0) {
      StringBuilder digits = new StringBuilder();
      for (int i = 0; i < numerals.length(); i++) {
        digits.append(value(numerals.charAt(i)));
      }
      return digits.toString();
    }
    int tens = ten == 0 ? 1 : value(numerals.charAt(ten - 1));
    int ones = ten + 1 < numerals.length() ? value(numerals.charAt(ten + 1)) : 0;
    return String.valueOf(tens * 10 + ones);
  }

  private static int value(char numeral) {
    return Math.max(0, NUMERALS.indexOf(numeral));
  }
}
