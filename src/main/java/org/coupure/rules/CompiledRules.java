package org.coupure.rules;

import java.util.ArrayList;
import java.util.List;
import org.coupure.yaml.Node;

/**
 * Rule files without YAML: one line a value, {@code depth kind line column text}, with tabs
 * between. Starting a YAML parser takes 20 to 60 ms of CPU, a tenth of what cleaning one page may
 * cost; reading this takes one or two. {@link RuleCompiler} writes it when the program is built.
 */
final class CompiledRules {
  /** The file beneath the packed configuration. */
  static final String FILE = "rules/compiled.txt";

  private final String[] lines;
  private int next;

  private CompiledRules(String compiled) {
    this.lines = compiled.split("\n", -1);
  }

  /**
   * A rule file as it was read.
   *
   * @param file its path as messages show it
   */
  record Source(String file, Node root) {}

  static String write(List<Source> sources) {
    StringBuilder out = new StringBuilder();
    for (Source source : sources) {
      line(out, 0, 'f', source.root(), source.file());
      write(source.root(), 1, out);
    }
    return out.toString();
  }

  private static void write(Node node, int depth, StringBuilder out) {
    if (node instanceof Node.Text text) {
      line(out, depth, 't', node, text.value());
    } else if (node instanceof Node.Items list) {
      line(out, depth, 'l', node, "");
      list.items().forEach(item -> write(item, depth + 1, out));
    } else if (node instanceof Node.Entries map) {
      line(out, depth, 'm', node, "");
      for (Node.Entry entry : map.entries()) {
        line(out, depth + 1, 'k', entry.key(), entry.key().value());
        write(entry.value(), depth + 1, out);
      }
    }
  }

  private static void line(StringBuilder out, int depth, char kind, Node at, String text) {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("line " + at.line() + ": a text of several lines");
    }
    out.append(depth).append('\t').append(kind).append('\t');
    out.append(at.line()).append('\t').append(at.column()).append('\t').append(text).append('\n');
  }

  /** Returns what {@link #write} was given. */
  static List<Source> read(String compiled) {
    CompiledRules reader = new CompiledRules(compiled);
    List<Source> sources = new ArrayList<>();
    while (reader.hasNext(0)) {
      String file = reader.fields()[4];
      sources.add(new Source(file, reader.node()));
    }
    return sources;
  }

  private boolean hasNext(int depth) {
    String line = lines[next];
    int end = line.indexOf('\t');
    return end > 0 && Integer.parseInt(line, 0, end, 10) == depth;
  }

  private String[] fields() {
    return lines[next++].split("\t", 5);
  }

  private Node node() {
    String[] fields = fields();
    int depth = Integer.parseInt(fields[0]);
    int line = Integer.parseInt(fields[2]);
    int column = Integer.parseInt(fields[3]);
    return switch (fields[1]) {
      case "t" -> new Node.Text(fields[4], line, column);
      case "l" -> new Node.Items(items(depth + 1), line, column);
      case "m" -> new Node.Entries(entries(depth + 1), line, column);
      default -> throw new IllegalStateException("compiled rules, line " + next + ": not a value");
    };
  }

  private List<Node> items(int depth) {
    List<Node> items = new ArrayList<>();
    while (hasNext(depth)) {
      items.add(node());
    }
    return items;
  }

  private List<Node.Entry> entries(int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    while (hasNext(depth)) {
      Node.Text key = asText(fields());
      entries.add(new Node.Entry(key, node()));
    }
    return entries;
  }

  private static Node.Text asText(String[] fields) {
    return new Node.Text(fields[4], Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
  }
}
