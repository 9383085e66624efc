package org.coupure.rules;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coupure.date.Timestamps;
import org.coupure.yaml.Nearest;
import org.coupure.yaml.Node;
import org.coupure.yaml.Problems;
import org.jspecify.annotations.Nullable;

/** Reads {@code expect} and {@code tests}: what must come of a rule. */
final class PromiseParser {
  private static final List<String> EXPECT = List.of("found", "elements", "words");

  /** The keys of a record that a test may ask for. */
  static final List<String> FIELDS =
      List.of(
          "title",
          "subtitle",
          "authors",
          "agency",
          "published",
          "modified",
          "language",
          "section",
          "tags",
          "access",
          "outcome");

  private static final List<String> TEST = testKeys();

  private final Problems problems;
  private final ValueReader valueReader;

  PromiseParser(Problems problems, ValueReader valueReader) {
    this.problems = problems;
    this.valueReader = valueReader;
  }

  private static List<String> testKeys() {
    List<String> keys = new ArrayList<>(List.of("page", "url", "captured", "contains", "lacks"));
    keys.addAll(FIELDS);
    return List.copyOf(keys);
  }

  /** A list of keys is short for {@code found}. */
  Expectation expectation(Node.Entry expect) {
    if (!(expect.value() instanceof Node.Entries)) {
      return new Expectation(found(expect), List.of(), 0);
    }
    List<RulePart> found = List.of();
    List<Selector> elements = List.of();
    int words = 0;
    for (Node.Entry entry : valueReader.entries(expect)) {
      switch (entry.key().value()) {
        case "found" -> found = found(entry);
        case "elements" -> elements = valueReader.selectors(entry, false);
        case "words" -> words = words(entry);
        default -> valueReader.unknown(entry.key(), "expect", EXPECT);
      }
    }
    return new Expectation(found, elements, words);
  }

  private List<RulePart> found(Node.Entry entry) {
    List<RulePart> found = new ArrayList<>();
    for (Node.Text text : valueReader.texts(entry)) {
      RulePart part = RulePart.of(text.value().strip());
      if (part == null) {
        problems.add(
            text, "expect: '" + text.value() + "' is no key with selectors" + hint(text.value()));
      } else {
        found.add(part);
      }
    }
    return found;
  }

  private static String hint(String word) {
    List<String> keys = new ArrayList<>();
    for (RulePart part : RulePart.values()) {
      keys.add(part.key());
    }
    return Nearest.hint(word, keys);
  }

  private int words(Node.Entry entry) {
    Node.Text text = valueReader.text(entry);
    String value = text == null ? "" : text.value().strip();
    if (value.matches("[1-9][0-9]{0,5}")) {
      return Integer.parseInt(value);
    }
    if (text != null) {
      problems.add(text, "words: a whole number is wanted, such as 80, not '" + value + "'");
    }
    return 0;
  }

  List<PageTest> tests(Node.Entry entry) {
    List<PageTest> tests = new ArrayList<>();
    List<Node> nodes =
        entry.value() instanceof Node.Items list ? list.items() : List.of(entry.value());
    for (Node node : nodes) {
      if (node instanceof Node.Entries test) {
        tests.add(test(test));
      } else {
        problems.add(node, "tests: keys with values are wanted, and this is " + node.kind());
      }
    }
    return tests;
  }

  private PageTest test(Node.Entries test) {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> contains = List.of();
    List<String> lacks = List.of();
    String page = null;
    String url = null;
    Instant captured = null;
    for (Node.Entry entry : test.entries()) {
      String key = entry.key().value();
      switch (key) {
        case "page" -> page = page(entry);
        case "url" -> url = value(entry);
        case "captured" -> captured = instant(entry);
        case "contains" -> contains = list(entry);
        case "lacks" -> lacks = list(entry);
        default -> {
          if (FIELDS.contains(key)) {
            fields.put(key, String.join("; ", list(entry)));
          } else {
            valueReader.unknown(entry.key(), "tests", TEST);
          }
        }
      }
    }
    if (page == null && url == null && problems.isEmpty()) {
      problems.add(test, "tests: a test needs `page`, a stored page, or `url`");
    }
    return new PageTest(page, url, captured, contains, lacks, fields);
  }

  private @Nullable String value(Node.Entry entry) {
    Node.Text text = valueReader.text(entry);
    return text == null ? null : text.value().strip();
  }

  private List<String> list(Node.Entry entry) {
    return valueReader.texts(entry).stream().map(text -> text.value().strip()).toList();
  }

  /** A rule from elsewhere must not make anybody read files outside of its folder. */
  private @Nullable String page(Node.Entry entry) {
    String value = value(entry);
    if (value != null && !isInside(value)) {
      problems.add(
          entry.value(),
          "page: '"
              + value
              + "' must be a path beneath the rule's own folder, such as"
              + " tests/story.html");
      return null;
    }
    return value;
  }

  private static boolean isInside(String value) {
    try {
      Path path = Path.of(value).normalize();
      return !path.isAbsolute() && !path.startsWith("..") && value.indexOf('\\') < 0;
    } catch (InvalidPathException ignored) { // What can't be a path is none inside.
      return false;
    }
  }

  private @Nullable Instant instant(Node.Entry entry) {
    String value = value(entry);
    if (value == null) {
      return null;
    }
    LocalDate day = Timestamps.day(value);
    Instant time = day == null ? Timestamps.parse(value) : noon(day);
    if (time == null) {
      problems.add(
          entry.value(),
          "captured: '"
              + value
              + "' is no date; write it like 2026-03-01 or"
              + " 2026-03-01T08:00:00Z");
    }
    return time;
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }
}
