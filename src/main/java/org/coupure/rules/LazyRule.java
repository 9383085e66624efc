package org.coupure.rules;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coupure.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A rule on the shelf: its conditions are compiled, the rest once, when the first page asks for it.
 * Thread-safe once its bases are known.
 */
final class LazyRule {
  private final RuleFile file;
  private List<LazyRule> bases = List.of();
  private @Nullable String text;
  private volatile @Nullable Rule rule;

  private LazyRule(RuleFile file, @Nullable String text, @Nullable Rule rule) {
    this.file = file;
    this.text = text;
    this.rule = rule;
  }

  /** Returns an entry for a rule that is known to be good and is compiled when it is needed. */
  static LazyRule later(RuleFile file) {
    return new LazyRule(file, null, null);
  }

  /** Returns an entry for a rule that was compiled; with what it extends it will be once more. */
  static LazyRule of(RuleFile file, Rule rule) {
    return file.bases().isEmpty()
        ? new LazyRule(file.withoutText(), null, rule)
        : new LazyRule(file, null, null);
  }

  /**
   * Returns an entry for a rule that is not checked yet.
   *
   * @param file what is known of it: which pages it is for
   * @param text all that stands in the file
   */
  static LazyRule unread(RuleFile file, String text) {
    return new LazyRule(file.withoutText(), text, null);
  }

  String name() {
    return file.name();
  }

  RuleFile file() {
    return file;
  }

  /** Sets what the rule extends, strongest first; before it is asked for. */
  void bases(List<LazyRule> found) {
    bases = List.copyOf(found);
  }

  List<LazyRule> bases() {
    return bases;
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

  /** Returns whether some way to fit {@code host} asks for nothing else. */
  boolean isForAllOf(String host) {
    for (Condition condition : file.conditions()) {
      if (condition.isFor(host, host) && condition.marks().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether a page fits.
   *
   * @param host the page's host; null for themes
   * @param name which of the rule's hosts led here; null for themes
   */
  boolean fits(
      PageMarks page, @Nullable Instant captured, @Nullable String host, @Nullable String name) {
    if (!file.validity().holds(captured)) {
      return false;
    }
    for (Condition condition : file.conditions()) {
      boolean here = host == null || name == null || condition.isFor(host, name);
      if (here && condition.shownBy(page)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a URL fits before there is a page of it. */
  boolean fitsUrl(String url, String host, String name) {
    for (Condition condition : file.conditions()) {
      if (condition.isFor(host, name) && condition.shownByUrl(url)) {
        return file.validity().holds(null);
      }
    }
    return false;
  }

  /** Returns the rule with what it extends; one with mistakes says nothing but what they are. */
  Rule rule() {
    Rule compiled = rule;
    return compiled == null ? compile() : compiled;
  }

  /** What it extends is compiled with it: no two wait for each other, for circles are refused. */
  private synchronized Rule compile() {
    Rule compiled = rule;
    if (compiled == null) {
      compiled = text == null ? good() : read(text);
      for (LazyRule base : bases) {
        compiled = compiled.extending(base.rule());
      }
      rule = compiled;
      text = null;
    }
    return compiled;
  }

  private Rule good() {
    Problems problems = new Problems(file.file(), "");
    Rule good = file.compile(problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", problems.messages()));
    }
    return good;
  }

  private Rule read(String yaml) {
    Problems problems = new Problems(file.file(), yaml);
    RuleFile whole = RuleFile.read(yaml, problems);
    Rule read = whole == null ? null : whole.compile(problems);
    return read != null && problems.isEmpty()
        ? read
        : Rule.faulty(name(), isTheme(), problems.summary());
  }
}
