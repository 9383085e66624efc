package org.coupure.metadata;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.metadata.Headlines.Choice;

/** The title that a page shows on a line which is no heading. Pure functions. */
final class VisibleTitle {
  /** Blocks between a headline and its text: who, when, a caption, buttons. */
  private static final int LINES_ABOVE_TEXT = 10;

  private static final int LEAST_PARAGRAPH = 15;

  private VisibleTitle() {}

  /**
   * Returns {@code choice}, or what the page shows on a line of its own when the choice is a title
   * that no heading shows, and that line the longest part of it.
   */
  static Choice over(Choice choice, StatedTitles titles, Blocks blocks) {
    boolean stated = choice.found().from().equals("json-ld");
    String key = choice.spot() != null || stated ? "" : Headlines.longestPart(titles);
    if (key.isEmpty() || Text.key(choice.title()).equals(key)) {
      return choice;
    }
    Block shown = null;
    for (Block block : blocks.list()) {
      boolean plain = block.hidden() == 0 && block.linkDensity() == 0;
      if (plain
          && block.text().length() <= 2 * key.length()
          && Headlines.hasKey(block.text(), key)) {
        if (shown != null) {
          // The site's name stands above and below.
          return choice;
        }
        shown = block;
      }
    }
    if (shown == null || !isAboveText(shown, blocks)) {
      return choice;
    }
    String line = Text.fold(shown.text());
    return new Choice(line, new RawValue(line, "text", "block " + shown.index()), null);
  }

  static boolean isAboveText(Block line, Blocks blocks) {
    List<Block> all = blocks.list();
    int end = Math.min(all.size(), line.index() + 1 + LINES_ABOVE_TEXT);
    for (Block block : all.subList(line.index() + 1, end)) {
      if (block.words() >= LEAST_PARAGRAPH && block.linkDensity() == 0) {
        return true;
      }
    }
    return false;
  }
}
