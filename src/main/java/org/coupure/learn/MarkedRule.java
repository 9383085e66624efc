package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coupure.ParsedPage;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.coupure.yaml.YamlWriter;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Writes a rule from what a person marked on one page: for each mark the narrowest selector of
 * stable names that holds what was marked, nothing that was marked otherwise, and on other pages of
 * the site no title and not much of the text. Where no name tells the block from others, its text
 * is written. Not thread-safe.
 */
public final class MarkedRule {
  /** A person's mark on a block. */
  public enum Mark {
    /** It is not part of the article. */
    JUNK,
    /** It is part of the article. */
    TEXT,
    TITLE,
    AUTHORS,
    PUBLISHED;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Beyond this many elements around a block stand the page's columns. */
  private static final int LEVELS = 6;

  /** The most of another page's text that a selector for junk may take, as share of its words. */
  private static final double MOST_TAKEN = 0.3;

  private final ParsedPage page;
  private final Document document;
  private final Blocks blocks;
  private final Article article;
  private final Map<Integer, Mark> marks;
  private final List<Sample> others = new ArrayList<>();

  private MarkedRule(
      ParsedPage page,
      Document document,
      Blocks blocks,
      Article article,
      Map<Integer, Mark> marks) {
    this.page = page;
    this.document = document;
    this.blocks = blocks;
    this.article = article;
    this.marks = marks;
  }

  /**
   * Returns a rule to be written.
   *
   * @param page the page with the marks
   * @param clip what is made of it now, explained
   * @param marks what a person says of blocks, by their index
   * @throws IllegalArgumentException if the page is no HTML, or a mark names no block of it
   */
  public static MarkedRule of(ParsedPage page, Clip clip, Map<Integer, Mark> marks) {
    Document document = page.document();
    Blocks blocks = page.blocks();
    if (document == null || blocks == null || clip.article() == null) {
      throw new IllegalArgumentException("rules are for pages of HTML that could be read");
    }
    for (int block : marks.keySet()) {
      if (block < 0 || block >= blocks.list().size()) {
        throw new IllegalArgumentException("the page has no block " + block);
      }
    }
    return new MarkedRule(page, document, blocks, clip.article(), Map.copyOf(marks));
  }

  /** Adds another page of the site, which selectors must not harm. */
  public void add(ParsedPage other, Clip clip) {
    Sample sample = Sample.of(other.page(), other, clip);
    if (sample != null) {
      others.add(sample);
    }
  }

  /**
   * Returns the rule; its one test is the marked page.
   *
   * @param stem the rule's file name without its ending
   */
  public LearnedRule write(String stem) {
    YamlWriter yaml = YamlWriter.plain();
    yaml.comment("Written from " + marks.size() + " marks on one page.");
    yaml.key(0, "match");
    String host = Url.host(page.page().url());
    if (host == null) {
      yaml.entry(2, "hosts", "example.org").note("the page has no URL; write the site's here");
    } else {
      yaml.entry(2, "hosts", Site.withoutWww(host));
    }
    places(yaml, "remove", Mark.JUNK);
    places(yaml, "keep", Mark.TEXT);
    List<String> promised = new ArrayList<>();
    for (Mark mark : List.of(Mark.TITLE, Mark.AUTHORS, Mark.PUBLISHED)) {
      String selector = field(mark);
      if (selector != null) {
        yaml.entry(0, mark.key(), selector);
        promised.add(mark.key());
      }
    }
    if (promised.contains("title")) {
      yaml.flow(0, "expect", List.of("title"));
    }
    test(yaml, stem);
    String reason =
        "from " + marks.size() + " marks, looked at on " + (others.size() + 1) + " pages";
    return new LearnedRule(yaml.toString(), reason, others.size() + 1, List.of(page.page()));
  }

  private List<Block> marked(Mark mark) {
    return blocks.list().stream().filter(b -> marks.get(b.index()) == mark).toList();
  }

  private void places(YamlWriter yaml, String key, Mark mark) {
    Set<String> selectors = new LinkedHashSet<>();
    Set<String> texts = new LinkedHashSet<>();
    for (Block block : marked(mark)) {
      String selector = place(block, mark);
      if (selector != null) {
        selectors.add(selector);
      } else {
        texts.add(block.text());
      }
    }
    if (!selectors.isEmpty() || !texts.isEmpty()) {
      yaml.key(0, key);
      selectors.forEach(selector -> yaml.item(2, selector));
      texts.forEach(text -> yaml.item(2, Map.of("text", List.of(text))));
    }
  }

