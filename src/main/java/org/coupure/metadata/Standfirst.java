package org.coupure.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.metadata.LinkedData.Thing;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the standfirst: what stands between headline and text and is neither of them. A block below
 * the headline is one when its markup says so, when the page's own summary says the same words, or
 * when a byline stands between it and the text; a paragraph among the text's others never is.
 */
final class Standfirst {
  /** Blocks behind the headline within which it stands, pictures and buttons between. */
  private static final int WITHIN = 14;

  /** Blocks behind one in which the text's other paragraphs are looked for. */
  private static final int AHEAD = 10;

  /** Blocks behind the headline at most when only its place tells. */
  private static final int NEXT = 3;

  /** Fewer characters are a line about the text when only its place tells. */
  private static final int SENTENCE = 60;

  /** Levels above a block whose names may speak of it alone. */
  private static final int UP = 4;

  private static final int MIN_CHARS = 25;

  /** Longer ones are text, whatever they are called. */
  private static final int MAX_CHARS = 700;

  /** A paragraph of the text is longer than a line about it. */
  private static final int PARAGRAPH = 80;

  private static final double TITLE_AGAIN = 0.8;

  private static final List<String> SUMMARIES = MetaNames.of("description");

  /** What lines about the text are called. */
  private static final int LINES =
      ElementRoles.DATE
          | ElementRoles.MODIFIED
          | ElementRoles.BYLINE
          | ElementRoles.BIO
          | ElementRoles.CREDIT;

  private final PageScan scan;
  private final List<Block> blocks;
  private final int headline;
  private final Set<String> titles;
  private final Map<Integer, String> spent;

  Standfirst(
      PageScan scan,
      Blocks blocks,
      HeadlineArea area,
      @Nullable String title,
      Map<Integer, String> spent) {
    this.scan = scan;
    this.blocks = blocks.list();
    this.headline = area.headline();
    this.titles = titles(title);
    this.spent = spent;
  }

  /** Returns the standfirst, or null when there is none or it is not sure. */
  @Nullable String find(@Nullable Thing main, EvidenceLog log) {
    Set<String> summaries = summaries(main);
    boolean signed = false;
    for (int i = headline + 1; headline >= 0 && i < blocks.size() && i <= headline + WITHIN; i++) {
      Block block = blocks.get(i);
      if (!isCandidate(block)) {
        signed |= spent.containsKey(i) && !"title".equals(spent.get(i));
        continue;
      }
      RawValue raw = found(block, summaries, signed);
      if (raw != null) {
        log.add("subtitle", raw);
        return raw.value();
      }
      if (block.text().length() > PARAGRAPH && isAmongOthers(block)) {
        return null;
      }
    }
    return null;
  }

  private @Nullable RawValue found(Block block, Set<String> summaries, boolean signed) {
    String text = block.text();
    Element box = block.box();
    if (box == null || isForeign(block)) {
      return null;
    }
    Element marked = marked(block);
    if (marked != null) {
      return new RawValue(
          text, isProperty(marked) ? "microdata" : "class", MarkedElement.path(marked));
    }
    if (isAmongOthers(block)) {
      return null;
    }
    if (summaries.contains(Text.key(text))) {
      return new RawValue(text, "meta", MarkedElement.path(box));
    }
    boolean placed = isPlain(block) && ((!signed && isBeforeByline(block)) || isInHead(block));
    return placed ? new RawValue(text, "heading", MarkedElement.path(box)) : null;
  }

  private Set<String> summaries(@Nullable Thing main) {
    Set<String> keys = new HashSet<>();
    for (String name : SUMMARIES) {
      add(keys, scan.head.meta(name));
    }
    if (main != null) {
      add(keys, main.json().text("alternativeHeadline"));
      add(keys, main.json().text("description"));
    }
    return keys;
  }

  /** Returns what the page calls itself anywhere; other headlines stand below one as well. */
  private Set<String> titles(@Nullable String title) {
    Set<String> keys = new HashSet<>();
    add(keys, title);
    for (RawValue witness : scan.titles.all()) {
      add(keys, witness.value());
    }
    return keys;
  }

  private void add(Set<String> keys, @Nullable String text) {
    if (text != null) {
      keys.add(scan.titles.key(Text.plain(text)));
    }
  }

