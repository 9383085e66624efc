package org.coupure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;
import org.coupure.date.DateLines;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The blocks around the headline, nearest first: those after it, then those before it; where a
 * reader looks for who and when. Immutable.
 */
final class HeadlineArea {
  private static final int AFTER = 16;
  private static final int BEFORE = 6;

  /** The standfirst and the paragraph behind it. */
  private static final int PARAGRAPHS = 2;

  /** Longer blocks are text, not lines about it. */
  static final int MAX_LINE = DateLines.MAX_LENGTH;

  /** Words of the shortest paragraph that shows that the text has begun. */
  private static final int PROSE = 30;

  /** Lines between a headline that is not seen and the text: kicker, byline, date. Chosen. */
  private static final int ABOVE = 4;

  private static final double HALF = 0.5;

  /** Steps from a block's element up to the heading that may hold it. */
  private static final int UP = 6;

  private final List<Block> all;
  private final List<Block> lines;
  private final int headline;
  private final @Nullable String title;

  private HeadlineArea(List<Block> all, List<Block> lines, int headline, @Nullable String title) {
    this.all = all;
    this.lines = lines;
    this.headline = headline;
    this.title = title;
  }

  static HeadlineArea of(Blocks blocks, @Nullable MarkedElement element, @Nullable String title) {
    List<Block> all = blocks.list();
    int at = element == null ? byText(all, title) : byElement(blocks, element.element());
    List<Block> lines = new ArrayList<>();
    if (at >= 0) {
      for (int i = at + 1; i < all.size() && i <= at + AFTER; i++) {
        add(lines, all.get(i));
      }
      for (int i = at - 1; i >= 0 && i >= at - BEFORE; i--) {
        add(lines, all.get(i));
      }
    }
    return new HeadlineArea(all, lines, at, title);
  }

  private static void add(List<Block> lines, Block block) {
    boolean shown = (block.hidden() & Block.HIDDEN_STYLE) == 0;
    if (shown && block.kind() != PassageKind.CODE && block.text().length() <= MAX_LINE) {
      lines.add(block);
    }
  }

  private static int byElement(Blocks blocks, Element heading) {
    Outline outline = blocks.outline();
    int wanted = outline.row(heading, 0);
    List<Block> list = blocks.list();
    for (int i = 0; wanted >= 0 && i < list.size(); i++) {
      // Rows count up in the page's order: what is in the heading comes after it.
      int row = list.get(i).row();
      for (int up = 0; row > wanted && up < UP - 1; up++) {
        row = outline.parent(row);
      }
      if (row == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static int byText(List<Block> blocks, @Nullable String title) {
    if (title == null) {
      return -1;
    }
    String key = Text.key(title);
    for (Block block : blocks) {
      if (block.text().length() < title.length() * 2 && Text.key(block.text()).equals(key)) {
        return block.index();
      }
    }
    return -1;
  }

  /** Returns the short, visible blocks, nearest first. */
  List<Block> lines() {
    return lines;
  }

  /**
   * Returns the short, visible blocks right above the first paragraph of text, nearest first: where
   * a reader looks when the headline is not seen.
   */
  List<Block> aboveText() {
    List<Block> above = new ArrayList<>();
    int first = 0;
    while (first < all.size() && !isProse(all.get(first))) {
      first++;
    }
    for (int i = first - 1; first < all.size() && i >= Math.max(0, first - ABOVE); i--) {
      add(above, all.get(i));
    }
    return above;
  }

  private static boolean isProse(Block block) {
    return block.kind() == PassageKind.PARAGRAPH
        && block.words() >= PROSE
        && block.linkDensity() < HALF;
  }

  /** Returns all blocks after the headline, in page order; all there are when it is not seen. */
  List<Block> below() {
    return all.subList(headline + 1, all.size());
  }

  /** Returns the blocks next to the headline, in page order, of any length. */
  List<Block> beginning() {
    return all.subList(headline + 1, Math.min(all.size(), headline + 1 + AFTER));
  }

  /** Returns whether a paragraph of the text stands between the headline and {@code block}. */
  boolean isInText(Block block) {
    for (int i = headline + 1; headline >= 0 && i < block.index(); i++) {
      if (isProse(all.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the first long blocks after a headline that is seen. */
  List<Block> firstParagraphs() {
    List<Block> first = new ArrayList<>();
    for (int i = headline + 1; headline >= 0 && i < all.size() && i <= headline + AFTER; i++) {
      if (all.get(i).text().length() > MAX_LINE && first.size() < PARAGRAPHS) {
        first.add(all.get(i));
      }
    }
    return first;
  }

  /** Returns the two blocks after {@code block}, as far as there are any. */
  List<Block> after(Block block) {
    int from = block.index() + 1;
    return all.subList(Math.min(from, all.size()), Math.min(from + 2, all.size()));
  }

  /** Returns whether a reader meets one of {@code names} anywhere on the page. */
  boolean says(List<String> names) {
    for (Block block : all) {
      for (String name : names) {
        if (block.text().contains(name)) {
          return true;
        }
      }
    }
    for (Block line : lines) {
      String lower = line.text().toLowerCase(Locale.ROOT);
      for (String name : names) {
        if (lower.contains(name.toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether {@code line} begins with words that the headline begins with, too. */
  boolean isOfHeadline(String line) {
    String key = headline < 0 ? "" : Text.key(all.get(headline).text());
    String other = Text.key(line);
    int blank = other.indexOf(' ', other.indexOf(' ') + 1);
    return blank > 0 && key.startsWith(other.substring(0, blank + 1));
  }

  /** Returns whether another block says {@code block}'s words and more, and none just them. */
  boolean tellsOf(Block block) {
    String words = block.text();
    boolean tells = false;
    for (Block other : all) {
      if (other.index() != block.index() && other.text().contains(words)) {
        if (other.text().length() <= words.length() + 1) {
          return false;
        }
        tells = true;
      }
    }
    return tells;
  }

  /** Returns the text of the block before {@code block}, empty when there is none. */
  String before(Block block) {
    return block.index() == 0 ? "" : all.get(block.index() - 1).text();
  }

  /** Returns what stands in the headline's block behind the title; empty when nothing does. */
  String behindTitle() {
    String text = headline < 0 || title == null ? "" : all.get(headline).text();
    return title != null && text.startsWith(title) ? text.substring(title.length()).strip() : "";
  }

  /** Returns the headline's block, which must be on the page. */
  Block block() {
    return all.get(headline);
  }

  /** Returns the index of the headline's block, or -1 when it is not on the page. */
  int headline() {
    return headline;
  }
}
