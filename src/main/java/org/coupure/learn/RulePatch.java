package org.coupure.learn;

import java.util.ArrayList;
import java.util.List;
import org.coupure.learn.RuleState.Change;
import org.coupure.yaml.YamlWriter;

/**
 * Writes changes into a rule's text and leaves all else as its author wrote it, comments included.
 */
public final class RulePatch {
  private RulePatch() {}

  /**
   * Returns the text of a rule with {@code changes} made; a change whose place is not plain to see
   * is left out.
   *
   * @param yaml the text of the file that the changes' places name
   */
  public static String apply(String yaml, List<Change> changes) {
    List<String> lines = new ArrayList<>(yaml.lines().toList());
    // From the end, so that the lines before stay where they are.
    changes.stream()
        .sorted((a, b) -> line(b) - line(a))
        .forEach(change -> apply(lines, line(change) - 1, change));
    return String.join("\n", lines) + "\n";
  }

  private static int line(Change change) {
    String where = change.said().where();
    String number = where.substring(where.lastIndexOf(':') + 1);
    return number.matches("\\d{1,7}") ? Integer.parseInt(number) : 0;
  }

  private static void apply(List<String> lines, int at, Change change) {
    if (at < 0 || at >= lines.size()) {
      return;
    }
    String line = lines.get(at);
    String old = written(line, change.said().what());
    if (old.isEmpty()) {
      return;
    }
    if (line.strip().startsWith("- ") && line.indexOf('[') != line.indexOf("- ") + 2) {
      lines.remove(at);
      for (int i = change.now().size() - 1; i >= 0; i--) {
        lines.add(at, line.replace(old, YamlWriter.scalar(change.now().get(i))));
      }
      return;
    }
    boolean inList = line.substring(0, line.indexOf(old)).contains("[");
    String list = YamlWriter.flow(change.now());
    boolean alone = !inList && change.now().size() == 1;
    String now = alone ? YamlWriter.scalar(change.now().get(0)) : list;
    lines.set(at, line.replace(old, inList ? list.substring(1, list.length() - 1) : now));
  }

  /** Returns the selector as it stands in the line, with its quotes; empty when it does not. */
  private static String written(String line, String what) {
    for (String form : List.of("'" + what.replace("'", "''") + "'", "\"" + what + "\"", what)) {
      if (line.contains(form)) {
        return form;
      }
    }
    return "";
  }
}
