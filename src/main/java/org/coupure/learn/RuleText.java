package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/** Writes a learned rule. Not thread-safe. */
final class RuleText {
  /** More pages would make the rule's folder heavy and its tests no better. */
  private static final int MAX_TESTS = 3;

  /** Enough words of a passage to be found only there. */
  private static final int WORDS = 8;

  private final Fit fit;
  private final StringBuilder yaml = new StringBuilder();
  private final List<String> promised = new ArrayList<>();
  private boolean titled;

  RuleText(String host, Fit fit) {
    this.fit = fit;
    yaml.append("# Learned from ")
        .append(fit.pages())
        .append(" pages.\n# ")
        .append(figures())
        .append("\n");
    yaml.append("match:\n  hosts: ").append(host).append('\n');
  }

  String figures() {
    return String.format(
        Locale.ROOT,
        "`content` holds %.1f %% of their text; %.1f %% of what it holds is text",
        100 * fit.coverage(),
        100 * fit.purity());
  }

  void list(String key, List<String> values) {
    yaml.append(key).append(":\n");
    values.forEach(value -> yaml.append("  - ").append(quoted(value)).append('\n'));
    promised.add(key);
  }

  /** Leaves what the containers hold to the classifier. */
  void loose() {
    yaml.append("loose: true  # the classifier still judges what lies inside\n");
  }

  void removals(List<String> names, List<String> texts) {
    if (names.isEmpty() && texts.isEmpty()) {
      return;
    }
    yaml.append("remove:\n");
    names.forEach(name -> yaml.append("  - ").append(quoted(name)).append('\n'));
    // A text that begins like an expression would be read as one.
    texts.stream()
        .filter(text -> !text.startsWith("re:") && isWritable(text))
        .forEach(text -> yaml.append("  - text: ").append(literal(text)).append('\n'));
  }

  /** Keeps what stands where all is text. */
  void habits(List<String> places) {
    if (!places.isEmpty()) {
      yaml.append("keep:  # nearly all that stands there is text\n");
      places.forEach(place -> yaml.append("  - ").append(quoted(place)).append('\n'));
    }
  }

  void field(String key, @Nullable String selector) {
    if (selector != null) {
      yaml.append(key).append(": ").append(quoted(selector)).append('\n');
      titled |= key.equals("title");
    }
  }

  void expect() {
    if (titled) {
      promised.add("title");
    }
    yaml.append("expect: ").append(promised).append('\n');
  }

  /** Writes tests and returns the pages that they name. */
  List<Page> tests(String stem, Template template, Map<Sample, BitSet> inside) {
    List<Page> pages = new ArrayList<>();
    yaml.append("tests:\n");
    for (Sample sample : template.samples()) {
      BitSet text = template.content(sample);
      text.and(inside.get(sample));
      text.andNot(template.furniture(sample));
      if (pages.size() < MAX_TESTS && !text.isEmpty()) {
        pages.add(sample.page());
        yaml.append("  - page: tests/").append(stem + "-" + pages.size()).append(".html\n");
        line("url", String.valueOf(sample.page().url()));
        if (sample.page().captured() != null) {
          line("captured", sample.page().captured().toString());
        }
        test(sample, text, template);
      }
    }
    return pages;
  }

  private void test(Sample sample, BitSet text, Template template) {
    String first = beginning(sample.text(text.nextSetBit(0)));
    String last = beginning(sample.text(text.length() - 1));
    List<String> ends =
        Stream.of(first, last)
            .distinct()
            .filter(RuleText::isWritable)
            .map(RuleText::literal)
            .toList();
    if (!ends.isEmpty()) {
      yaml.append("    contains:\n");
      ends.forEach(part -> yaml.append("      - ").append(part).append('\n'));
    }
    lacks(sample, template.furniture(sample));
    String title = sample.article().headline().title();
    if (titled && title != null) {
      line("title", title);
    }
  }

  private void lacks(Sample sample, BitSet furniture) {
    String body = sample.article().text();
    furniture.stream()
        .filter(i -> !sample.kept().get(i) && !sample.fields().get(i))
        .filter(i -> sample.words(i) >= WORDS / 2)
        .mapToObj(i -> beginning(sample.text(i)))
        .filter(text -> !body.contains(text))
        .findFirst()
        .ifPresent(text -> line("lacks", text));
  }

  private void line(String key, String value) {
    if (!isWritable(value)) {
      return;
    }
    yaml.append("    ").append(key).append(": ").append(literal(value)).append('\n');
  }

  /** Returns the first words of a passage. */
  private static String beginning(String text) {
    int end = 0;
    for (int i = 0; i < WORDS && end >= 0; i++) {
      end = text.indexOf(' ', end + 1);
    }
    return end < 0 ? text : text.substring(0, end);
  }

  /** YAML takes no control characters, and a person sees none. */
  private static boolean isWritable(String text) {
    return text.codePoints().noneMatch(c -> Character.isISOControl(c) || !Character.isDefined(c));
  }

  private static String literal(String value) {
    return "'" + value.strip().replace("'", "''") + "'";
  }

  /** Returns a selector as YAML wants it. */
  static String quoted(String selector) {
    return selector.matches("[.A-Za-z][A-Za-z0-9_.> -]*(?:\\[[a-z*]+=[A-Za-z_-]+\\])?")
        ? selector
        : literal(selector);
  }

  String yaml() {
    return yaml.toString();
  }
}
