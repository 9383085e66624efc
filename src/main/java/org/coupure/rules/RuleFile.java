package org.coupure.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule file that was read and whose {@code match} is compiled.
 *
 * @param file its path as messages show it, such as {@code themes/tagdiv.yaml}
 * @param root its keys and values
 * @param conditions any of them makes it fit a page; all have hosts, or none has
 */
record RuleFile(String file, Node.Entries root, List<Condition> conditions) {
  RuleFile {
    conditions = List.copyOf(conditions);
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
    return new RuleFile(problems.file(), entries, conditions);
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