  /** Returns the narrowest selector that holds a block and nothing it must not hold, or null. */
  private @Nullable String place(Block block, Mark mark) {
    String tag = block.box() == null ? "" : Objects.requireNonNull(block.box()).normalName();
    Element at = block.box();
    for (int level = 0; level < LEVELS && at != null; level++) {
      for (String name : StableNames.of(at)) {
        // Deeper selectors are more specific: a name and the kind of the block's own element.
        List<String> tries =
            level == 0 ? List.of(name) : List.of(name + " > " + tag, name + " " + tag, name);
        for (String selector : tries) {
          if (holds(selector, block, mark)) {
            return selector;
          }
        }
      }
      at = at.parent();
    }
    return null;
  }

  private boolean holds(String selector, Block block, Mark mark) {
    BitSet inside = within(blocks.list(), document.select(selector));
    if (!inside.get(block.index())) {
      return false;
    }
    for (int i = inside.nextSetBit(0); i >= 0; i = inside.nextSetBit(i + 1)) {
      boolean kept = i < judged() && article.explanation().blocks().get(i).verdict().kept();
      Mark said = marks.get(i);
      boolean allowed = said == null ? kept == (mark == Mark.TEXT) : said == mark;
      if (!allowed) {
        return false;
      }
    }
    return mark != Mark.JUNK || others.stream().allMatch(other -> isHarmless(selector, other));
  }

  private int judged() {
    return article.explanation().blocks().size();
  }

  private static boolean isHarmless(String selector, Sample other) {
    BitSet taken = within(other.blocks(), other.document().select(selector));
    if (taken.intersects(other.fields())) {
      return false;
    }
    taken.and(other.kept());
    return other.words(taken) <= MOST_TAKEN * other.words(other.kept());
  }

  private static BitSet within(List<Block> blocks, Elements elements) {
    Set<Element> wanted = new LinkedHashSet<>(elements);
    BitSet in = new BitSet();
    for (Block block : blocks) {
      for (Element at = block.box(); at != null; at = at.parent()) {
        if (wanted.contains(at)) {
          in.set(block.index());
          break;
        }
      }
    }
    return in;
  }

  /** Returns the selector whose first element on the page is the one that was marked, or null. */
  private @Nullable String field(Mark mark) {
    for (Block block : marked(mark)) {
      Element inner = block.element();
      Element at = inner == null ? block.box() : inner;
      for (int level = 0; level < 3 && at != null; level++) {
        String tag = at.normalName();
        List<String> names = new ArrayList<>();
        StableNames.of(at)
            .forEach(
                name -> names.add(name.startsWith("#") || name.equals(tag) ? name : tag + name));
        names.add(tag);
        for (String name : names) {
          boolean plain = name.equals(tag) && !tag.equals("h1") && !tag.equals("time");
          Element first = plain ? null : document.selectFirst(name);
          if (at.equals(first)) {
            return name;
          }
        }
        at = at.parent();
      }
    }
    return null;
  }

  private void test(YamlWriter yaml, String stem) {
    Map<String, List<String>> test = new LinkedHashMap<>();
    test.put("page", List.of("tests/" + stem + "-1.html"));
    String url = page.page().url();
    test.put("url", url == null ? List.of() : List.of(url));
    test.put("contains", beginnings(Mark.TEXT));
    test.put("lacks", beginnings(Mark.JUNK));
    test.put("title", marked(Mark.TITLE).stream().limit(1).map(Block::text).toList());
    yaml.key(0, "tests");
    yaml.item(2, test);
  }

  private List<String> beginnings(Mark mark) {
    return marked(mark).stream()
        .map(block -> RuleText.beginning(block.text()))
        .filter(text -> mark == Mark.TEXT || !isKeptElsewhere(text))
        .distinct()
        .toList();
  }

  /** Returns whether a block that is not marked as junk says the same and stays. */
  private boolean isKeptElsewhere(String text) {
    return blocks.list().stream()
        .anyMatch(
            block ->
                marks.get(block.index()) != Mark.JUNK
                    && block.index() < judged()
                    && article.explanation().blocks().get(block.index()).verdict().kept()
                    && block.text().contains(text));
  }
}
