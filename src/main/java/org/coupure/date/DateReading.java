package org.coupure.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Moment.Zone;
import org.coupure.date.DateParser.Style;
import org.jspecify.annotations.Nullable;

/** One attempt at the date in one text. Used once. */
final class DateReading {
  private static final String ORDINALS = " st nd rd th er ère º ª ° o a e d η ";
  private static final String FILLERS =
      " ' \u2019 de del da di du den der of the d m g г р. ב năm ";

  /** Before the number of a month in Vietnamese. */
  private static final String MONTH_WORDS = " tháng thg ";

  private static final int LAST_MONTH = 12;
  private static final String AFTERNOON = " pm p.m p.m. م μμ μ.μ ";
  private static final String MORNING = " am a.m a.m. ص πμ π.μ ";

  /** Where the half of the day stands before the hour: 오후 3:42, 下午5:15. */
  private static final String AFTERNOON_BEFORE = " 오후 下午 午後 ";

  private static final String MORNING_BEFORE = " 오전 上午 午前 ";

  /** 15시 42분, 9時32分. */
  private static final String HOURS = " 시 時 时 點 点 ";

  private static final String CLOCKS = " uhr kl klo ore kell h hs hrs ";

  /** Tokens between a date and its time. */
  private static final int FAR = 8;

  /** Tokens of the longest name of a month in CLDR. */
  private static final int MAX_NAME = 7;

  /** Such as a comma. */
  private static final int BESIDE = 1;

  private final List<DateToken> tokens;
  private final Locale locale;
  private final Style style;
  private final Months months;
  private final Zones zones;

  /** The token behind the date that was found. */
  private int end;

  DateReading(List<DateToken> tokens, Locale locale, Style style, Months months, Zones zones) {
    this.tokens = tokens;
    this.locale = locale;
    this.style = style;
    this.months = months;
    this.zones = zones;
  }

  @Nullable Moment moment() {
    for (int i = 0; i < tokens.size(); i++) {
      LocalDate date = date(i);
      if (date != null) {
        return withTime(date, i);
      }
    }
    return null;
  }

