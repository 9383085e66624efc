package org.coupure.yaml;

import java.util.List;

/** A value in a rule file with the place where it begins; lines and columns count from 1. */
public sealed interface Node {
  int line();

  int column();

  /** Returns what it is called in messages. */
  String kind();

  /** A piece of text, a number or a word; rules know text only. */
  record Text(String value, int line, int column) implements Node {
    @Override
    public String kind() {
      return "text";
    }
  }

  /** A list. */
  record Items(List<Node> items, int line, int column) implements Node {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys with values, in the order of the file; no key twice. */
  record Entries(List<Entry> entries, int line, int column) implements Node {
    public Entries {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "keys with values";
    }
  }

  /** A key with its value. */
  record Entry(Text key, Node value) {}
}
