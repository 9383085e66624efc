package org.coupure.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Content;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * Drafts a rule from pages of one site and what the generic path made of them: the deepest element
 * that holds nearly all of the kept text is the content, what was dropped inside of it and bears a
 * name is to be removed. A draft is for a person to look at; it says what it saw. Not thread-safe.
 */
public final class RuleSketch {
  /** Titles, captions and stray lines may lie outside of the container. */
  private static final double NEARLY_ALL = 0.85;

  /** More removals than a person reads were guessed. */
  private static final int MAX_REMOVALS = 12;

  private final Set<String> hosts = new TreeSet<>();
  private final List<Sample> samples = new ArrayList<>();

  /** One page: its parse, and which blocks the generic path kept. */
  private record Sample(Blocks blocks, Document document, BitSet kept, @Nullable String title) {
    int words(int block) {
      return blocks.list().get(block).words();
    }
  }

  /**
   * Adds a page.
   *
   * @param clip what the generic path made of it, explained
   * @return whether something can be learned from it: it is HTML and has text
   */
  public boolean add(Page page, Clip clip) {
    Article article = clip.article();
    if (article == null
        || !(new PageReader(Limits.DEFAULT).read(page) instanceof Content.Html html)
        || !clip.hasText()) {
      return false;
    }
    Blocks blocks = HtmlSegmenter.segment(html.document());
    BitSet kept = new BitSet();
    for (int i = 0; i < blocks.list().size(); i++) {
      kept.set(i, article.explanation().blocks().get(i).verdict().kept());
    }
    String host = page.url() == null ? null : Hosts.of(page.url());
    if (host != null) {
      hosts.add(host.startsWith("www.") ? host.substring(4) : host);
    }
    samples.add(new Sample(blocks, html.document(), kept, article.headline().title()));
    return true;
  }

  /** Returns the host of the pages, or empty when none of them has an address. */
  public String host() {
    return hosts.isEmpty() ? "" : hosts.iterator().next();
  }

  /**
   * Returns the draft as YAML, without tests.
   *
   * @throws IllegalStateException if no page was added
   */
  public String yaml() {
    if (samples.isEmpty()) {
      throw new IllegalStateException("a draft needs a page");
    }
    StringBuilder yaml = new StringBuilder();
    yaml.append("# Drafted from ").append(samples.size());
    yaml.append(samples.size() == 1 ? " page" : " pages").append("; look at it, then try it:\n");
    yaml.append("# coupure rules try THIS-FILE PAGE...\n");
    yaml.append("match:\n  hosts: ");
    yaml.append(hosts.size() == 1 ? host() : hosts.isEmpty() ? "example.org" : hosts).append('\n');
    String content = content();
    if (content == null) {
      yaml.append("# no element with a name holds the text on all pages: no `content`\n");
    } else {
      list(yaml, "content", List.of(content));
    }
    list(yaml, "remove", removals(content));
    String title = title();
    if (title != null) {
      list(yaml, "title", List.of(title));
    }
    expect(yaml, content, title);
    return yaml.toString();
  }

  private static void expect(StringBuilder yaml, @Nullable String content, @Nullable String title) {
    List<String> keys = new ArrayList<>();
    if (content != null) {
      keys.add("content");
    }
    if (title != null) {
      keys.add("title");
    }
    if (!keys.isEmpty()) {
      yaml.append("expect: ").append(keys).append('\n');
    }
  }

  private static void list(StringBuilder yaml, String key, List<String> values) {
    if (!values.isEmpty()) {
      yaml.append(key).append(":\n");
      values.forEach(value -> yaml.append("  - ").append(quoted(value)).append('\n'));
    }
  }

  private static String quoted(String value) {
    return value.matches("[.A-Za-z][A-Za-z0-9_.> -]*")
        ? value
        : "'" + value.replace("'", "''") + "'";
  }

  /** Returns a selector of what holds the kept text on every page, or null. */
  private @Nullable String content() {
    Set<String> candidates = new LinkedHashSet<>();
    for (Sample sample : samples) {
      for (Element element : containers(sample)) {
        candidates.addAll(names(element));
      }
    }
    for (String candidate : candidates) {
      if (samples.stream().allMatch(sample -> holds(candidate, sample))) {
        return candidate;
      }
    }
    return null;
  }

