package org.coupure.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All mistakes of one rule file together: file, line, column and what to do, then the line itself
 * with a caret. Not thread-safe; lives as long as the reading of the file.
 */
public final class Problems {
  /** Longer lines are shown from just before the fault. */
  private static final int EXCERPT = 100;

  private final String file;
  private final String text;
  private final List<String> messages = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  public Problems(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** Returns the file's path as messages show it. */
  public String file() {
    return file;
  }

  public void add(Node at, String message) {
    add(at.line(), at.column(), message);
  }

  public void add(int line, int column, String message) {
    lines.add(line);
    messages.add(file + ":" + line + ":" + column + ": " + message + excerpt(line, column));
  }

  private String excerpt(int line, int column) {
    List<String> lines = text.lines().toList();
    if (line < 1 || line > lines.size()) {
      return "";
    }
    String whole = lines.get(line - 1);
    int start = column > EXCERPT - 20 ? Math.min(column - 21, whole.length()) : 0;
    String part = whole.substring(start, Math.min(whole.length(), start + EXCERPT));
    return "\n    " + part + "\n    " + " ".repeat(Math.max(0, column - 1 - start)) + "^";
  }

  /** Returns whether nothing is wrong. */
  public boolean isEmpty() {
    return messages.isEmpty();
  }

  /**
   * Returns the comment, with its {@code #}, that YAML reads where {@code at} has no value, or null
   * when the line has none there: {@code content: #main} says nothing.
   */
  public @Nullable String comment(Node at) {
    String line = text.lines().skip(at.line() - 1L).findFirst().orElse("");
    String rest = line.substring(Math.min(line.length(), at.column() - 1)).strip();
    return rest.startsWith("#") ? rest : null;
  }

  /** Returns the first problem on one line, and how many more there are. */
  public String summary() {
    String first = messages.get(0).lines().findFirst().orElse("");
    return messages.size() == 1 ? first : first + ", and " + (messages.size() - 1) + " more";
  }

  /** Returns one message a problem, from the first line to the last. */
  public List<String> inPlaceOrder() {
    return IntStream.range(0, messages.size())
        .boxed()
        .sorted(Comparator.comparing(lines::get))
        .map(messages::get)
        .toList();
  }

  /** Returns one message a problem, in the order in which they were met. */
  public List<String> messages() {
    return List.copyOf(messages);
  }
}
