package org.coupure.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the word lists under {@code config/}: YAML of one shape only, two levels of keys above
 * lists of one-line strings. Its own reader of forty lines, because a general one takes longer to
 * load than everything else that cleaning one page needs, and because it knows the line of each
 * entry.
 *
 * <pre>
 * # a comment
 * certain:
 *   ad:
 *     - Publicité
 *     - "[ad_1]"
 * </pre>
 */
final class PhraseFile {
  /**
   * One line of a list.
   *
   * @param outer the key at the left margin above it
   * @param inner the key between that and the list
   * @param text the string
   * @param line the number of its line in the file, from 1
   */
  record Entry(String outer, String inner, String text, int line) {}

  private final String name;
  private final List<Entry> entries = new ArrayList<>();
  private String outer = "";
  private String inner = "";
  private int number;

  private PhraseFile(String name) {
    this.name = name;
  }

  /**
   * Returns the entries of a file in their order.
   *
   * @throws IllegalArgumentException if a line is of another shape, with the file and the line
   */
  static List<Entry> parse(String name, String yaml) {
    PhraseFile file = new PhraseFile(name);
    for (int start = 0; start < yaml.length(); ) {
      int end = yaml.indexOf('\n', start);
      end = end < 0 ? yaml.length() : end;
      file.number++;
      file.line(yaml.substring(start, end).stripTrailing());
      start = end + 1;
    }
    return file.entries;
  }

  private void line(String line) {
    String text = line.stripLeading();
    int indent = line.length() - text.length();
    if (text.isEmpty() || text.charAt(0) == '#') {
      return;
    }
    if (indent == 4 && text.startsWith("- ") && !inner.isEmpty()) {
      entries.add(new Entry(outer, inner, scalar(text.substring(2).strip()), number));
    } else if (indent == 2 && isKey(text) && !outer.isEmpty()) {
      inner = text.substring(0, text.length() - 1);
    } else if (indent == 0 && isKey(text)) {
      outer = text.substring(0, text.length() - 1);
      inner = "";
    } else {
      throw wrong("expected 'key:', '  key:' or '    - phrase' but was '" + line + "'");
    }
  }

  private static boolean isKey(String text) {
    if (!text.endsWith(":")) {
      return false;
    }
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z') && c != '-' && c != '_') {
        return false;
      }
    }
    return text.length() > 1;
  }

  private String scalar(String text) {
    if (text.startsWith("\"")) {
      boolean closed = text.length() > 1 && text.indexOf('"', 1) == text.length() - 1;
      if (!closed || text.indexOf('\\') >= 0) {
        throw wrong("a quoted phrase ends with its only other quote and has no backslash: " + text);
      }
      return text.substring(1, text.length() - 1);
    }
    // What YAML would read as something else than this very string has to be quoted.
    boolean special = text.isEmpty() || "[]{}&*!|>'%@`#,?:-".indexOf(text.charAt(0)) >= 0;
    if (special || text.contains(": ") || text.contains(" #") || text.endsWith(":")) {
      throw wrong("put this phrase in double quotes: " + text);
    }
    return text;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(name + ":" + number + ": " + what);
  }
}
