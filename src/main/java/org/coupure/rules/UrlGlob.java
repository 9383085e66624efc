package org.coupure.rules;

import com.google.re2j.Pattern;

/**
 * A pattern for URLs or their paths: a glob, in which {@code *} stands for anything within a
 * segment and {@code **} for anything, or after {@code re:} a regular expression of RE2. A glob is
 * for the whole, an expression may match a part. Immutable and thread-safe.
 */
final class UrlGlob {
  private final Pattern pattern;
  private final boolean whole;

  private UrlGlob(Pattern pattern, boolean whole) {
    this.pattern = pattern;
    this.whole = whole;
  }

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException if the regular expression is none, with what is wrong with it
   */
  static UrlGlob parse(String text) {
    if (text.startsWith(TextPattern.PREFIX)) {
      String expression = text.substring(TextPattern.PREFIX.length()).strip();
      return new UrlGlob(TextPattern.expression(expression), false);
    }
    StringBuilder expression = new StringBuilder("(?s)");
    int from = 0;
    for (int star = text.indexOf('*'); star >= 0; star = text.indexOf('*', from)) {
      boolean twice = text.startsWith("**", star);
      expression.append(Pattern.quote(text.substring(from, star))).append(twice ? ".*" : "[^/]*");
      from = star + (twice ? 2 : 1);
    }
    expression.append(Pattern.quote(text.substring(from)));
    return new UrlGlob(Pattern.compile(expression.toString()), true);
  }

  boolean fits(String url) {
    return whole ? pattern.matches(url) : pattern.matcher(url).find();
  }
}
