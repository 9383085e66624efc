package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.jspecify.annotations.Nullable;

/** Reads {@code remove}, {@code keep}, {@code strip} and {@code replace}. */
final class RemovalParser {
  private static final List<String> REMOVE =
      List.of("text", "after", "from", "before", "section", "xpath");
  private static final List<String> KEEP = List.of("text", "xpath");
  private static final List<String> REPLACE = List.of("text", "with");

  private final Problems problems;
  private final ValueReader valueReader;

  RemovalParser(Problems problems, ValueReader valueReader) {
    this.problems = problems;
    this.valueReader = valueReader;
  }

  List<Removal> removed(Node.Entry entry) {
    return removals(entry, REMOVE);
  }

  List<Removal> kept(Node.Entry entry) {
    return removals(entry, KEEP);
  }

  private List<Removal> removals(Node.Entry entry, List<String> known) {
    String key = entry.key().value();
    List<Removal> removals = new ArrayList<>();
    for (Node node : items(entry)) {
      Removal removal = removal(node, key, known);
      if (removal != null) {
        removals.add(removal);
      }
    }
    return removals;
  }

  private List<Node> items(Node.Entry entry) {
    List<Node> nodes =
        entry.value() instanceof Node.Items list ? list.items() : List.of(entry.value());
    if (nodes.isEmpty()) {
      String key = entry.key().value();
      problems.add(entry.value(), key + ": the list is empty; leave the key out");
    }
    return nodes;
  }

  private @Nullable Removal removal(Node node, String key, List<String> known) {
    if (node instanceof Node.Text text && !text.value().isBlank()) {
      Selector selector = valueReader.selector(text, key, false);
      return selector == null ? null : new Removal.Elements(selector);
    }
    if (!(node instanceof Node.Entries map) || map.entries().size() != 1) {
      String found = node instanceof Node.Text ? "nothing" : node.kind();
      problems.add(
          node,
          key + ": a selector or one of " + quoted(known) + " is wanted, and this is " + found);
      return null;
    }
    return removal(map.entries().get(0), key, known);
  }

  private static String quoted(List<String> keys) {
    return "`" + String.join("`, `", keys) + "`";
  }

  private @Nullable Removal removal(Node.Entry entry, String key, List<String> known) {
    String kind = entry.key().value();
    if (!known.contains(kind)) {
      valueReader.unknown(entry.key(), key, known);
      return null;
    }
    Removal.Side side = Removal.Side.of(kind);
    if (side != null && entry.value() instanceof Node.Entries) {
      Removal marker = removal(entry.value(), kind, KEEP);
      return marker == null ? null : stretch(side, marker, entry);
    }
    Node.Text text = valueReader.text(entry);
    return text == null ? null : removal(kind, side, text, entry);
  }

  private @Nullable Removal removal(
      String kind, Removal.@Nullable Side side, Node.Text text, Node.Entry entry) {
    if (side != null) {
      Removal marker = removal(text, kind, KEEP);
      return marker == null ? null : stretch(side, marker, entry);
    }
    if (kind.equals("xpath")) {
      String expression = XPathSelector.PREFIX + text.value().strip();
      Selector selector =
          valueReader.selector(new Node.Text(expression, text.line(), text.column()), kind, false);
      return selector == null ? null : new Removal.Elements(selector);
    }
    TextPattern pattern = valueReader.pattern(text, kind);
    if (pattern == null) {
      return null;
    }
    String where = where(entry.key(), kind + " " + pattern);
    return kind.equals("text")
        ? new Removal.Texts(pattern, where)
        : new Removal.Section(pattern, where);
  }

  private Removal stretch(Removal.Side side, Removal marker, Node.Entry entry) {
    String what = marker.where().substring(marker.where().indexOf(' ') + 1);
    return new Removal.Stretch(side, marker, where(entry.key(), entry.key().value() + " " + what));
  }

  private String where(Node at, String what) {
    return problems.file() + ":" + at.line() + " " + what;
  }

  List<TextEdit> stripped(Node.Entry entry) {
    List<TextEdit> edits = new ArrayList<>();
    for (Node.Text text : valueReader.texts(entry)) {
      TextPattern pattern = valueReader.pattern(text, "strip");
      if (pattern != null) {
        edits.add(new TextEdit(pattern, "", where(text, "strip " + pattern)));
      }
    }
    return edits;
  }

  List<TextEdit> replaced(Node.Entry entry) {
    List<TextEdit> edits = new ArrayList<>();
    for (Node node : items(entry)) {
      TextEdit edit = node instanceof Node.Entries map ? replaced(map) : null;
      if (edit != null) {
        edits.add(edit);
      } else if (!(node instanceof Node.Entries)) {
        problems.add(node, "replace: `text` and `with` are wanted, and this is " + node.kind());
      }
    }
    return edits;
  }

  private @Nullable TextEdit replaced(Node.Entries map) {
    TextPattern pattern = null;
    String with = null;
    for (Node.Entry entry : map.entries()) {
      switch (entry.key().value()) {
        case "text" -> {
          Node.Text text = valueReader.text(entry);
          pattern = text == null ? null : valueReader.pattern(text, "replace");
        }
        // The replacement may be nothing, or a blank.
        case "with" -> with = entry.value() instanceof Node.Text text ? text.value() : null;
        default -> valueReader.unknown(entry.key(), "replace", REPLACE);
      }
    }
    if (pattern == null || with == null) {
      if (problems.isEmpty()) {
        problems.add(map, "replace: needs `text` and `with`");
      }
      return null;
    }
    return new TextEdit(pattern, with, where(map, "replace " + pattern));
  }
}
