package org.coupure.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coupure.date.Timestamps;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.coupure.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * A rule file that was read and whose {@code match}, {@code valid} and {@code extends} are known.
 *
 * @param file its path as messages show it, such as {@code themes/tagdiv.yaml}
 * @param root its keys and values
 * @param conditions any of them makes it fit a page; all have hosts, or none has
 * @param validity the days of capture that it is true for
 * @param bases the names of the rules that it extends, strongest first
 */
record RuleFile(
    String file,
    Node.Entries root,
    List<Condition> conditions,
    Validity validity,
    List<Node.Text> bases) {
  private static final List<String> VALID = List.of("from", "until");

  RuleFile {
    conditions = List.copyOf(conditions);
    bases = List.copyOf(bases);
  }

  /**
   * Returns the file with its conditions compiled, or null if there is no rule in it; problems say
   * what is wrong.
   */
  static @Nullable RuleFile of(Node root, Problems problems) {
    if (!(root instanceof Node.Entries entries)) {
      problems.add(
          root, "a rule is keys with values, beginning with `match:`; this is " + root.kind());
      return null;
    }
    List<Condition> conditions = new MatchParser(problems).conditions(entries);
    ValueReader valueReader = new ValueReader(problems);
    Validity validity = Validity.ALWAYS;
    List<Node.Text> bases = new ArrayList<>();
    for (Node.Entry entry : entries.entries()) {
      if (entry.key().value().equals("valid")) {
        validity = validity(entry, valueReader, problems);
      } else if (entry.key().value().equals("extends")) {
        bases.addAll(valueReader.texts(entry));
      }
    }
    return new RuleFile(problems.file(), entries, conditions, validity, bases);
  }

  /** Returns a file's text as {@link #of} does, or null if no rule can be made of it. */
  static @Nullable RuleFile read(String text, Problems problems) {
    Node root = YamlReader.read(text, problems);
    return root == null ? null : of(root, problems);
  }

  private static Validity validity(Node.Entry valid, ValueReader valueReader, Problems problems) {
    LocalDate from = null;
    LocalDate until = null;
    for (Node.Entry entry : valueReader.entries(valid)) {
      switch (entry.key().value()) {
        case "from" -> from = day(entry, valueReader, problems);
        case "until" -> until = day(entry, valueReader, problems);
        default -> valueReader.unknown(entry.key(), "valid", VALID);
      }
    }
    if (from != null && until != null && until.isBefore(from)) {
      problems.add(valid.value(), "valid: `until` is before `from`");
    }
    return new Validity(from, until);
  }

  private static @Nullable LocalDate day(
      Node.Entry entry, ValueReader valueReader, Problems problems) {
    Node.Text text = valueReader.text(entry);
    if (text == null) {
      return null;
    }
    LocalDate day = Timestamps.day(text.value().strip());
    if (day == null) {
      problems.add(text, "valid: '" + text.value() + "' is no day; write it like 2024-03-01");
    }
    return day;
  }

  /** Returns this without what was compiled already: ten thousand rules are a lot of text. */
  RuleFile withoutText() {
    Node.Entries nothing = new Node.Entries(List.of(), root.line(), root.column());
    return new RuleFile(file, nothing, conditions, validity, bases);
  }

  /** Returns the path without its ending. */
  String name() {
    return file.substring(0, file.lastIndexOf('.'));
  }

  boolean isTheme() {
    for (Condition condition : conditions) {
      if (!condition.hosts().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Returns the rule, compiled; problems say what is wrong with it. */
  Rule compile(Problems problems) {
    return new RuleParser(name(), isTheme(), problems).rule(root);
  }
}
