package org.coupure.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/** Reads {@code --since} and {@code --until}. */
final class TimeOption {
  private static final Pattern AGO = Pattern.compile("([0-9]{1,4})([hdwmy])");
  private static final int DAYS_OF_A_WEEK = 7;

  private TimeOption() {}

  static Option since() {
    return OptionValues.option(
        null,
        "since",
        "WHEN",
        "nothing older: a day (2024-05-01), a time, or 12h, 30d, 2w, 6m, 5y");
  }

  static Option until() {
    return OptionValues.option(null, "until", "WHEN", "nothing newer, in the same words");
  }

  /**
   * Returns the first instant that is wanted, or null when the option was not given.
   *
   * @param now what lengths of time are counted back from; its zone is that of days
   */
  static @Nullable Instant since(CommandLine words, ZonedDateTime now) throws UsageException {
    String value = words.getOptionValue("since");
    return value == null ? null : instant("since", value, now, 0);
  }

  /** Returns the first instant that is not wanted any more; a day is included to its end. */
  static @Nullable Instant until(CommandLine words, ZonedDateTime now) throws UsageException {
    String value = words.getOptionValue("until");
    return value == null ? null : instant("until", value, now, 1);
  }

  static ZonedDateTime now() {
    return ZonedDateTime.now(ZoneId.systemDefault());
  }

  /**
   * Returns the instant that is a length of time before {@code now}; null when the text is not a
   * length.
   */
  static @Nullable Instant ago(String text, ZonedDateTime now) {
    Matcher ago = AGO.matcher(text);
    if (!ago.matches()) {
      return null;
    }
    int count = Integer.parseInt(ago.group(1));
    return switch (ago.group(2)) {
      case "h" -> now.minusHours(count).toInstant();
      case "d" -> now.minusDays(count).toInstant();
      case "w" -> now.minusDays((long) DAYS_OF_A_WEEK * count).toInstant();
      case "m" -> now.minus(Period.ofMonths(count)).toInstant();
      default -> now.minus(Period.ofYears(count)).toInstant();
    };
  }

  /** Returns the length of time before now that an option says, or null when it was not given. */
  static @Nullable Duration age(CommandLine words, String option) throws UsageException {
    String value = words.getOptionValue(option);
    if (value == null) {
      return null;
    }
    ZonedDateTime now = now();
    Instant ago = ago(value, now);
    if (ago == null) {
      throw new UsageException(
          "--" + option + " wants a length of time such as 30d, not \"" + value + "\".");
    }
    return Duration.between(ago, now.toInstant());
  }

  private static Instant instant(String option, String value, ZonedDateTime now, int days)
      throws UsageException {
    Instant ago = ago(value, now);
    if (ago != null) {
      return ago;
    }
    try {
      return value.length() > "2024-05-01".length()
          ? OffsetDateTime.parse(value).toInstant()
          : LocalDate.parse(value).plusDays(days).atStartOfDay(now.getZone()).toInstant();
    } catch (DateTimeException e) {
      throw new UsageException(
          "--"
              + option
              + " wants a day such as 2024-05-01, a time such as 2024-05-01T10:00:00Z, or a length of"
              + " time before now such as 30d, not \""
              + value
              + "\".");
    }
  }
}
