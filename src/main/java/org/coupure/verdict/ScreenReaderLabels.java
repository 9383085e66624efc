package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.ClassNameGroups;
import org.coupure.block.Outline;

/**
 * Drops what is spoken by screen readers and never shown, by the classes that frameworks have for
 * it. Unlike other hidden text no script uncovers it.
 */
final class ScreenReaderLabels {
  private static final List<String> NAMES = ClassNameGroups.words("part screen-reader");

  /** Tailwind's name for "shown after all", for widths of the screen. */
  private static final String SHOWN = "not-sr-only";

  /** The class is on the text's box or on one of so many elements around it. */
  private static final int LEVELS = 3;

  private ScreenReaderLabels() {}

  /**
   * Drops them.
   *
   * @param largestShare the share of the page's words beyond which they are the page
   */
  static void drop(BlockVerdicts verdicts, double largestShare) {
    Blocks blocks = verdicts.blocks();
    Outline outline = blocks.outline();
    boolean[] spoken = spoken(outline.classNames().attributes());
    if (spoken.length == 0) {
      return;
    }
    List<Integer> labels = new ArrayList<>();
    int words = 0;
    int held = 0;
    for (Block block : blocks.list()) {
      words += block.words();
      if (isInside(outline, block.boxRow(), spoken)) {
        labels.add(block.index());
        held += block.words();
      }
    }
    if (held <= words * largestShare) {
      labels.forEach(i -> verdicts.drop(i, Decider.STRUCTURE, "only for screen readers"));
    }
  }

  private static boolean isInside(Outline outline, int box, boolean[] spoken) {
    int row = box;
    for (int level = 0; level < LEVELS && row >= 0; level++) {
      if (spoken[outline.classNumber(row)]) {
        return true;
      }
      row = outline.parent(row);
    }
    return false;
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
    // Cheaper than small letters of all: few attributes have a part of a name.
    boolean maybe =
        attribute.contains("idden")
            || attribute.contains("eader")
            || attribute.contains("sr-only")
            || attribute.contains("for-sr")
            || attribute.contains("nvisible");
    if (!maybe) {
      return false;
    }
    String classes = attribute.toLowerCase(Locale.ROOT);
    for (String name : NAMES) {
      if (classes.contains(name)) {
        return !classes.contains(SHOWN);
      }
    }
    return false;
  }
}
