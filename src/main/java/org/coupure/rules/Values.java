package org.coupure.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the values of keys, and says what is wrong with them. */
final class Values {
  private final Problems problems;

  Values(Problems problems) {
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
        String found = node instanceof Node.Text ? "nothing" : node.kind();
        problems.add(node, key + ": text or a list of texts is wanted, and this is " + found);
      }
    }
    if (nodes.isEmpty()) {
      problems.add(entry.value(), key + ": the list is empty; leave the key out");
    }
    return texts;
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
      try {
        selectors.add(selector(text, valued));
      } catch (IllegalArgumentException bad) {
        problems.add(text, entry.key().value() + ": " + bad.getMessage());
      }
    }
    return selectors;
  }

  private Selector selector(Node.Text node, boolean valued) {
    String text = node.value().strip();
    String where = problems.file() + ":" + node.line() + " " + text;
    return text.startsWith(XPathSelector.PREFIX)
        ? XPathSelector.parse(text.substring(XPathSelector.PREFIX.length()).strip(), where)
        : CssSelector.parse(text, where, valued);
  }
}
