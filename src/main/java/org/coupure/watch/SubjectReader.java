package org.coupure.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coupure.discover.Filter;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.jspecify.annotations.Nullable;

/** Reads the subjects of a configuration file. */
final class SubjectReader {
  static final List<String> KEYS =
      List.of("name", "query", "languages", "sources", "since", "to", "notify");

  private final Problems problems;

  SubjectReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Returns the subjects.
   *
   * @param known the names of the configuration's sources, or null where there are none to name
   */
  List<Subject> subjects(Section top, @Nullable Set<String> known) {
    List<Subject> subjects = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node node : top.nodes("subjects")) {
      Section section = new Section(node, "a subject", KEYS, problems);
      String name = section.text("name");
      if (name == null) {
        if (!section.has("name") && !section.isMisspelt("name")) {
          section.problem("name", "a subject needs a `name`");
        }
        continue;
      }
      if (!names.add(name)) {
        problems.add(node, "there are two subjects called `" + name + "`; rename one");
      }
      Set<String> sources = Set.copyOf(section.texts("sources"));
      if (known != null) {
        section.requireKnown("sources", known, "source");
      }
      Filter filter = SourceReader.filter(section, Filter.NONE);
      subjects.add(new Subject(name, sources, filter, SourceReader.maxAge(section, null)));
    }
    return subjects;
  }
}
