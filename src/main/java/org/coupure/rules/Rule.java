package org.coupure.rules;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Ballot;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.rules.Coverage.Hit;
import org.coupure.rules.RuleParser.Part;
import org.coupure.text.Tokens;
import org.jsoup.nodes.Document;

/** What a person wrote for a site or a theme, compiled. Immutable and thread-safe. */
public final class Rule {
  /**
   * Words that `content` must hold to be believed. A lead box, a card of a related article or an
   * empty container that bears the class of the real one holds fewer; the shortest news items of
   * the development sets hold more.
   */
  static final int LEAST_WORDS = 25;

  private final String name;
  private final boolean theme;
  private final Map<Part, List<Selector>> parts;

  Rule(String name, boolean theme, Map<Part, List<Selector>> parts) {
    this.name = name;
    this.theme = theme;
    this.parts = new EnumMap<>(Part.class);
    parts.forEach((part, selectors) -> this.parts.put(part, List.copyOf(selectors)));
  }

  /** Returns the rule's name as records show it, such as {@code themes/tagdiv}. */
  public String name() {
    return name;
  }

  boolean hasContent() {
    return parts.containsKey(Part.CONTENT);
  }

  /** Returns this rule for a page where another one has the say about what the content is. */
  Rule withoutContent() {
    Map<Part, List<Selector>> rest = new EnumMap<>(parts);
    rest.remove(Part.CONTENT);
    return new Rule(name, theme, rest);
  }

  private List<Selector> part(Part part) {
    return parts.getOrDefault(part, List.of());
  }

  /** Returns what the rule's field selectors find in {@code document}, which is not changed. */
  public Fields fields(Document document) {
    PageDom page = new PageDom(document);
    List<Fields.Found> titles = found(part(Part.TITLE), page);
    List<Fields.Found> published = found(part(Part.PUBLISHED), page);
    return new Fields(
        titles.isEmpty() ? null : titles.get(0),
        found(part(Part.AUTHORS), page),
        published.isEmpty() ? null : published.get(0));
  }

  /** Returns the values of the first selector that has any. */
  private static List<Fields.Found> found(List<Selector> selectors, PageDom page) {
    for (Selector selector : selectors) {
      List<String> values = selector.values(page);
      if (!values.isEmpty()) {
        return values.stream().map(raw -> new Fields.Found(raw, selector.where())).toList();
      }
    }
    return List.of();
  }

  /**
   * Drops what the rule removes, keeps what it keeps, and drops what lies outside of its content. A
   * site's content is kept; a theme's is left open for those who judge after it, since a theme
   * knows the container but not what a site puts into it. A rule whose content is not on the page,
   * or is too short to be the article, says nothing about what lies outside.
   */
  public void judge(Ballot ballot) {
    Blocks blocks = ballot.blocks();
    Document document = blocks.document();
    if (document == null) {
      return;
    }
    PageDom page = new PageDom(document);
    Coverage content = Coverage.of(part(Part.CONTENT), page);
    if (!isBelievable(blocks, content)) {
      content = Coverage.none();
    }
    // What holds the content is not furniture, whatever class it has on this page.
    Coverage furniture = Coverage.of(part(Part.REMOVE), page).withoutThoseAround(content);
    drop(ballot, furniture);
    keep(ballot, Coverage.of(part(Part.KEEP), page));
    confine(ballot, content);
  }

  private static boolean isBelievable(Blocks blocks, Coverage content) {
    int words = 0;
    for (Block block : blocks.list()) {
      if (words < LEAST_WORDS && content.around(block.element()) != null) {
        words += Tokens.count(block.text());
      }
    }
    return words >= LEAST_WORDS;
  }

  private void drop(Ballot ballot, Coverage furniture) {
    for (Block block : ballot.blocks().list()) {
      Hit hit = furniture.over(block);
      if (hit != null) {
        ballot.drop(block.index(), decider(), hit.where());
      }
    }
  }

  private void keep(Ballot ballot, Coverage kept) {
    for (Block block : ballot.blocks().list()) {
      Hit hit = kept.over(block);
      if (hit != null) {
        ballot.keep(block.index(), decider(), hit.where());
      }
    }
  }

  private void confine(Ballot ballot, Coverage content) {
    if (content.isEmpty()) {
      return;
    }
    String outside = "outside of content, " + part(Part.CONTENT).get(0).where();
    for (Block block : ballot.blocks().list()) {
      Hit hit = content.around(block.element());
      if (hit == null) {
        ballot.drop(block.index(), decider(), outside);
      } else if (!theme) {
        ballot.keep(block.index(), decider(), hit.where());
      }
    }
  }

  private Decider decider() {
    return theme ? Decider.THEME : Decider.RULE;
  }

  @Override
  public String toString() {
    return "Rule[" + name + "]";
  }
}
