package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.coupure.page.Page;
import org.coupure.yaml.YamlWriter;
import org.jspecify.annotations.Nullable;

/** Writes a learned rule. Not thread-safe. */
final class RuleText {
  /** More pages would make the rule's folder heavy and its tests no better. */
  private static final int MAX_TESTS = 3;

  /** Enough words of a passage to be found only there. */
  private static final int WORDS = 8;

  private final Fit fit;
  private final YamlWriter yaml = YamlWriter.plain();
  private final List<String> promised = new ArrayList<>();
  private boolean titled;

  RuleText(String host, Fit fit) {
    this.fit = fit;
    yaml.comment("Learned from " + fit.pages() + (fit.pages() == 1 ? " page." : " pages."));
    yaml.comment(figures());
    yaml.key(0, "match").entry(2, "hosts", host);
  }

  String figures() {
    return String.format(
        Locale.ROOT,
        "`content` holds %.1f %% of their text; %.1f %% of what it holds is text",
        100 * fit.coverage(),
        100 * fit.purity());
  }

  void list(String key, List<String> values) {
    yaml.block(0, key, values);
    promised.add(key);
  }

  /** Leaves what the containers hold to the classifier. */
  void loose() {
    yaml.entry(0, "loose", "true").note("the classifier still judges what lies inside");
  }

  void removals(List<String> names, List<String> texts) {
    if (names.isEmpty() && texts.isEmpty()) {
      return;
    }
    yaml.key(0, "remove");
    names.forEach(name -> yaml.item(2, name));
    // A text that begins like an expression would be read as one.
    texts.stream()
        .filter(text -> !text.startsWith("re:"))
        .forEach(text -> yaml.item(2, Map.of("text", List.of(text.strip()))));
  }

  /** Keeps what stands where all is text. */
  void habits(List<String> places) {
    if (!places.isEmpty()) {
      yaml.key(0, "keep").note("nearly all that stands there is text");
      places.forEach(place -> yaml.item(2, place));
    }
  }

  void field(String key, @Nullable String selector) {
    if (selector != null) {
      yaml.entry(0, key, selector);
      titled |= key.equals("title");
    }
  }

  void expect() {
    if (titled) {
      promised.add("title");
    }
    yaml.flow(0, "expect", promised);
  }

  /** Writes tests and returns the pages that they name. */
  List<Page> tests(String stem, Template template, Map<Sample, BitSet> inside) {
    List<Page> pages = new ArrayList<>();
    for (Sample sample : template.samples()) {
      BitSet text = template.content(sample);
      text.and(inside.get(sample));
      text.andNot(template.furniture(sample));
      if (pages.size() < MAX_TESTS && !text.isEmpty()) {
        if (pages.isEmpty()) {
          yaml.key(0, "tests");
        }
        pages.add(sample.page());
        String name = "tests/" + stem + "-" + pages.size() + ".html";
        yaml.item(2, test(name, sample, text, template));
      }
    }
    return pages;
  }

  private Map<String, List<String>> test(
      String name, Sample sample, BitSet text, Template template) {
    Map<String, List<String>> test = new LinkedHashMap<>();
    test.put("page", List.of(name));
    test.put("url", some(sample.page().url()));
    test.put("captured", some(sample.page().captured()));
    String first = beginning(sample.text(text.nextSetBit(0)));
    String last = beginning(sample.text(text.length() - 1));
    test.put("contains", Stream.of(first, last).distinct().toList());
    test.put("lacks", lacks(sample, template.furniture(sample)));
    test.put("title", titled ? some(sample.article().headline().title()) : List.of());
    return test;
  }

  private static List<String> some(@Nullable Object value) {
    return value == null ? List.of() : List.of(value.toString());
  }

  private static List<String> lacks(Sample sample, BitSet furniture) {
    String body = sample.article().text();
    return furniture.stream()
        .filter(i -> !sample.kept().get(i) && !sample.fields().get(i))
        .filter(i -> sample.words(i) >= WORDS / 2)
        .mapToObj(i -> beginning(sample.text(i)))
        .filter(text -> !body.contains(text))
        .limit(1)
        .toList();
  }

  /** Returns the first words of a passage. */
  private static String beginning(String text) {
    int end = 0;
    for (int i = 0; i < WORDS && end >= 0; i++) {
      end = text.indexOf(' ', end + 1);
    }
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  String yaml() {
    return yaml.toString();
  }
}