  /** Returns the elements that hold nearly all of the kept text, the deepest first. */
  private static List<Element> containers(Sample sample) {
    Map<Element, Integer> words = new HashMap<>();
    int all = 0;
    for (Block block : sample.blocks.list()) {
      if (sample.kept.get(block.index())) {
        all += sample.words(block.index());
        for (Element at = block.box(); at != null; at = at.parent()) {
          words.merge(at, sample.words(block.index()), Integer::sum);
        }
      }
    }
    int enough = (int) Math.ceil(all * NEARLY_ALL);
    List<Element> containers = new ArrayList<>();
    for (Block block : sample.blocks.list()) {
      for (Element at = block.box(); at != null; at = at.parent()) {
        if (sample.kept.get(block.index())
            && words.getOrDefault(at, 0) >= enough
            && !containers.contains(at)) {
          containers.add(at);
        }
      }
    }
    containers.sort((a, b) -> b.parents().size() - a.parents().size());
    return containers;
  }

  /** Returns selectors of an element by what its author called it, the most telling first. */
  private static List<String> names(Element element) {
    List<String> names = new ArrayList<>();
    String tag = element.normalName();
    if (tag.equals("body") || tag.equals("html")) {
      return names;
    }
    if (element.attr("itemprop").equals("articleBody")) {
      names.add("[itemprop=articleBody]");
    }
    for (String name : element.classNames()) {
      if (isName(name)) {
        names.add("." + name);
      }
    }
    if (isName(element.id())) {
      names.add("#" + element.id());
    }
    if (tag.equals("article") || tag.equals("main")) {
      names.add(tag);
    }
    return names;
  }

  /** Returns whether a person gave the name: no hash, no number of a page in it. */
  private static boolean isName(String name) {
    return name.matches("[A-Za-z][A-Za-z_-]{2,40}[0-9]?")
        && !name.matches(".*[a-z][A-Z]{2,}[a-z].*");
  }

  private static boolean holds(String selector, Sample sample) {
    int all = 0;
    int held = 0;
    int others = 0;
    List<Element> matched = select(selector, sample.document);
    for (Block block : sample.blocks.list()) {
      boolean in = isIn(block, matched);
      int words = sample.words(block.index());
      boolean kept = sample.kept.get(block.index());
      all += kept ? words : 0;
      held += kept && in ? words : 0;
      others += !kept && in ? words : 0;
    }
    return held >= all * NEARLY_ALL && others <= all / 2;
  }

  private static List<Element> select(String selector, Document document) {
    try {
      return document.select(selector);
    } catch (SelectorParseException ignored) { // A name that CSS would want escaped.
      return List.of();
    }
  }

  private static boolean isIn(Block block, List<Element> elements) {
    for (Element at = block.box(); at != null; at = at.parent()) {
      if (elements.contains(at)) {
        return true;
      }
    }
    return false;
  }

  /** Returns names inside the content under which everything was dropped, on every page. */
  private List<String> removals(@Nullable String content) {
    Map<String, Boolean> clean = new LinkedHashMap<>();
    for (Sample sample : samples) {
      List<Element> within =
          content == null ? List.of(sample.document.body()) : select(content, sample.document);
      for (Block block : sample.blocks.list()) {
        boolean dropped = !sample.kept.get(block.index());
        for (String name : namesInside(block, within)) {
          clean.merge(name, dropped, Boolean::logicalAnd);
        }
      }
    }
    return clean.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .filter(name -> content != null && !name.equals(content))
        .limit(MAX_REMOVALS)
        .toList();
  }

  private static List<String> namesInside(Block block, List<Element> within) {
    List<String> names = new ArrayList<>();
    for (Element at = block.box(); at != null && !within.contains(at); at = at.parent()) {
      for (String name : names(at)) {
        if (name.startsWith(".") || name.startsWith("#")) {
          names.add(name);
        }
      }
      if (at.normalName().equals("body")) {
        return List.of(); // The block lies outside.
      }
    }
    return names;
  }

  /** Returns a selector of the heading that is the title on every page, or null. */
  private @Nullable String title() {
    Set<String> candidates = new LinkedHashSet<>();
    for (Sample sample : samples) {
      for (Element heading : sample.document.select("h1, h2")) {
        if (CssSelector.fold(heading.text()).equals(sample.title)) {
          heading.classNames().stream()
              .filter(RuleSketch::isName)
              .forEach(name -> candidates.add(heading.normalName() + "." + name));
          candidates.add(heading.normalName());
        }
      }
    }
    for (String candidate : candidates) {
      if (samples.stream().allMatch(sample -> isTitle(candidate, sample))) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean isTitle(String selector, Sample sample) {
    List<Element> found = select(selector, sample.document);
    return !found.isEmpty() && CssSelector.fold(found.get(0).text()).equals(sample.title);
  }
}
