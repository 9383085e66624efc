package org.coupure.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes YAML in block style that reads well and means what was given. Every method writes whole
 * lines; {@code indent} counts the blanks before them. Not thread-safe.
 */
public final class YamlWriter {
  /** Plain scalars that no YAML reader takes for another type. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z.](?:[A-Za-z0-9_.@/>~^$*=-]|\\[|\\]|:(?! )|(?<! ) (?! ))*(?<![ :])");

  /** What ends a value inside of {@code [a, b]}. */
  private static final Pattern FLOW_SIGN = Pattern.compile("[\\[\\]{},:]");

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[^\\x09\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final StringBuilder yaml = new StringBuilder();
  private final boolean alwaysQuoted;

  private YamlWriter(boolean alwaysQuoted) {
    this.alwaysQuoted = alwaysQuoted;
  }

  /** Returns a writer that quotes a text only where YAML or a reader would take it wrong. */
  public static YamlWriter plain() {
    return new YamlWriter(false);
  }

  /**
   * Returns a writer that quotes every text, so that no program reads one as a number, a date or a
   * truth value.
   */
  public static YamlWriter quoted() {
    return new YamlWriter(true);
  }

  /** Writes a comment of one line; what cannot be printed becomes a question mark. */
  public YamlWriter comment(String text) {
    yaml.append("# ").append(UNPRINTABLE.matcher(text).replaceAll("?")).append('\n');
    return this;
  }

  /** Adds a comment to the end of the line written last. */
  public YamlWriter note(String text) {
    yaml.setLength(yaml.length() - 1);
    yaml.append("  ");
    return comment(text);
  }

  /** Begins a key whose values follow on lines of their own. */
  public YamlWriter key(int indent, String key) {
    yaml.append(" ".repeat(indent)).append(key).append(":\n");
    return this;
  }

  /** Writes a key with one text. */
  public YamlWriter entry(int indent, String key, String value) {
    return bare(indent, key, own(value));
  }

  /** Writes a key with a number, a day or a time, which must not be quoted. */
  public YamlWriter bare(int indent, String key, Object value) {
    yaml.append(" ".repeat(indent)).append(key).append(": ").append(value).append('\n');
    return this;
  }

  /** Writes a key with its texts as a list, one a line; nothing when there are none. */
  public YamlWriter block(int indent, String key, Collection<String> values) {
    if (!values.isEmpty()) {
      key(indent, key);
      values.forEach(value -> item(indent + 2, value));
    }
    return this;
  }

  /** Writes a key with its texts, a single one on the key's line; nothing when there are none. */
  public YamlWriter list(int indent, String key, List<String> values) {
    return values.size() == 1 ? entry(indent, key, values.get(0)) : block(indent, key, values);
  }

  /** Writes a key with its texts as {@code [a, b]} on one line. */
  public YamlWriter flow(int indent, String key, Collection<String> values) {
    return bare(indent, key, flow(values));
  }

  /** Writes one text as an item of a list. */
  public YamlWriter item(int indent, String value) {
    yaml.append(" ".repeat(indent)).append("- ").append(own(value)).append('\n');
    return this;
  }

  /** Writes an item of a list that is keys with texts; keys without texts are left out. */
  public YamlWriter item(int indent, Map<String, List<String>> entries) {
    int start = yaml.length() + indent;
    entries.forEach((key, values) -> list(indent + 2, key, values));
    if (yaml.length() > start) {
      yaml.setCharAt(start, '-');
    }
    return this;
  }

  private String own(String value) {
    return alwaysQuoted ? escaped(value) : scalar(value);
  }

  /** Returns {@code value} as it may stand behind a key or a dash, quoted where that is needed. */
  public static String scalar(String value) {
    return PLAIN.matcher(value).matches() ? value : singleQuoted(value);
  }

  /** Returns {@code values} as a list on one line. */
  public static String flow(Collection<String> values) {
    return values.stream()
        .map(value -> FLOW_SIGN.matcher(value).find() ? singleQuoted(value) : scalar(value))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String singleQuoted(String value) {
    return UNPRINTABLE.matcher(value).find()
        ? escaped(value)
        : "'" + value.replace("'", "''") + "'";
  }

  /** Returns the double-quoted scalar of YAML 1.2, 7.3.1. */
  private static String escaped(String value) {
    StringBuilder text = new StringBuilder("\"");
    value.codePoints().forEach(c -> escaped(text, c));
    return text.append('"').toString();
  }

  private static void escaped(StringBuilder text, int c) {
    if (c == '"' || c == '\\') {
      text.append('\\').append((char) c);
    } else if (mustBeEscaped(c)) {
      text.append(String.format(Locale.ROOT, "\\u%04x", c));
    } else {
      text.appendCodePoint(c);
    }
  }

  /** What YAML does not print (5.1) or takes for a line break in older versions. */
  private static boolean mustBeEscaped(int c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || c == '\uFEFF'
        || c == '\uFFFE'
        || c == '\uFFFF'
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** Returns what was written. */
  @Override
  public String toString() {
    return yaml.toString();
  }
}
