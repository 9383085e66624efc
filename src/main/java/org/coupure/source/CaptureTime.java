package org.coupure.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The times at which pages were captured, in the forms that archives and tools write. */
final class CaptureTime {
  /** What {@code Date.toString()} gives in every browser, without the name of the zone. */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "\\w{3} (\\w{3}) (\\d{1,2}) (\\d{4}) (\\d{2}:\\d{2}:\\d{2}) GMT([+-]\\d{4}).{0,80}");

  private static final DateTimeFormatter SCRIPT_DATE =
      DateTimeFormatter.ofPattern("MMM d uuuu HH:mm:ss xx", Locale.ENGLISH);

  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private static final DateTimeFormatter ARCHIVED =
      DateTimeFormatter.ofPattern("HH:mm:ss MMM dd, uuuu", Locale.ENGLISH);

  /** Archives of the web write the time before the address of what they copied. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^/]{1,60}/web/(\\d{14})(?:[a-z]{2}_)?/https?:.{0,4000}");

  private static final int DAY_LENGTH = "2024-05-03".length();

  private CaptureTime() {}

  /**
   * Returns the time that {@code text} states, or null: RFC 3339, the same with a space, without a
   * zone (taken as UTC) or without a time (midnight UTC).
   */
  static @Nullable Instant parse(String text) {
    String iso = text.strip();
    if (iso.length() > DAY_LENGTH && iso.charAt(DAY_LENGTH) == ' ') {
      iso = iso.substring(0, DAY_LENGTH) + 'T' + iso.substring(DAY_LENGTH + 1);
    }
    try {
      if (iso.length() == DAY_LENGTH) {
        return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return hasZone(iso)
          ? OffsetDateTime.parse(iso.replace(" ", "")).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  private static boolean hasZone(String iso) {
    return iso.endsWith("Z")
        || iso.endsWith("z")
        || iso.indexOf('+') > 0
        || iso.indexOf('-', DAY_LENGTH) > 0;
  }

  /** Returns the time of a mail header or an HTTP header, or null. */
  static @Nullable Instant parseMail(String text) {
    // A comment may follow, such as "(UTC)".
    int comment = text.indexOf('(');
    String date = comment < 0 ? text : text.substring(0, comment);
    try {
      return OffsetDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /** Returns the time that a script's {@code Date} was written as, or null. */
  static @Nullable Instant parseScript(String text) {
    Matcher date = SCRIPT.matcher(text.strip());
    if (!date.matches()) {
      return parse(text);
    }
    String plain =
        String.join(" ", date.group(1), date.group(2), date.group(3), date.group(4), date.group(5));
    try {
      return OffsetDateTime.parse(plain, SCRIPT_DATE).toInstant();
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /** Returns the time that fourteen digits, perhaps with signs between them, state; or null. */
  static @Nullable Instant parseDigits(String digits) {
    return parse(digits.replace(".", "").replace("-", ""), DIGITS);
  }

  /** Returns the time as the Wayback Machine writes it beneath its copies, or null. */
  static @Nullable Instant parseArchived(String text) {
    return parse(text, ARCHIVED);
  }

  /** Returns the time in the address of an archive's copy, or null. */
  static @Nullable Instant inAddress(@Nullable String url) {
    Matcher copy = ADDRESS.matcher(url == null ? "" : url);
    return copy.matches() ? parseDigits(copy.group(1)) : null;
  }

  private static @Nullable Instant parse(String text, DateTimeFormatter format) {
    try {
      return LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
