package org.coupure.watch;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coupure.yaml.Nearest;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Keys with values of a configuration file, read one by one; what is wrong is noted with its place,
 * and the value that stands in for it is null or the default. Not thread-safe.
 */
final class Section {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})\\s*(ms|s|min|m|h|d|w|y)");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})\\s*(kB|MB|GB)");

  private final Problems problems;
  private final Node place;
  private final StringBuilder hints = new StringBuilder();
  private final Map<String, Node.Entry> entries = new LinkedHashMap<>();

  Section(Node node, String name, List<String> keys, Problems problems) {
    this.problems = problems;
    this.place = node;
    if (!(node instanceof Node.Entries found)) {
      problems.add(node, name + ": keys with values are wanted, and this is " + node.kind());
      return;
    }
    for (Node.Entry entry : found.entries()) {
      String key = entry.key().value();
      if (keys.contains(key)) {
        entries.put(key, entry);
      } else {
        String hint = Nearest.hint(key, keys);
        String help = hint.isEmpty() ? "; known here: " + String.join(", ", keys) : hint;
        problems.add(entry.key(), "unknown key `" + key + "`" + help);
        hints.append(hint);
      }
    }
  }

  /** Returns whether an unknown key was taken for this one, so that it is not missed as well. */
  boolean isMisspelt(String key) {
    return hints.indexOf("`" + key + "`") >= 0;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Returns where the section, or its key when it is there, stands. */
  Node place(String key) {
    Node.Entry entry = entries.get(key);
    return entry == null ? place : entry.value();
  }

  void problem(String key, String message) {
    problems.add(place(key), message);
  }

  /** Returns a section within this one, or null when it is not there. */
  @Nullable Section section(String key, List<String> keys) {
    Node.Entry entry = entries.get(key);
    return entry == null ? null : new Section(entry.value(), key, keys, problems);
  }

  /** Returns a section within this one, or one without entries when it is not there. */
  Section sectionOrEmpty(String key, List<String> keys) {
    Section section = section(key, keys);
    return section == null
        ? new Section(new Node.Entries(List.of(), 1, 1), key, keys, problems)
        : section;
  }

  /** Returns the values of a key that takes one or a list of them. */
  List<Node> nodes(String key) {
    Node.Entry entry = entries.get(key);
    if (entry == null) {
      return List.of();
    }
    return entry.value() instanceof Node.Items list ? list.items() : List.of(entry.value());
  }

  @Nullable String text(String key) {
    return value(key, text -> text);
  }

  List<String> texts(String key) {
    return values(key, text -> text);
  }

  /** Returns what {@code parse} makes of each text; it throws what is wrong with one. */
  <T> List<T> values(String key, Function<String, T> parse) {
    List<T> values = new ArrayList<>();
    for (Node node : nodes(key)) {
      T value = parsed(key, node, parse);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** Returns all that {@code parse} makes of the texts, of each as many as it says. */
  <T> Set<T> union(String key, Function<String, Set<T>> parse) {
    return values(key, parse).stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  <T> @Nullable T value(String key, Function<String, T> parse) {
    Node.Entry entry = entries.get(key);
    return entry == null ? null : parsed(key, entry.value(), parse);
  }

  <T> T value(String key, T otherwise, Function<String, T> parse) {
    T value = value(key, parse);
    return value == null ? otherwise : value;
  }

  private <T> @Nullable T parsed(String key, Node node, Function<String, T> parse) {
    if (!(node instanceof Node.Text text) || text.value().isBlank()) {
      String found = node instanceof Node.Text ? "nothing" : node.kind();
      problems.add(node, key + ": one value is wanted, and this is " + found);
      return null;
    }
    try {
      return parse.apply(text.value().strip());
    } catch (IllegalArgumentException | DateTimeException bad) {
      problems.add(node, key + ": " + bad.getMessage());
      return null;
    }
  }

  /** Notes each name under a key that is not one of {@code known}. */
  void requireKnown(String key, Collection<String> known, String what) {
    for (Node node : nodes(key)) {
      String name = parsed(key, node, text -> text);
      if (name != null && !known.contains(name)) {
        problems.add(
            node, key + ": there is no " + what + " `" + name + "`" + Nearest.hint(name, known));
      }
    }
  }

  static Duration duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no length of time; write such as 30s, 15m, 6h or 2d");
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m", "min" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      case "w" -> Duration.ofDays(7 * number);
      default -> Duration.ofDays(365 * number);
    };
  }

  static long bytes(String text) {
    Matcher parts = SIZE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no size; write such as 500MB or 1GB");
    }
    long unit =
        switch (parts.group(2)) {
          case "kB" -> 1_000;
          case "MB" -> 1_000_000;
          default -> 1_000_000_000;
        };
    return Long.parseLong(parts.group(1)) * unit;
  }

  static boolean yes(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on" -> true;
      case "no", "false", "off" -> false;
      default -> throw new IllegalArgumentException("yes or no is wanted, not \"" + text + "\"");
    };
  }

  static Function<String, Integer> whole(int least, int most) {
    return text -> {
      int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
      if (number < least || number > most) {
        throw new IllegalArgumentException(
            "a whole number from " + least + " to " + most + " is wanted, not \"" + text + "\"");
      }
      return number;
    };
  }

  static Function<String, Path> path(Path folder) {
    return text -> folder.resolve(text).normalize();
  }
}
