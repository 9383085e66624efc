package org.coupure.cli;

import java.util.regex.Pattern;

/** Makes text of pages safe for a terminal. */
final class Printable {
  /** Control characters, and marks that turn the direction of what comes behind. */
  private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\u202A-\u202E\u2066-\u2069]");

  /** The same, except for the ends of lines. */
  private static final Pattern STEERING_LINES =
      Pattern.compile("[\\p{Cc}\u202A-\u202E\u2066-\u2069&&[^\n]]");

  private Printable() {}

  /** Returns {@code text}, of several lines, with a blank for each character that would steer. */
  static String lines(String text) {
    return STEERING_LINES.matcher(text).replaceAll(" ");
  }

  /** Returns {@code text} with a blank for each character that would steer the terminal. */
  static String of(String text) {
    return STEERING.matcher(text).replaceAll(" ");
  }
}
