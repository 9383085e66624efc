package org.coupure.date;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as people and machines write them, in the languages of {@code months.txt}: the text
 * is cut into numbers, words and signs, and the first run of them that forms a date counts; a time
 * and a zone may follow or stand shortly before. Immutable and thread-safe.
 */
public final class DateParser {
  /** What kind of text is read. */
  enum Style {
    /**
     * What people read: where day and month can't be told apart, the locale says which is first.
     */
    PROSE,
    /** What programs write: what could be two days is no date. */
    TIMESTAMP
  }

  /** Longer texts are no date lines. Chosen: three lines of text. */
  private static final int MAX_LENGTH = 300;

  private final Style style;
  private final Months months;
  private final Zones zones;

  DateParser(Style style, Months months, Zones zones) {
    this.style = style;
    this.months = months;
    this.zones = zones;
  }

  /** Returns a parser of the dates on pages that knows the names of {@code months}. */
  public static DateParser load(Months months) {
    return new DateParser(Style.PROSE, months, Zones.prose());
  }

  /**
   * Returns the first date in {@code raw} with its time as far as seconds, or null.
   *
   * @param locale decides between day first and month first, and which language's months are asked
   *     first
   */
  public @Nullable Moment parse(String raw, Locale locale) {
    Moment moment = exact(raw, locale);
    return moment == null
        ? null
        : new Moment(
            moment.time().truncatedTo(ChronoUnit.SECONDS),
            moment.offset(),
            moment.precision(),
            moment.zone());
  }

  /** Returns the same with the fraction of the second. */
  @Nullable Moment exact(String raw, Locale locale) {
    String text = raw.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return null;
    }
    Moment iso = IsoDate.parse(text, zones);
    boolean whole = style == Style.PROSE || text.length() <= "2025-03-14".length();
    if (iso != null && (whole || iso.precision() != Precision.DAY)) {
      return iso;
    }
    if (style == Style.PROSE && text.length() >= 10 && text.length() <= 13 && isNumber(text)) {
      return epoch(text);
    }
    String plain = EastAsianDates.mayBeIn(text) ? EastAsianDates.plain(text) : text;
    Moment read = new DateReading(DateToken.cut(plain), locale, style, months, zones).moment();
    return read == null ? iso : read;
  }

  /** Returns whether {@code text} has a date in it. */
  public boolean isIn(String text, Locale locale) {
    return (hasDigit(text) || EastAsianDates.mayBeIn(text)) && parse(text, locale) != null;
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static @Nullable Moment epoch(String digits) {
    if (digits.length() != 10 && digits.length() != 13) {
      return null;
    }
    long value = Long.parseLong(digits);
    Instant instant =
        digits.length() == 13 ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
    return Moment.of(instant.atOffset(ZoneOffset.UTC), Precision.SECOND);
  }
}
