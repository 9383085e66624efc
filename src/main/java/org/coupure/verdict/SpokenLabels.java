package org.coupure.verdict;

import java.util.List;
import java.util.Locale;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;

/**
 * Drops what is spoken by screen readers and never shown, by the classes that frameworks have for
 * it. Unlike other hidden text no script uncovers it.
 */
final class SpokenLabels {
  private static final List<String> NAMES =
      List.of(
          "visually-hidden",
          "visuallyhidden",
          "sr-only",
          "screen-reader",
          "screenreader",
          "show-for-sr",
          "element-invisible");

  /** Tailwind's name for "shown after all", for widths of the screen. */
  private static final String SHOWN = "not-sr-only";

  /** The class stands on the box of the text or on one of so many around it. */
  private static final int LEVELS = 3;

  /** Longer ones tell what a picture shows, or hold a table in words. */
  private static final int LONGEST = SecondLook.PROSE;

  private SpokenLabels() {}

  static void drop(Ballot ballot) {
    Blocks blocks = ballot.blocks();
    Outline outline = blocks.outline();
    boolean[] spoken = spoken(outline.classAttributes());
    if (spoken.length == 0) {
      return;
    }
    for (Block block : blocks.list()) {
      int row = block.words() <= LONGEST ? block.boxRow() : -1;
      for (int level = 0; level < LEVELS && row >= 0; level++) {
        if (spoken[outline.classNumber(row)]) {
          ballot.drop(block.index(), Decider.STRUCTURE, "only for screen readers");
        }
        row = outline.parent(row);
      }
    }
  }

  /** Returns for each attribute whether it hides, or nothing when none does. */
  private static boolean[] spoken(List<String> attributes) {
    boolean[] spoken = new boolean[attributes.size()];
    boolean any = false;
    for (int i = 0; i < spoken.length; i++) {
      spoken[i] = isSpoken(attributes.get(i));
      any |= spoken[i];
    }
    return any ? spoken : new boolean[0];
  }

  private static boolean isSpoken(String attribute) {
    String classes = attribute.toLowerCase(Locale.ROOT);
    for (String name : NAMES) {
      if (classes.contains(name)) {
        return !classes.contains(SHOWN);
      }
    }
    return false;
  }
}
