package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.coupure.block.Block;
import org.coupure.text.Tokens;
import org.jsoup.nodes.Element;

/**
 * Makes plain text of a page's blocks as people's scrapers leave it behind. Chance is seeded, so
 * that the same page gives the same dump.
 */
final class MadeDump {
  /** Entries of a menu are no longer (words). */
  private static final int LONGEST_ENTRY = 6;

  /** Of what stands around the text an excerpt keeps no more (blocks). */
  private static final int MARGIN = 8;

  /** How a dump looks. */
  enum Style {
    /** The whole page, a blank line between blocks. */
    BLANK,
    /** The whole page, a block a line. */
    LINES,
    /** The whole page, the entries of a menu or breadcrumb on one line. */
    GLUED,
    /** The whole page, folded at a fixed width. */
    WRAPPED,
    /** The text and some lines around it, as a selector for the article gives it. */
    EXCERPT,
    /** Nothing but the text, below its headline. */
    CLEAN
  }

  private final String title;
  private final List<Block> blocks;
  private final boolean[] in;
  private final Random random;

  /**
   * @param title the page's title
   * @param in which blocks are its text
   */
  MadeDump(String title, List<Block> blocks, boolean[] in, long seed) {
    this.title = title;
    this.blocks = blocks;
    this.in = in;
    this.random = new Random(seed);
  }

  String text(Style style) {
    return switch (style) {
      case BLANK -> join(texts(blocks), "\n\n");
      case LINES -> join(texts(blocks), "\n");
      case GLUED -> join(glued(), random.nextBoolean() ? "\n\n" : "\n");
      case WRAPPED -> join(folded(60 + random.nextInt(41)), "\n\n");
      case EXCERPT -> join(texts(excerpt()), random.nextInt(3) == 0 ? "\n" : "\n\n");
      case CLEAN -> join(texts(blocks.stream().filter(b -> in[b.index()]).toList()), "\n\n");
    };
  }

  private String join(List<String> lines, String separator) {
    return title.isBlank()
        ? String.join(separator, lines)
        : title + separator + String.join(separator, lines);
  }

  private static List<String> texts(List<Block> blocks) {
    return blocks.stream().map(Block::text).toList();
  }

  /** Returns the lines with neighbours of one list joined, with a space or with nothing between. */
  private List<String> glued() {
    String glue = random.nextBoolean() ? " " : "";
    List<String> lines = new ArrayList<>();
    Element last = null;
    for (Block block : blocks) {
      Element list = listAround(block);
      if (list != null && list.equals(last)) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + glue + block.text());
      } else {
        lines.add(block.text());
      }
      last = list;
    }
    return lines;
  }

  private Element listAround(Block block) {
    boolean entry =
        !in[block.index()]
            && block.linkDensity() > 0.5
            && Tokens.count(block.text()) <= LONGEST_ENTRY;
    Element box = entry ? block.box() : null;
    return box == null ? null : box.parent();
  }

  private List<String> folded(int width) {
    List<String> folded = new ArrayList<>();
    for (Block block : blocks) {
      StringBuilder text = new StringBuilder();
      int column = 0;
      for (String word : block.text().split(" ")) {
        if (column > 0 && column + 1 + word.length() > width) {
          text.append('\n');
          column = 0;
        } else if (column > 0) {
          text.append(' ');
          column++;
        }
        text.append(word);
        column += word.length();
      }
      folded.add(text.toString());
    }
    return folded;
  }

  private List<Block> excerpt() {
    int first = 0;
    int last = blocks.size() - 1;
    while (first < last && !in[first]) {
      first++;
    }
    while (last > first && !in[last]) {
      last--;
    }
    int from = Math.max(0, first - random.nextInt(MARGIN));
    int to = Math.min(blocks.size(), last + 1 + random.nextInt(MARGIN));
    return blocks.subList(from, to);
  }
}
