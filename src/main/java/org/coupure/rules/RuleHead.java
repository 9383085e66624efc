package org.coupure.rules;

import java.util.HashSet;
import java.util.Set;

/**
 * The part of a rule file that tells which pages it is for: the lines of {@code match}, {@code
 * extends} and {@code valid}. It is cut out by looking at the first column alone, which takes a
 * tenth of the time that reading all of the YAML does.
 */
final class RuleHead {
  private static final Set<String> KEPT = Set.of("match", "extends", "valid");
  private static final Set<String> KNOWN = Set.copyOf(RuleParser.KEYS);

  private final String text;
  private final StringBuilder head = new StringBuilder();
  private final Set<String> seen = new HashSet<>();
  private boolean keeping;

  private RuleHead(String text) {
    this.text = text;
  }

  /**
   * Returns a file's text with its other lines left empty, so that line numbers stay as they are. A
   * file that is not laid out plainly, a known key with its value at a time, comes back whole.
   */
  static String of(String text) {
    RuleHead head = new RuleHead(text);
    return head.isPlain() ? head.head.toString() : text;
  }

  private boolean isPlain() {
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      if (!take(start, next)) {
        return false;
      }
      start = next;
    }
    return true;
  }

  /** Returns whether a line is one that is understood here. */
  private boolean take(int start, int next) {
    // What is indented, and a list that is not, belongs to the key above.
    if (" #\r\n".indexOf(text.charAt(start)) < 0 && !text.startsWith("- ", start)) {
      int colon = text.indexOf(':', start);
      String key = colon < 0 || colon >= next ? "" : text.substring(start, colon);
      boolean ends = colon + 1 == next || " \r\n".indexOf(text.charAt(colon + 1)) >= 0;
      // A key that comes twice may be a line of a longer text.
      if (!KNOWN.contains(key) || !ends || !seen.add(key) || opens(colon + 1, next)) {
        return false;
      }
      keeping = KEPT.contains(key);
    }
    if (keeping) {
      head.append(text, start, next);
    } else {
      head.append('\n');
    }
    return true;
  }

  /** Returns whether quotes or brackets begin after a key and may end on another line. */
  private boolean opens(int from, int to) {
    String value = text.substring(from, to).strip();
    if (value.isEmpty() || "\"'[{".indexOf(value.charAt(0)) < 0) {
      return false;
    }
    char last = value.charAt(value.length() - 1);
    return value.length() == 1 || last != "\"']}".charAt("\"'[{".indexOf(value.charAt(0)));
  }
}
