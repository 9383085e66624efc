package org.coupure.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import org.coupure.text.Whitespace;
import org.jspecify.annotations.Nullable;

/**
 * A text, or after {@code re:} a regular expression in RE2's syntax, whose time is linear in the
 * text whatever was written. Immutable and thread-safe.
 */
final class TextPattern {
  /** The prefix of a regular expression in a rule. */
  static final String PREFIX = "re:";

  private final String source;
  private final @Nullable Pattern pattern;
  private final String words;

  private TextPattern(String source, @Nullable Pattern pattern) {
    this.source = source;
    this.pattern = pattern;
    this.words = key(source);
  }

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException if the regular expression is none, with what is wrong with it
   */
  static TextPattern parse(String text) {
    return text.startsWith(PREFIX)
        ? new TextPattern(text, expression(text.substring(PREFIX.length()).strip()))
        : new TextPattern(text, null);
  }

  /**
   * Compiles a regular expression, given without its prefix.
   *
   * @throws IllegalArgumentException if it is none, with what is wrong with it
   */
  static Pattern expression(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException bad) {
      throw new IllegalArgumentException(
          "bad expression '" + text + "': " + bad.getDescription() + hint(bad), bad);
    }
  }

  /** RE2 knows neither, because they are what makes other engines run for ever. */
  private static String hint(PatternSyntaxException bad) {
    String part = String.valueOf(bad.getPattern());
    boolean unknown =
        part.startsWith("(?=") || part.startsWith("(?!") || part.startsWith("(?<") || isBack(part);
    return unknown ? "; expressions are RE2's, without look-around and back-references" : "";
  }

  private static boolean isBack(String part) {
    return part.length() == 2 && part.charAt(0) == '\\' && Character.isDigit(part.charAt(1));
  }

  /** Returns whether {@code text} is this text, case aside, or holds a match of the expression. */
  boolean fits(String text) {
    return pattern == null ? key(text).equals(words) : pattern.matcher(text).find();
  }

  /** Returns {@code text} with every match replaced; {@code with} is taken as it is. */
  String replacedIn(String text, String with) {
    if (pattern == null) {
      return text.replace(source, with);
    }
    com.google.re2j.Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? matcher.reset().replaceAll(com.google.re2j.Matcher.quoteReplacement(with))
        : text;
  }

  private static String key(String text) {
    return Whitespace.fold(text).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return source;
  }
}