  private boolean isCandidate(Block block) {
    int length = block.text().length();
    boolean prose = block.kind() == PassageKind.PARAGRAPH || block.kind() == PassageKind.HEADING;
    return prose
        && length >= MIN_CHARS
        && length <= MAX_CHARS
        && block.hidden() == 0
        && !isHeadline(block)
        && block.linkDensity() < 0.5
        && !spent.containsKey(block.index())
        && !isTitle(Text.key(block.text()));
  }

  /** Returns whether it is one of several headings that make the headline. */
  private static boolean isHeadline(Block block) {
    Element box = block.box();
    Element parent = box == null ? null : box.parent();
    return block.kind() == PassageKind.HEADING
        && parent != null
        && parent.normalName().equals("hgroup");
  }

  private boolean isTitle(String key) {
    for (String title : titles) {
      if (TitleSimilarity.ofKeys(title, key) >= TITLE_AGAIN) {
        return true;
      }
    }
    return false;
  }

  /** Returns the element that names {@code block}, and it alone, a standfirst, or null. */
  private @Nullable Element marked(Block block) {
    Element up = block.element();
    for (int i = 0; up != null && i < UP; i++, up = up.parent()) {
      if (holds(up, block.index() - 1) || holds(up, block.index() + 1)) {
        return null;
      }
      if ((scan.hintOf(up) & ElementRoles.STANDFIRST) != 0 || isProperty(up)) {
        return up;
      }
    }
    return null;
  }

  private static boolean isProperty(Element element) {
    String property = element.attr("itemprop");
    return property.equals("alternativeHeadline") || property.equals("description");
  }

  private boolean holds(Element element, int index) {
    Element up = index < 0 || index >= blocks.size() ? null : blocks.get(index).element();
    while (up != null && !up.equals(element)) {
      up = up.parent();
    }
    return up != null;
  }

  /** Returns whether something between the block and what it shares with the headline is alien. */
  private boolean isForeign(Block block) {
    // Teasers are other articles' elsewhere; a standfirst right below the headline is one too.
    int alien = PageScan.ELSEWHERE | ElementRoles.CAPTION;
    alien &= block.index() <= headline + NEXT ? ~ElementRoles.RELATED : ~0;
    for (Element up = block.element(); up != null && !holds(up, headline); up = up.parent()) {
      String tag = up.normalName();
      if ((scan.hintOf(up) & alien) != 0 || tag.equals("aside") || tag.equals("nav")) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the paragraphs behind it are its siblings, as a text's are. */
  private boolean isAmongOthers(Block block) {
    Element box = block.box();
    Element parent = box == null ? null : box.parent();
    int last = Math.min(blocks.size() - 1, block.index() + AHEAD);
    for (int i = block.index() + 1; i <= last; i++) {
      Block other = blocks.get(i);
      boolean paragraph =
          other.kind() == PassageKind.PARAGRAPH && other.text().length() > PARAGRAPH;
      Element otherBox = other.box();
      if (paragraph && otherBox != null && Objects.equals(otherBox.parent(), parent)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether it is a paragraph that says nothing else of itself. */
  private boolean isPlain(Block block) {
    boolean plain = block.kind() == PassageKind.PARAGRAPH;
    Element up = block.element();
    for (int i = 0; plain && up != null && i < 2; i++, up = up.parent()) {
      plain = (scan.hintOf(up) & LINES) == 0 && !isHeading(up);
    }
    return plain;
  }

  private static boolean isHeading(Element element) {
    String tag = element.normalName();
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }

  /** Returns whether it stands with the headline in a box that holds none of the text. */
  private boolean isInHead(Block block) {
    if (block.text().length() < SENTENCE || block.index() > headline + NEXT) {
      return false;
    }
    Element head = block.element();
    while (head != null && !holds(head, headline)) {
      head = head.parent();
    }
    int last = Math.min(blocks.size() - 1, block.index() + AHEAD);
    boolean text = false;
    for (int i = block.index() + 1; head != null && i <= last; i++) {
      Block other = blocks.get(i);
      if (other.kind() == PassageKind.PARAGRAPH && isAmongOthers(other)) {
        text = true;
        if (holds(head, i)) {
          return false;
        }
      }
    }
    return text;
  }

  /** Returns whether the line right behind it says who or when. */
  private boolean isBeforeByline(Block block) {
    for (int i = block.index() + 1; i < blocks.size() && i <= block.index() + 2; i++) {
      String field = spent.get(i);
      if ("authors".equals(field) || "published".equals(field)) {
        return block.index() <= headline + 2;
      }
    }
    return false;
  }
}
