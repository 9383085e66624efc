package org.coupure.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coupure.ParsedPage;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Explanation.Judged;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.page.Page;
import org.coupure.page.Site;
import org.coupure.page.Url;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page with what the generic path kept of it, and what lies under which name. */
final class Sample {
  private final Page page;
  private final Article article;
  private final Document document;
  private final List<Block> blocks;
  private final BitSet kept;
  private final BitSet fields = new BitSet();
  private final BitSet open = new BitSet();
  private final int[] words;
  private final Map<String, BitSet> under = new LinkedHashMap<>();

  private Sample(Page page, Article article, Document document, List<Block> blocks, BitSet kept) {
    this.page = page;
    this.article = article;
    this.document = document;
    this.blocks = blocks;
    this.kept = kept;
    this.words = blocks.stream().mapToInt(Block::words).toArray();
    List<Judged> judged = article.explanation().blocks();
    for (int i = 0; i < judged.size(); i++) {
      Decider decider = judged.get(i).verdict().decider();
      fields.set(i, decider == Decider.FIELD);
      open.set(i, decider == Decider.CLASSIFIER);
    }
    Map<Element, List<String>> known = new HashMap<>();
    Set<String> made = StableNames.machinePrefixes(document);
    for (Block block : blocks) {
      for (String name : namesAround(block.box(), known)) {
        if (made.stream().noneMatch(prefix -> name.contains("." + prefix))) {
          under.computeIfAbsent(name, n -> new BitSet()).set(block.index());
        }
      }
    }
  }

  /**
   * Returns the page as a sample, or null when nothing can be learned from it.
   *
   * @param page the page with its URL
   * @param parsed its parse
   */
  static @Nullable Sample of(Page page, ParsedPage parsed, Clip clip) {
    Article article = clip.article();
    Document document = parsed.document();
    if (article == null || !clip.hasText() || document == null) {
      return null;
    }
    List<Block> blocks = Objects.requireNonNull(parsed.blocks()).list();
    List<Judged> judged = article.explanation().blocks();
    if (judged.size() != blocks.size()) {
      return null;
    }
    BitSet kept = new BitSet();
    for (int i = 0; i < blocks.size(); i++) {
      kept.set(i, judged.get(i).verdict().kept());
    }
    return kept.isEmpty() ? null : new Sample(page, article, document, blocks, kept);
  }

  /** The names of an element and all around it, inner ones joined to the page's own parts. */
  private static List<String> namesAround(@Nullable Element box, Map<Element, List<String>> known) {
    if (box == null) {
      return List.of();
    }
    List<String> names = known.get(box);
    if (names == null) {
      List<String> outer = namesAround(box.parent(), known);
      names = new ArrayList<>(outer);
      for (String own : StableNames.of(box)) {
        names.add(own);
        for (String part : List.of("article", "main")) {
          if (outer.contains(part) && !own.equals("article") && !own.equals("main")) {
            names.add(part + " " + own);
          }
        }
      }
      known.put(box, names);
    }
    return names;
  }

  Page page() {
    return page;
  }

  /** Returns the host of the page's URL without {@code www.}, or null when it has none. */
  @Nullable String host() {
    String host = Url.host(page.url());
    return host == null ? null : Site.withoutWww(host);
  }

  Article article() {
    return article;
  }

  Document document() {
    return document;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** Returns the blocks that the generic path kept. */
  BitSet kept() {
    return kept;
  }

  /** Returns the blocks that became fields: the title, a byline, a date line. */
  BitSet fields() {
    return fields;
  }

  /** Returns the blocks that the classifier decided, because no certain judge did. */
  BitSet open() {
    return open;
  }

  /** Returns each name with the blocks beneath elements of that name. */
  Map<String, BitSet> under() {
    return under;
  }

  /** Returns the blocks beneath any of {@code selectors}, which are names of {@link #under}. */
  BitSet named(Iterable<String> selectors) {
    BitSet in = new BitSet();
    for (String selector : selectors) {
      in.or(under.getOrDefault(selector, new BitSet()));
    }
    return in;
  }

  /** Returns the blocks beneath {@code elements}. */
  BitSet within(List<Element> elements) {
    BitSet in = new BitSet();
    for (Block block : blocks) {
      for (Element at = block.box(); at != null; at = at.parent()) {
        if (elements.contains(at)) {
          in.set(block.index());
          break;
        }
      }
    }
    return in;
  }

  int words(BitSet of) {
    return of.stream().map(i -> words[i]).sum();
  }

  int words(int block) {
    return words[block];
  }

  String text(int block) {
    return Objects.requireNonNull(blocks.get(block)).text();
  }
}
