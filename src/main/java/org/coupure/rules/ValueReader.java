package org.coupure.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.coupure.yaml.Nearest;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.coupure.yaml.YamlWriter;
import org.jspecify.annotations.Nullable;

/** Reads the values of keys, and says what is wrong with them. */
final class ValueReader {
  /** Names of the same keys in other rule formats and records. */
  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("article", "content"),
          Map.entry("body", "content"),
          Map.entry("byline", "authors"),
          Map.entry("category", "section"),
          Map.entry("container", "content"),
          Map.entry("date", "published"),
          Map.entry("description", "subtitle"),
          Map.entry("domain", "hosts"),
          Map.entry("exclude", "remove"),
          Map.entry("headline", "title"),
          Map.entry("host", "hosts"),
          Map.entry("hosts", "hosts"),
          Map.entry("keywords", "tags"),
          Map.entry("selector", "content"),
          Map.entry("site", "hosts"),
          Map.entry("text", "content"),
          Map.entry("updated", "modified"));

  /** How XPaths begin, and CSS selectors never do. */
  private static final Pattern PATH = Pattern.compile("\\.?/|\\(+/|id\\(");

  private final Problems problems;

  ValueReader(Problems problems) {
    this.problems = problems;
  }

  /** Returns the texts of a key that takes one or a list of them. */
  List<Node.Text> texts(Node.Entry entry) {
    String key = entry.key().value();
    List<Node.Text> texts = new ArrayList<>();
    List<Node> nodes =
        entry.value() instanceof Node.Items list ? list.items() : List.of(entry.value());
    for (Node node : nodes) {
      if (node instanceof Node.Text text && !text.value().isBlank()) {
        texts.add(text);
      } else {
        problems.add(node, key + ": text or a list of texts is wanted, and this is " + found(node));
      }
    }
    if (nodes.isEmpty()) {
      problems.add(entry.value(), key + ": the list is empty; leave the key out");
    }
    return texts;
  }

  private String found(Node node) {
    String comment = problems.comment(node);
    if (node instanceof Node.Text && comment != null) {
      return "a comment of YAML; quote it: " + YamlWriter.scalar(comment);
    }
    return node instanceof Node.Text ? "nothing" : node.kind();
  }

  /** Returns the texts of a key as a set. */
  Set<String> words(Node.Entry entry) {
    Set<String> words = new LinkedHashSet<>();
    for (Node.Text text : texts(entry)) {
      words.add(text.value().strip());
    }
    return words;
  }

  /** Returns the selectors of a key, compiled; those that are none are problems. */
  List<Selector> selectors(Node.Entry entry, boolean valued) {
    List<Selector> selectors = new ArrayList<>();
    for (Node.Text text : texts(entry)) {
      Selector selector = selector(text, entry.key().value(), valued);
      if (selector != null) {
        selectors.add(selector);
      }
    }
    return selectors;
  }

  /** Returns the selector of {@code json: PATH}, compiled, in a list of its own. */
  List<Selector> json(Node.Entry entry) {
    Node.Text text = text(entry);
    String path = text == null ? "" : JsonSelector.PREFIX + text.value().strip();
    Selector selector =
        text == null
            ? null
            : selector(new Node.Text(path, text.line(), text.column()), "json", true);
    return selector == null ? List.of() : List.of(selector);
  }

  /** Returns the keys of a value that is keys with values; of any other value none, with why. */
  List<Node.Entry> entries(Node.Entry entry) {
    if (entry.value() instanceof Node.Entries map) {
      return map.entries();
    }
    String key = entry.key().value();
    String kind = entry.value().kind();
    problems.add(entry.value(), key + ": keys with values are wanted, and this is " + kind);
    return List.of();
  }

  /** Returns the only text of a key, or null with why there is none. */
  Node.@Nullable Text text(Node.Entry entry) {
    List<Node.Text> texts = texts(entry);
    if (texts.size() > 1) {
      problems.add(texts.get(1), entry.key().value() + ": one value is wanted, not a list");
    }
    return texts.isEmpty() ? null : texts.get(0);
  }

  /** Reports a key that is not known here. */
  void unknown(Node.Text key, String within, List<String> known) {
    String before = within.isEmpty() ? "" : within + ": ";
    String word = key.value();
    problems.add(key, before + "unknown key `" + word + "`" + hint(word, known));
  }

  private static String hint(String word, List<String> known) {
    String meant = OTHER_WORDS.getOrDefault(word, "");
    if (meant.equals("hosts") && !known.contains(meant) && known.contains("match")) {
      return "; hosts stand under `match`: `match: {hosts: example.org}`";
    }
    return known.contains(meant) ? "; did you mean `" + meant + "`?" : Nearest.hint(word, known);
  }

  /** Returns a selector, compiled, or null with what is wrong with it. */
  @Nullable Selector selector(Node.Text text, String key, boolean valued) {
    try {
      return selector(text, valued);
    } catch (IllegalArgumentException bad) {
      problems.add(text, key + ": " + bad.getMessage());
      return null;
    }
  }

  /** Returns a text pattern, compiled, or null with what is wrong with it. */
  @Nullable TextPattern pattern(Node.Text text, String key) {
    try {
      return TextPattern.parse(text.value().strip());
    } catch (IllegalArgumentException bad) {
      problems.add(text, key + ": " + bad.getMessage());
      return null;
    }
  }

  private Selector selector(Node.Text node, boolean valued) {
    String text = node.value().strip();
    if (PATH.matcher(text).lookingAt()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is an XPath; write so before it: 'xpath: "
              + text.replace("'", "''")
              + "'");
    }
    String where = problems.file() + ":" + node.line() + " " + text;
    if (text.startsWith(JsonSelector.PREFIX)) {
      if (!valued) {
        throw new IllegalArgumentException(
            "'" + text + "': a JSON path gives values, and elements are wanted");
      }
      return JsonSelector.parse(text.substring(JsonSelector.PREFIX.length()).strip(), where);
    }
    return text.startsWith(XPathSelector.PREFIX)
        ? xpath(text.substring(XPathSelector.PREFIX.length()).strip(), where)
        : css(text, where, valued);
  }

  private static Selector xpath(String text, String where) {
    List<PathSelector.Path> paths = PathParser.parse(text);
    boolean mixed =
        paths != null && paths.size() > 1 && paths.stream().anyMatch(p -> p.attribute() != null);
    return paths == null || mixed
        ? XPathSelector.parse(text, where)
        : new PathSelector(where, paths);
  }

  private static Selector css(String text, String where, boolean valued) {
    SubstringSelector parts = SubstringSelector.parse(text, where);
    return parts == null ? CssSelector.parse(text, where, valued) : parts;
  }
}
