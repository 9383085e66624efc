package org.coupure.rules;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule on the shelf: its conditions are compiled, the rest of a bundled one only when the first
 * page asks for it. Thread-safe; two threads may compile the same rule at the same time, to the
 * same effect.
 */
final class BookEntry {
  private final RuleFile file;
  private volatile @Nullable Rule rule;
  private volatile @Nullable Rule withoutContent;

  private BookEntry(RuleFile file, @Nullable Rule rule) {
    this.file = file;
    this.rule = rule;
  }

  /** Returns an entry for a rule that is known to be good and is compiled when it is needed. */
  static BookEntry later(RuleFile file) {
    return new BookEntry(file, null);
  }

  static BookEntry of(RuleFile file, Rule rule) {
    return new BookEntry(file, rule);
  }

  String name() {
    return file.name();
  }

  boolean isTheme() {
    return file.isTheme();
  }

  Set<String> hosts() {
    Set<String> hosts = new HashSet<>();
    for (Condition condition : file.conditions()) {
      hosts.addAll(condition.hosts());
    }
    return hosts;
  }

  /** Returns whether the page fits, given which of the rule's hosts it is of, null for themes. */
  boolean fits(PageMarks page, @Nullable String host) {
    for (Condition condition : file.conditions()) {
      boolean here = host == null || condition.hosts().contains(host);
      if (here && condition.shownBy(page)) {
        return true;
      }
    }
    return false;
  }

  Rule rule() {
    Rule compiled = rule;
    if (compiled == null) {
      Problems problems = new Problems(file.file(), "");
      compiled = file.compile(problems);
      if (!problems.isEmpty()) {
        throw new IllegalStateException(String.join("\n", problems.messages()));
      }
      rule = compiled;
    }
    return compiled;
  }

  Rule withoutContent() {
    Rule bare = withoutContent;
    if (bare == null) {
      bare = rule().withoutContent();
      withoutContent = bare;
    }
    return bare;
  }
}
