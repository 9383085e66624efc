package org.coupure.rules;

/**
 * One thing that a rule says, of its own or from what it extends.
 *
 * @param key the key, such as {@code remove}
 * @param what the selector, text or value
 * @param where the file and line that say it, such as {@code site.yaml:7}; empty when that is not
 *     known
 */
public record RuleStatement(String key, String what, String where) {
  /** Returns what stands in a place such as {@code site.yaml:7 .ad}. */
  static RuleStatement of(String key, String where) {
    int blank = where.indexOf(' ');
    return new RuleStatement(key, where.substring(blank + 1), where.substring(0, blank));
  }
}