  private @Nullable LocalDate date(int i) {
    DateToken first = tokens.get(i);
    try {
      if (first.value() < 0) {
        return monthFirst(i);
      }
      if (first.digits() == 8 && isYear(first.value() / 10000)) {
        end = i + 1;
        return day(first.value() / 10000, first.value() / 100 % 100, first.value() % 100);
      }
      if (first.digits() == 4 && isYear(first.value())) {
        return yearFirst(i);
      }
      return first.digits() <= 2 && !isMinute(i) ? dayFirst(i) : null;
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  /** "12:05 March 14, 2025": what stands behind the colon of a time is not a day. */
  private boolean isMinute(int i) {
    return i > 1 && tokens.get(i - 1).is(":") && tokens.get(i - 2).digits() > 0;
  }

  /** March 14, 2025. */
  private @Nullable LocalDate monthFirst(int i) {
    int month = month(i);
    if (month == 0) {
      return null;
    }
    int at = skip(end, ".");
    int day = number(at);
    if (day < 1 || day > 31 || tokens.get(at).digits() > 2) {
      return null;
    }
    at = skip(skipOrdinal(at + 1), ".,");
    at = skipWord(at);
    Integer year = year(at, 4);
    if (year == null) {
      return null;
    }
    end = at + 1;
    return day(year, month, day);
  }

  /** 2025-03-14, 2025/3/14, 2025 年 3 月 14 日, 2025. március 14. */
  private @Nullable LocalDate yearFirst(int i) {
    int year = gregorian(tokens.get(i).value());
    int at = skip(skipWord(skip(i + 1, "-/.,年년")), ".");
    int month = number(at);
    if (month < 0) {
      month = at < tokens.size() ? month(at) : 0;
      at = end;
    } else {
      at++;
    }
    at = skip(at, "-/.,月월");
    int day = number(at);
    if (month < 1 || day < 1 || tokens.get(at).digits() > 2) {
      return null;
    }
    end = skip(at + 1, "日일");
    return day(year, month, day);
  }

  /** 14 March 2025, 14. März 2025, 14 de marzo de 2025, 14.03.2025, 14/3/25. */
  private @Nullable LocalDate dayFirst(int i) {
    int day = tokens.get(i).value();
    int at = skipOrdinal(i + 1);
    boolean signed = at < tokens.size() && "./-".contains(tokens.get(at).text());
    int afterSign = skip(at, "./-,");
    if (signed && number(afterSign) >= 0) {
      return numeric(i, at);
    }
    at = skipWord(afterSign);
    int month = at < tokens.size() ? month(at) : 0;
    if (month == 0 || day < 1) {
      return null;
    }
    at = skipWord(skip(end, ".,/-"));
    Integer year = year(skip(at, ","), 2);
    if (year == null) {
      return null;
    }
    end = skip(at, ",") + 1;
    return day(year, month, day);
  }

  private @Nullable LocalDate numeric(int i, int sign) {
    int first = tokens.get(i).value();
    int second = number(sign + 1);
    if (tokens.get(sign + 1).digits() > 2 || sign + 3 >= tokens.size()) {
      return null;
    }
    String mark = tokens.get(sign).text();
    Integer year = tokens.get(sign + 2).is(mark) ? year(sign + 3, 2) : null;
    // "14.05.25" may be anything; "14/05/25" needs no less than a whole token of two digits.
    boolean version = year != null && tokens.get(sign + 3).digits() == 2 && isVersion(i, sign);
    if (year == null || first < 1 || second < 1 || version) {
      return null;
    }
    end = sign + 4;
    if (style == Style.TIMESTAMP && mark.equals("/") && !saysHalf() && isEither(first, second)) {
      throw new DateTimeException("either of two days");
    }
    boolean monthFirst = second > 12 || (first <= 12 && monthLeads(mark));
    return monthFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
  }

  /** Returns whether both may be the month, so that the date is ambiguous. */
  private static boolean isEither(int first, int second) {
    return first <= 12 && second <= 12 && first != second;
  }

  /** Returns whether the text has am or pm, which tells that it is American. */
  private boolean saysHalf() {
    return tokens.stream()
        .map(token -> " " + token.text() + " ")
        .anyMatch(word -> AFTERNOON.contains(word) || MORNING.contains(word));
  }

  /** "Apache/1.3.27", "v1.3.27" and "1.3.27.4" are numbers of programs. */
  private boolean isVersion(int i, int sign) {
    boolean named = i > 1 && tokens.get(i - 1).is("/") && tokens.get(i - 2).value() < 0;
    boolean lettered = i > 0 && tokens.get(i - 1).is("v");
    boolean longer =
        sign + 5 < tokens.size()
            && tokens.get(sign + 4).is(".")
            && tokens.get(sign).is(".")
            && number(sign + 5) >= 0;
    return named || lettered || longer;
  }

  /** The United States, and English of which nobody knows where, write the month first. */
  private boolean monthLeads(String mark) {
    if (style == Style.TIMESTAMP) {
      return saysHalf();
    }
    String country = locale.getCountry();
    if (mark.equals(".") || mark.equals("-")) {
      return mark.equals("-") && country.equals("US");
    }
    return country.isEmpty()
        ? locale.getLanguage().isEmpty() || locale.getLanguage().equals("en")
        : country.equals("US") || country.equals("PH");
  }

  /** Returns the month named at {@code at} and sets {@link #end} behind it, or 0. */
  private int month(int at) {
    DateToken token = tokens.get(at);
    if (token.value() >= 0) {
      return 0;
    }
    String language = locale.getLanguage().isEmpty() ? null : locale.getLanguage();
    if (MONTH_WORDS.contains(" " + token.text() + " ") && number(at + 1) > 0) {
      end = at + 2;
      return number(at + 1) <= LAST_MONTH ? number(at + 1) : 0;
    }
    int month = months.month(token.text(), language);
    end = at + 1;
    if (months.beginsLonger(token.text())) {
      month = longerName(at, month, language);
    }
    if (month > 0 && end + 1 < tokens.size() && tokens.get(end).is("/")) {
      // Arabic papers write both names: شباط / فبراير.
      int other = months.month(tokens.get(end + 1).text(), language);
      end = other == month ? end + 2 : end;
    }
    return month;
  }

  /** Returns the month of the longest name at {@code at}, or else {@code found}. */
  private int longerName(int at, int found, @Nullable String language) {
    int month = found;
    StringBuilder name = new StringBuilder(tokens.get(at).text());
    for (int i = at + 1; i < tokens.size() && i < at + MAX_NAME; i++) {
      if (tokens.get(i).value() >= 0) {
        break;
      }
      int longer = months.month(name.append(' ').append(tokens.get(i).text()).toString(), language);
      if (longer > 0) {
        month = longer;
        end = i + 1;
      }
    }
    return month;
  }

  private @Nullable Integer year(int at, int fewestDigits) {
    int value = number(at);
    if (value < 0) {
      return null;
    }
    int digits = tokens.get(at).digits();
    if (digits == 4 && isYear(value)) {
      return gregorian(value);
    }
    if (digits == 3 && style == Style.TIMESTAMP) {
      // Programs that count the years from 1900.
      return 1900 + value;
    }
    return digits == 2 && fewestDigits == 2 ? century(value) + value : null;
  }

  /**
   * The web has pages of 1993 and copies of older papers; publication dates beyond 2070 don't exist
   * yet.
   */
  static int century(int value) {
    return value < 70 ? 2000 : 1900;
  }

  private boolean isYear(int value) {
    return (value >= 1900 && (value < 2100 || style == Style.TIMESTAMP))
        || (value >= 2500 && value < 2650 && isThai())
        || (PersianCalendar.isYear(value) && locale.getLanguage().equals("fa"));
  }

  private LocalDate day(int year, int month, int day) {
    return PersianCalendar.isYear(year)
        ? PersianCalendar.date(year, month, day)
        : LocalDate.of(year, month, day);
  }

  private boolean isThai() {
    return locale.getLanguage().equals("th") || locale.getLanguage().isEmpty();
  }

  /** Thai pages count the years of the Buddhist era. */
  private int gregorian(int year) {
    return year >= 2500 && year < 2650 ? year - 543 : year;
  }

  private int number(int at) {
    return at < tokens.size() ? tokens.get(at).value() : -1;
  }

  private int skip(int at, String signs) {
    int i = at;
    while (i < tokens.size()
        && tokens.get(i).value() < 0
        && tokens.get(i).text().length() == 1
        && signs.contains(tokens.get(i).text())) {
      i++;
    }
    return i;
  }

  /** 1st, 2nd, 14th, 1er, 14 d. */
  private int skipOrdinal(int at) {
    return at < tokens.size() && ORDINALS.contains(" " + tokens.get(at).text() + " ") ? at + 1 : at;
  }

  private int skipWord(int at) {
    int i = at;
    while (i < tokens.size() && FILLERS.contains(" " + tokens.get(i).text() + " ")) {
      i++;
    }
    return i;
  }

  /** Adds the time of day that stands beside the date, and its zone. */
  private Moment withTime(LocalDate date, int dateStart) {
    int dateEnd = end;
    int limit = Math.min(tokens.size(), dateEnd + FAR);
    for (int i = dateEnd; i + 2 < limit; i++) {
      LocalTime time = time(i);
      if (time != null) {
        int timeEnd = end;
        LocalTime before = i - dateEnd > BESIDE ? timeBefore(dateStart, 1) : null;
        // "11:42 14.03.2024 (updated 12:10 ...)"
        end = before == null ? timeEnd : dateEnd;
        return moment(date, before == null ? time : before, zone(end));
      }
    }
    LocalTime before = timeBefore(dateStart, FAR);
    end = dateEnd;
    return before == null ? Moment.of(date) : moment(date, before, zone(end));
  }

  /** Returns the time that ends so many tokens before the date or less. */
  private @Nullable LocalTime timeBefore(int dateStart, int most) {
    for (int i = Math.max(0, dateStart - FAR); i + 2 < dateStart; i++) {
      LocalTime time = time(i);
      if (time != null) {
        return dateStart - end < most ? time : null;
      }
    }
    return null;
  }

  private Moment moment(LocalDate date, LocalTime time, @Nullable ZoneOffset zone) {
    Precision precision = time.getSecond() > 0 ? Precision.SECOND : Precision.MINUTE;
    return zone == null
        ? Moment.of(date.atTime(time), precision)
        : new Moment(date.atTime(time), zone, precision, Zone.STATED);
  }

  /** 14:05, 14:05:33, 2:05 pm, 14h05, 14.05 Uhr; sets {@link #end} behind it. */
  private @Nullable LocalTime time(int i) {
    DateToken hours = tokens.get(i);
    DateToken sign = tokens.get(i + 1);
    DateToken minutes = tokens.get(i + 2);
    boolean spelt = HOURS.contains(" " + sign.text() + " ");
    boolean clock = sign.is(":") || sign.is("h") || spelt || (sign.is(".") && saysClock(i));
    boolean twoDigits = minutes.digits() == 2 || (spelt && minutes.digits() == 1);
    if (!clock || hours.digits() < 1 || hours.digits() > 2 || !twoDigits) {
      return null;
    }
    if (hours.value() > 23 || minutes.value() > 59) {
      return null;
    }
    int at = i + 3;
    int second = 0;
    int nanos = 0;
    if (at + 1 < tokens.size() && tokens.get(at).is(":") && tokens.get(at + 1).digits() == 2) {
      // Leap seconds are on no clock here.
      second = Math.min(59, tokens.get(at + 1).value());
      at += 2;
      if (at + 1 < tokens.size() && tokens.get(at).is(".") && tokens.get(at + 1).digits() > 0) {
        nanos = IsoDate.nanos(tokens.get(at + 1).text());
        at += 2;
      }
    }
    int hour = hours.value();
    String before = i > 0 ? " " + tokens.get(i - 1).text() + " " : "";
    if (!before.isEmpty() && AFTERNOON_BEFORE.contains(before)) {
      hour = hour < 12 ? hour + 12 : hour;
    } else if (!before.isEmpty() && MORNING_BEFORE.contains(before)) {
      hour = hour == 12 ? 0 : hour;
    } else if (at < tokens.size() && AFTERNOON.contains(" " + tokens.get(at).text() + " ")) {
      hour = hour < 12 ? hour + 12 : hour;
      at++;
    } else if (at < tokens.size() && MORNING.contains(" " + tokens.get(at).text() + " ")) {
      hour = hour == 12 ? 0 : hour;
      at++;
    }
    end = at;
    return LocalTime.of(hour, minutes.value(), second, nanos);
  }

  private boolean saysClock(int i) {
    int after = i + 3;
    boolean before = i > 0 && CLOCKS.contains(" " + tokens.get(i - 1).text() + " ");
    boolean dotBefore = i > 1 && CLOCKS.contains(" " + tokens.get(i - 2).text() + " ");
    return before
        || dotBefore
        || (after < tokens.size() && CLOCKS.contains(" " + tokens.get(after).text() + " "));
  }

  private @Nullable ZoneOffset zone(int at) {
    int i = skip(at, "(,.");
    if (i < tokens.size() && CLOCKS.contains(" " + tokens.get(i).text() + " ")) {
      i = skip(i + 1, "(,.");
    }
    if (i >= tokens.size()) {
      return null;
    }
    ZoneOffset named = zones.offset(tokens.get(i).text());
    boolean greenwich = named != null && named.getTotalSeconds() == 0;
    int sign = greenwich ? i + 1 : i;
    if (sign + 1 < tokens.size() && (tokens.get(sign).is("+") || tokens.get(sign).is("-"))) {
      ZoneOffset stated = stated(sign);
      return stated == null ? named : stated;
    }
    return named;
  }

  /** +0200, +02:00, +2. */
  private @Nullable ZoneOffset stated(int sign) {
    DateToken number = tokens.get(sign + 1);
    if (number.value() < 0 || number.digits() > 4 || number.digits() == 3) {
      return null;
    }
    int minutes = number.digits() == 4 ? number.value() % 100 : 0;
    int hours = number.digits() == 4 ? number.value() / 100 : number.value();
    if (sign + 3 < tokens.size() && tokens.get(sign + 2).is(":")) {
      minutes = Math.max(0, number(sign + 3));
    }
    if (hours > 14 || minutes > 59) {
      return null;
    }
    int seconds = hours * 3600 + minutes * 60;
    return ZoneOffset.ofTotalSeconds(tokens.get(sign).is("-") ? -seconds : seconds);
  }
}
