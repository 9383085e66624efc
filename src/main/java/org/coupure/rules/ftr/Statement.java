package org.coupure.rules.ftr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of a site file that says something: {@code key: value} or {@code key(argument): value}.
 *
 * @param line its number, from 1
 * @param key in lower case; empty where the line has none
 * @param argument what stands in brackets behind the key, as it is written; empty without
 * @param value without white space at its ends; may be empty
 */
record Statement(int line, String key, String argument, String value) {
  /** Returns the statements of a file, in its order; comments and blank lines are none. */
  static List<Statement> read(String text) {
    List<Statement> statements = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String plain = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      plain = plain.strip();
      if (!plain.isEmpty() && !plain.startsWith("#")) {
        statements.add(of(number, plain));
      }
    }
    return statements;
  }

  private static Statement of(int number, String line) {
    int colon = line.indexOf(':');
    int open = line.indexOf('(');
    // What is to be found may itself have a colon; the brackets end at the last "):".
    int close = open >= 0 && (colon < 0 || open < colon) ? line.lastIndexOf("):") : -1;
    if (close > open) {
      String argument = line.substring(open + 1, close);
      return new Statement(
          number, key(line.substring(0, open)), argument, line.substring(close + 2).strip());
    }
    return colon < 0
        ? new Statement(number, "", "", line)
        : new Statement(
            number, key(line.substring(0, colon)), "", line.substring(colon + 1).strip());
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
