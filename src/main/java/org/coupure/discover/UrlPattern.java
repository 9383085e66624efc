package org.coupure.discover;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Which URLs are wanted, written as in robots.txt: {@code /politique/} is what a path begins with,
 * {@code *} any characters, {@code $} the end; what does not begin with a slash may stand anywhere
 * behind {@code ://}. After {@code regex:} stands a regular expression that is searched in the
 * whole URL; it takes linear time. Immutable and thread-safe.
 */
public final class UrlPattern {
  private static final String REGEX = "regex:";

  private final String source;
  private final Pattern pattern;

  private UrlPattern(String source, Pattern pattern) {
    this.source = source;
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static UrlPattern parse(String text) {
    String clean = text.strip();
    if (clean.isEmpty()) {
      throw new IllegalArgumentException("the pattern is empty, so it would fit every URL");
    }
    if (!clean.startsWith(REGEX)) {
      return new UrlPattern(clean, Pattern.compile(glob(clean)));
    }
    try {
      String regex = clean.substring(REGEX.length()).strip();
      return new UrlPattern(clean, Pattern.compile(regex));
    } catch (PatternSyntaxException bad) {
      throw new IllegalArgumentException(
          "not a regular expression: " + bad.getDescription() + ": " + bad.getPattern(), bad);
    }
  }

  private static String glob(String text) {
    boolean end = text.endsWith("$");
    String body = end ? text.substring(0, text.length() - 1) : text;
    StringBuilder regex = new StringBuilder("(?s)^[^:]*://");
    regex.append(body.startsWith("/") ? "[^/?]*" : ".*");
    String separator = "";
    for (String part : body.split("\\*", -1)) {
      regex.append(separator).append(part.isEmpty() ? "" : Pattern.quote(part));
      separator = ".*";
    }
    return regex.append(end ? "$" : "").toString();
  }

  /** Returns whether {@code URL} fits. */
  public boolean matches(String url) {
    return pattern.matcher(url).find();
  }

  /** Returns the pattern as it was written. */
  @Override
  public String toString() {
    return source;
  }
}
