package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coupure.page.Page;
import org.coupure.yaml.YamlWriter;
import org.jspecify.annotations.Nullable;

/** Writes a learned rule. Not thread-safe. */
final class RuleText {
  /** Enough words of a passage to be found only there. */
  private static final int WORDS = 8;

  private final YamlWriter yaml = YamlWriter.plain();
  private final List<String> promised = new ArrayList<>();
  private boolean titled;

  private RuleText() {}

  /** Begins a rule that is to be used as it is. */
  static RuleText learned(ContainerScore fit) {
    RuleText text = new RuleText();
    text.yaml.comment("Learned from " + fit.pages() + " pages.").comment(fit.figures());
    return text;
  }

  /** Begins a rule for a person to look at; {@code doubt} is what speaks against it, or null. */
  static RuleText drafted(ContainerScore fit, @Nullable String doubt) {
    RuleText text = new RuleText();
    String pages = fit.pages() == 1 ? "1 page" : fit.pages() + " pages";
    text.yaml.comment("Drafted from " + pages + "; look at it, then try it:");
    text.yaml.comment("coupure rules try THIS-FILE PAGE...");
    text.yaml.comment(doubt == null ? fit.figures() : "doubtful: " + doubt);
    return text;
  }

  /** Writes which pages the rule is for. */
  void hosts(List<String> hosts) {
    yaml.key(0, "match");
    if (hosts.isEmpty()) {
      yaml.entry(2, "hosts", "example.org").note("no page has a URL; write the site's here");
    } else if (hosts.size() == 1) {
      yaml.entry(2, "hosts", hosts.get(0));
    } else {
      yaml.flow(2, "hosts", hosts);
    }
  }

  /** Writes the containers and leaves what they hold to the classifier. */
  void content(List<String> containers) {
    if (!containers.isEmpty()) {
      yaml.block(0, "content", containers);
      yaml.entry(0, "loose", "true").note("the classifier still judges what lies inside");
      promised.add("content");
    }
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
    if (!promised.isEmpty()) {
      yaml.flow(0, "expect", promised);
    }
  }

  /** Writes tests and returns the pages that they name. */
  List<Page> tests(String stem, Template template, Map<Sample, BitSet> inside, int most) {
    List<Page> pages = new ArrayList<>();
    for (Sample sample : template.samples()) {
      BitSet text = template.content(sample);
      if (promised.contains("content")) {
        text.and(inside.get(sample));
      }
      text.andNot(template.furniture(sample));
      if (pages.size() < most && !text.isEmpty()) {
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
  static String beginning(String text) {
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
