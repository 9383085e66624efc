package org.coupure.verdict;

import java.util.List;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;
import org.coupure.block.Outline.Skipped;
import org.jsoup.nodes.Element;

/**
 * Drops the few words around a field that asks for a mail address: a letter's name, what it
 * promises, and the terms. Hashed class names do not say that it is a newsletter; the field does.
 */
final class EmailForms {
  /** Words of the longest box: a name, two sentences and the terms. */
  private static final int MOST_WORDS = 60;

  /** Elements around the field that may be the box. */
  private static final int MOST_LEVELS = 5;

  /** A box that holds a larger share of the page's words may be what the page is about. */
  private static final double LARGEST_SHARE = 0.15;

  private EmailForms() {}

  static void drop(BlockVerdicts verdicts) {
    Blocks blocks = verdicts.blocks();
    Outline outline = blocks.outline();
    for (Skipped field : outline.skipped()) {
      int box = asksForUrl(field.element()) ? box(blocks.list(), outline, field.parent()) : -1;
      int end = box < 0 ? 0 : outline.endBlock(box);
      for (int i = box < 0 ? 0 : outline.firstBlock(box); i < end; i++) {
        verdicts.drop(i, Decider.STRUCTURE, "beside a field for an e-mail address");
      }
    }
  }

  private static boolean asksForUrl(Element field) {
    return field.normalName().equals("input") && field.attr("type").equalsIgnoreCase("email");
  }

  /** Returns the row of the largest element around the field that may be its box, or -1. */
  private static int box(List<Block> blocks, Outline outline, int parent) {
    int box = -1;
    int up = parent;
    for (int level = 0; level < MOST_LEVELS && up >= 0; level++) {
      if (!isSmall(blocks, outline.firstBlock(up), outline.endBlock(up))) {
        return box;
      }
      box = up;
      up = outline.parent(up);
    }
    return box;
  }

  private static boolean isSmall(List<Block> blocks, int from, int to) {
    int inside = words(blocks.subList(from, to), MOST_WORDS + 1);
    if (inside > MOST_WORDS) {
      return false;
    }
    int enough = (int) (inside / LARGEST_SHARE) + 1;
    return words(blocks, enough) >= enough;
  }

  /** Returns how many words there are, or some number from {@code enough} on. */
  private static int words(List<Block> blocks, int enough) {
    int words = 0;
    for (int i = 0; i < blocks.size() && words < enough; i++) {
      words += blocks.get(i).words();
    }
    return words;
  }
}
