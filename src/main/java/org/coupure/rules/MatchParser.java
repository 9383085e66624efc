package org.coupure.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code match}: one set of marks, all of which a page must show, or a list of such sets, any
 * of which will do.
 */
final class MatchParser {
  private static final List<String> KEYS =
      List.of(
          "hosts",
          "classes",
          "all-classes",
          "without-classes",
          "body-classes",
          "generator",
          "selector");

  private final Problems problems;
  private final Values values;

  MatchParser(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  List<Condition> conditions(Node.Entries root) {
    Node match = find(root, "match");
    if (match == null) {
      problems.add(root, "`match` is missing; say for which hosts or marks this rule is");
      return List.of();
    }
    List<Node> nodes = match instanceof Node.Items list ? list.items() : List.of(match);
    List<Condition> conditions = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Node.Entries entries) {
        conditions.add(condition(entries));
      } else {
        problems.add(node, "match: keys with values are wanted, and this is " + node.kind());
      }
    }
    refuseMixture(match, conditions);
    return conditions;
  }

  private void refuseMixture(Node match, List<Condition> conditions) {
    int themes = 0;
    for (Condition condition : conditions) {
      themes += condition.hosts().isEmpty() ? 1 : 0;
    }
    if (themes != 0 && themes != conditions.size()) {
      problems.add(match, "match: either all of the list has `hosts`, or none");
    }
  }

  private static @Nullable Node find(Node.Entries root, String key) {
    for (Node.Entry entry : root.entries()) {
      if (entry.key().value().equals(key)) {
        return entry.value();
      }
    }
    return null;
  }

  private Condition condition(Node.Entries entries) {
    Set<String> hosts = Set.of();
    List<Mark> marks = new ArrayList<>();
    List<Mark> searches = new ArrayList<>();
    for (Node.Entry entry : entries.entries()) {
      String key = entry.key().value();
      switch (key) {
        case "hosts" -> hosts = hosts(entry);
        case "classes" -> marks.add(new Mark.AnyClass(values.words(entry)));
        case "all-classes" -> marks.add(new Mark.AllClasses(values.words(entry)));
        case "without-classes" -> marks.add(new Mark.NoClass(values.words(entry)));
        case "body-classes" -> marks.add(bodyClass(values.words(entry)));
        case "generator" -> marks.add(generator(values.words(entry)));
        case "selector" -> {
          for (Selector selector : values.selectors(entry, false)) {
            searches.add(new Mark.Shows(selector));
          }
        }
        default ->
            problems.add(entry.key(), "match: unknown key `" + key + "`" + Nearest.hint(key, KEYS));
      }
    }
    refuseVague(entries, hosts, marks);
    marks.addAll(searches);
    return new Condition(hosts, marks);
  }

  private void refuseVague(Node.Entries entries, Set<String> hosts, List<Mark> marks) {
    boolean vague = hosts.isEmpty() && find(entries, "hosts") == null;
    for (Mark mark : marks) {
      vague &= mark instanceof Mark.NoClass;
    }
    if (vague) {
      problems.add(
          entries,
          "match: needs `hosts`, `classes`, `all-classes`, `body-classes` or `generator`,"
              + " so that other pages are told apart without searching them");
    }
  }

  private Set<String> hosts(Node.Entry entry) {
    Set<String> hosts = new LinkedHashSet<>();
    for (Node.Text text : values.texts(entry)) {
      String host = Hosts.normal(text.value().strip());
      if (host == null || host.startsWith(".") || !host.contains(".")) {
        problems.add(
            text,
            "hosts: '" + text.value() + "' is not a host name; write it like news.example.org");
      } else {
        hosts.add(host);
      }
    }
    return hosts;
  }

  private static Mark bodyClass(Set<String> words) {
    Set<String> names = new LinkedHashSet<>();
    List<String> prefixes = new ArrayList<>();
    for (String word : words) {
      if (word.endsWith("*")) {
        prefixes.add(word.substring(0, word.length() - 1));
      } else {
        names.add(word);
      }
    }
    return new Mark.BodyClass(names, prefixes);
  }

  private static Mark generator(Set<String> words) {
    Set<String> parts = new LinkedHashSet<>();
    for (String word : words) {
      parts.add(word.toLowerCase(Locale.ROOT));
    }
    return new Mark.Generator(parts);
  }
}
