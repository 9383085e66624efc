package org.coupure.source;

import java.util.regex.Pattern;

/**
 * A pattern of paths as shells have it: {@code *} and {@code ?} within one name, {@code **} over
 * any number of folders (also none), {@code [a-z]}, {@code [!a-z]} and {@code {a,b}}. Hand-made,
 * because the platform's own reads {@code **}{@code /x} as at least one folder. Immutable.
 */
final class Glob {
  private static final String SPECIAL = "*?[{";

  private final String base;
  private final Pattern pattern;

  private Glob(String base, Pattern pattern) {
    this.base = base;
    this.pattern = pattern;
  }

  /** Returns whether {@code operand} holds any of the pattern's characters. */
  static boolean isGlob(String operand) {
    return operand.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
  }

  /**
   * @throws IllegalArgumentException when a bracket or brace is not closed
   */
  static Glob parse(String operand) {
    int special = 0;
    while (SPECIAL.indexOf(operand.charAt(special)) < 0) {
      special++;
    }
    int slash = operand.lastIndexOf('/', special);
    return new Glob(
        operand.substring(0, slash + 1), Pattern.compile(regex(operand.substring(slash + 1))));
  }

  /** Returns the folder in front of the pattern, with its slash; empty for the working folder. */
  String base() {
    return base;
  }

  /** Returns whether {@code path}, relative to {@link #base()}, matches. */
  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    int braces = 0;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        regex.append("(?:[^/]+/)*");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '[') {
        i = set(glob, i, regex);
      } else if (c == '{') {
        braces++;
        regex.append("(?:");
      } else if (c == '}' && braces > 0) {
        braces--;
        regex.append(')');
      } else if (c == ',' && braces > 0) {
        regex.append('|');
      } else {
        regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
      }
    }
    if (braces > 0) {
      throw new IllegalArgumentException("expected '}' in the pattern '" + glob + "'");
    }
    return regex.toString();
  }

  /** Appends the set that begins at {@code open} and returns where it ends. */
  private static int set(String glob, int open, StringBuilder regex) {
    int from = open + 1;
    boolean negated =
        from < glob.length() && (glob.charAt(from) == '!' || glob.charAt(from) == '^');
    int close = glob.indexOf(']', negated ? from + 2 : from + 1);
    if (close < 0) {
      throw new IllegalArgumentException("expected ']' in the pattern '" + glob + "'");
    }
    String members = glob.substring(negated ? from + 1 : from, close);
    regex.append(negated ? "[^/" : "[");
    regex.append(
        members.replace("\\", "\\\\").replace("[", "\\[").replace("&", "\\&").replace("^", "\\^"));
    regex.append(']');
    return close;
  }
}
