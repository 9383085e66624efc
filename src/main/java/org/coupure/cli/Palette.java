package org.coupure.cli;

import java.util.Map;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/**
 * Colours for a terminal, or none. Immutable.
 *
 * @param on whether escape sequences are written
 */
record Palette(boolean on) {
  private static final char ESCAPE = '\u001B';

  /**
   * Returns colours as {@code --color}, else {@code NO_COLOR}, else {@code CLICOLOR_FORCE} or
   * {@code FORCE_COLOR}, else the stream says.
   *
   * @param choice what was asked for: {@code auto}, {@code always} or {@code never}
   * @param shown whether the stream is a terminal
   */
  static Palette of(String choice, boolean shown, Map<String, String> environment)
      throws UsageException {
    return switch (choice) {
      case "always" -> new Palette(true);
      case "never" -> new Palette(false);
      case "auto" -> new Palette(wanted(shown, environment));
      default ->
          throw new UsageException("--color wants auto, always or never, not \"" + choice + "\".");
    };
  }

  static Option option() {
    return OptionValues.option(
        null, "color", "WHEN", "auto, always or never; NO_COLOR is respected");
  }

  private static boolean wanted(boolean shown, Map<String, String> environment) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    if (isSet(environment.get("CLICOLOR_FORCE")) || isSet(environment.get("FORCE_COLOR"))) {
      return true;
    }
    return shown && !"dumb".equals(environment.get("TERM"));
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isEmpty() && !value.equals("0");
  }

  String bold(String text) {
    return paint("1", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  String red(String text) {
    return paint("31", text);
  }

  String green(String text) {
    return paint("32", text);
  }

  String yellow(String text) {
    return paint("33", text);
  }

  String cyan(String text) {
    return paint("36", text);
  }

  private String paint(String code, String text) {
    return on && !text.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
  }
}
