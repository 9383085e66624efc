package org.coupure.rules;

import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field that says more than its selectors: {@code selectors}, a {@code pattern} that cuts
 * their values, and for dates {@code format}, {@code locale} and {@code timezone}.
 */
final class FieldParser {
  private static final List<String> FIELD = List.of("selectors", "json", "pattern");
  private static final List<String> DATE =
      List.of("selectors", "json", "pattern", "format", "locale", "timezone");

  private static final java.util.regex.Pattern QUOTED = java.util.regex.Pattern.compile("'[^']*'");
  private static final java.util.regex.Pattern HOUR = java.util.regex.Pattern.compile("[HhkK]");

  private final Problems problems;
  private final ValueReader valueReader;
  private final RulePart part;
  private final List<Node.Text> formats = new ArrayList<>();
  private @Nullable Pattern pattern;
  private @Nullable Locale locale;
  private @Nullable ZoneId zone;

  FieldParser(Problems problems, ValueReader valueReader, RulePart part) {
    this.problems = problems;
    this.valueReader = valueReader;
    this.part = part;
  }

  /** Returns the field's selectors; none when it only says how dates are written. */
  List<Selector> selectors(Node.Entry field) {
    List<String> known = part.isDate() ? DATE : FIELD;
    List<Selector> selectors = new ArrayList<>();
    for (Node.Entry entry : valueReader.entries(field)) {
      String key = entry.key().value();
      if (!known.contains(key)) {
        valueReader.unknown(entry.key(), part.key(), known);
      } else if (key.equals("selectors")) {
        selectors.addAll(valueReader.selectors(entry, true));
      } else if (key.equals("json")) {
        selectors.addAll(valueReader.json(entry));
      } else {
        option(entry, key);
      }
    }
    if (selectors.isEmpty() && (!part.isDate() || pattern != null) && problems.isEmpty()) {
      problems.add(field.value(), part.key() + ": `selectors` is missing");
    }
    Pattern cut = pattern;
    return cut == null
        ? selectors
        : selectors.stream()
            .<Selector>map(selector -> new RegexSelector(selector, cut, part.isMany()))
            .toList();
  }

  private void option(Node.Entry entry, String key) {
    if (key.equals("format")) {
      formats.addAll(valueReader.texts(entry));
      return;
    }
    Node.Text text = valueReader.text(entry);
    if (text == null) {
      return;
    }
    String value = text.value().strip();
    try {
      switch (key) {
        case "pattern" -> pattern = TextPattern.expression(withoutPrefix(value));
        case "locale" -> locale = new Locale.Builder().setLanguageTag(value).build();
        default -> zone = ZoneId.of(value);
      }
    } catch (IllformedLocaleException bad) {
      problems.add(text, "locale: '" + value + "' is no language tag; write it like fr or pt-BR");
    } catch (DateTimeException bad) {
      problems.add(
          text, "timezone: '" + value + "' is no time zone; write it like Europe/Paris or +01:00");
    } catch (IllegalArgumentException bad) {
      problems.add(text, part.key() + ": " + bad.getMessage());
    }
  }

  private static String withoutPrefix(String expression) {
    return expression.startsWith(TextPattern.PREFIX)
        ? expression.substring(TextPattern.PREFIX.length()).strip()
        : expression;
  }

  /** Returns how dates are written, as far as {@link #selectors} has read. */
  Dating dating() {
    List<DateTimeFormatter> compiled = new ArrayList<>();
    for (Node.Text format : formats) {
      String odd = oddLetters(format.value());
      if (!odd.isEmpty()) {
        problems.add(format, "format: '" + format.value() + "' " + odd);
        continue;
      }
      try {
        compiled.add(
            new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(format.value().strip())
                .toFormatter(locale == null ? Locale.ROOT : locale));
      } catch (IllegalArgumentException bad) {
        problems.add(
            format,
            "format: '"
                + format.value()
                + "' is no date format; write it like d MMMM yyyy HH:mm (java.time): "
                + bad.getMessage());
      }
    }
    return new Dating(compiled, locale, zone);
  }

  /** Returns which letters mean something that nobody writes a date with, or an empty text. */
  private static String oddLetters(String format) {
    String letters = QUOTED.matcher(format).replaceAll("");
    List<String> odd = new ArrayList<>();
    if (letters.contains("Y")) {
      odd.add("asks for the year of a week (Y); the calendar's is yyyy");
    }
    if (letters.contains("m") && !HOUR.matcher(letters).find()) {
      odd.add("asks for minutes without an hour (m); months are MM");
    }
    if (letters.contains("D") && letters.contains("M")) {
      odd.add("asks for the day of the year (D); the day of the month is dd");
    }
    return String.join(", and ", odd);
  }
}
