package org.coupure.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.coupure.yaml.Nearest;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code match}: one set of marks, all of which a page must show, or a list of such sets, any
 * of which will do.
 */
final class MatchParser {
  private static final List<String> KEYS =
      List.of(
          "hosts",
          "paths",
          "urls",
          "languages",
          "classes",
          "all-classes",
          "without-classes",
          "body-classes",
          "generator",
          "selector");

  /** The prefix of a host that means only its subdomains. */
  private static final String BELOW = "*.";

  private final Problems problems;
  private final ValueReader valueReader;

  MatchParser(Problems problems) {
    this.problems = problems;
    this.valueReader = new ValueReader(problems);
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
    Set<String> below = new LinkedHashSet<>();
    List<PageCondition> marks = new ArrayList<>();
    List<PageCondition> searches = new ArrayList<>();
    for (Node.Entry entry : entries.entries()) {
      String key = entry.key().value();
      switch (key) {
        case "hosts" -> hosts = hosts(entry, below);
        case "paths" -> marks.add(new PageCondition.UrlMatches(urls(entry, true), true));
        case "urls" -> marks.add(new PageCondition.UrlMatches(urls(entry, false), false));
        case "languages" -> marks.add(languages(valueReader.words(entry)));
        case "classes" -> marks.add(new PageCondition.AnyClass(classes(entry)));
        case "all-classes" -> marks.add(new PageCondition.AllClasses(classes(entry)));
        case "without-classes" -> marks.add(new PageCondition.NoClass(classes(entry)));
        case "body-classes" -> marks.add(bodyClass(valueReader.words(entry)));
        case "generator" -> marks.add(generator(valueReader.words(entry)));
        case "selector" -> {
          for (Selector selector : valueReader.selectors(entry, false)) {
            searches.add(new PageCondition.Shows(selector));
          }
        }
        default ->
            problems.add(entry.key(), "match: unknown key `" + key + "`" + Nearest.hint(key, KEYS));
      }
    }
    refuseVague(entries, hosts, marks);
    marks.addAll(searches);
    return new Condition(hosts, below, marks);
  }

  /** In a list, which is walked sooner than a set. */
  private List<String> classes(Node.Entry entry) {
    return List.copyOf(valueReader.words(entry));
  }

  private void refuseVague(Node.Entries entries, Set<String> hosts, List<PageCondition> marks) {
    boolean vague = hosts.isEmpty() && find(entries, "hosts") == null;
    for (PageCondition mark : marks) {
      vague &= isVague(mark);
    }
    if (vague) {
      problems.add(
          entries,
          "match: needs `hosts`, `classes`, `all-classes`, `body-classes` or `generator`,"
              + " so that other pages are told apart without searching them");
    }
  }

  /** Most pages are without this class, in this language, and some URL looks like this. */
  private static boolean isVague(PageCondition mark) {
    return mark instanceof PageCondition.NoClass
        || mark instanceof PageCondition.Language
        || mark instanceof PageCondition.UrlMatches;
  }

  private Set<String> hosts(Node.Entry entry, Set<String> below) {
    Set<String> hosts = new LinkedHashSet<>();
    for (Node.Text text : valueReader.texts(entry)) {
      String word = text.value().strip();
      boolean onlyBelow = word.startsWith(BELOW);
      String host = host(text, onlyBelow ? word.substring(BELOW.length()) : word);
      if (host != null && hosts.add(host) && onlyBelow) {
        below.add(host);
      } else if (host != null && !onlyBelow) {
        below.remove(host);
      }
    }
    return hosts;
  }

  private @Nullable String host(Node.Text text, String word) {
    String host = Url.normalHost(word);
    if (host == null || host.startsWith(".") || !host.contains(".")) {
      problems.add(
          text, "hosts: '" + text.value() + "' is not a host name; write it like news.example.org");
      return null;
    }
    if (Site.isPublicSuffix(host)) {
      problems.add(
          text,
          "hosts: anybody can have a name under '"
              + host
              + "'; write the site's own, like example."
              + host);
      return null;
    }
    return host;
  }

  private List<UrlGlob> urls(Node.Entry entry, boolean path) {
    List<UrlGlob> patterns = new ArrayList<>();
    for (Node.Text text : valueReader.texts(entry)) {
      String word = text.value().strip();
      if (path && !word.startsWith("/") && !word.startsWith("*") && !isExpression(word)) {
        problems.add(text, "paths: a path begins with a slash; write it like /news/**");
        continue;
      }
      try {
        patterns.add(UrlGlob.parse(word));
      } catch (IllegalArgumentException bad) {
        problems.add(text, entry.key().value() + ": " + bad.getMessage());
      }
    }
    return patterns;
  }

  private static boolean isExpression(String word) {
    return word.startsWith(TextPattern.PREFIX);
  }

  private static PageCondition languages(Set<String> words) {
    Set<String> tags = new LinkedHashSet<>();
    for (String word : words) {
      tags.add(word.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return new PageCondition.Language(tags);
  }

  private static PageCondition bodyClass(Set<String> words) {
    Set<String> names = new LinkedHashSet<>();
    List<String> prefixes = new ArrayList<>();
    for (String word : words) {
      if (word.endsWith("*")) {
        prefixes.add(word.substring(0, word.length() - 1));
      } else {
        names.add(word);
      }
    }
    return new PageCondition.BodyClass(names, prefixes);
  }

  private static PageCondition generator(Set<String> words) {
    Set<String> parts = new LinkedHashSet<>();
    for (String word : words) {
      parts.add(word.toLowerCase(Locale.ROOT));
    }
    return new PageCondition.Generator(parts);
  }
}
