package org.coupure.rules.ftr;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a rule as YAML that reads well and means what was given. Not thread-safe. */
final class RuleYaml {
  /** What YAML takes as it stands, and nobody takes for something else. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z.](?:[A-Za-z0-9_.@/>~^$=-]|\\[|\\]|:(?! )|(?<! ) (?! ))*(?<![ :])");

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[^\\x09\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final StringBuilder yaml = new StringBuilder();

  RuleYaml comment(String text) {
    yaml.append("# ").append(UNPRINTABLE.matcher(text).replaceAll("?")).append('\n');
    return this;
  }

  /** Begins a key whose values follow, deeper by {@code indent} blanks. */
  RuleYaml key(int indent, String key) {
    yaml.append(" ".repeat(indent)).append(key).append(":\n");
    return this;
  }

  RuleYaml entry(int indent, String key, String value) {
    yaml.append(" ".repeat(indent)).append(key).append(": ").append(scalar(value)).append('\n');
    return this;
  }

  /** Writes a key with its values, one of them on the key's line; nothing when there are none. */
  RuleYaml list(int indent, String key, List<String> values) {
    if (values.size() == 1) {
      return entry(indent, key, values.get(0));
    }
    if (!values.isEmpty()) {
      key(indent, key);
      values.forEach(value -> item(indent + 2, scalar(value)));
    }
    return this;
  }

  private void item(int indent, String text) {
    yaml.append(" ".repeat(indent)).append("- ").append(text).append('\n');
  }

  /** Writes an item of a list that is keys with values. */
  RuleYaml item(int indent, Map<String, List<String>> entries) {
    boolean begun = false;
    for (Map.Entry<String, List<String>> entry : entries.entrySet()) {
      int start = yaml.length() + indent;
      list(indent + 2, entry.getKey(), entry.getValue());
      if (!begun) {
        yaml.setCharAt(start, '-');
        begun = true;
      }
    }
    return this;
  }

  private static String scalar(String value) {
    if (UNPRINTABLE.matcher(value).find()) {
      return escaped(value);
    }
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "''") + "'";
  }

  private static String escaped(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        text.append(c);
      } else {
        text.append("\\u").append(String.format(Locale.ROOT, "%04X", (int) c));
      }
    }
    return text.append('"').toString();
  }

  @Override
  public String toString() {
    return yaml.toString();
  }
}
