package org.coupure.date;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The calendar of Iran, whose year begins at the equinox in March. Leap years by the cycle of 33
 * years, which is what was proclaimed in all years of the web and will be in those to come that
 * matter here. Pure functions.
 */
final class PersianCalendar {
  private static final int FIRST_YEAR = 1300;
  private static final int LAST_YEAR = 1449;

  /** Months of 31 days; the others have 30, the last of a common year 29. */
  private static final int LONG_MONTHS = 6;

  /** Years of a cycle, and the leap years among them. */
  private static final int CYCLE = 33;

  private static final int LEAPS = 8;

  /** What has to be added to a year so that cycles begin where the number divides. */
  private static final int SHIFT = 11;

  private static final int KNOWN_YEAR = 1403;
  private static final LocalDate KNOWN_NEW_YEAR = LocalDate.of(2024, 3, 20);

  private PersianCalendar() {}

  /** Returns whether a page of today may mean a year of this calendar by {@code year}. */
  static boolean isYear(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /**
   * Returns the day.
   *
   * @throws DateTimeException if there is no such month or day
   */
  static LocalDate date(int year, int month, int day) {
    boolean known = month >= 1 && month <= 12 && day >= 1;
    if (!known || day > (month <= LONG_MONTHS ? 31 : 30)) {
      throw new DateTimeException(
          "no day of the solar calendar: " + year + "-" + month + "-" + day);
    }
    int before = (month - 1) * 30 + Math.min(month - 1, LONG_MONTHS);
    return KNOWN_NEW_YEAR.plusDays(daysTo(year) - daysTo(KNOWN_YEAR) + before + day - 1);
  }

  /** Returns the days from some day on to the first of {@code year}. */
  private static int daysTo(int year) {
    int shifted = year + SHIFT;
    return 365 * shifted + shifted / CYCLE * LEAPS + (shifted % CYCLE + 3) / 4;
  }
}
