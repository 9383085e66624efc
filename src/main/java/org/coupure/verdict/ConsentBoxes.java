package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;

/** Finds the blocks inside boxes that ask for consent, by the names their makers gave them. */
final class ConsentBoxes {
  private static final BoxNames NAMES =
      new BoxNames(
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "rgpd",
          "dsgvo",
          "ccpa",
          "onetrust",
          "didomi",
          "usercentrics",
          "sourcepoint",
          "quantcast",
          "cookiebot");

  private ConsentBoxes() {}

  /** Returns for each block whether such a box holds it. */
  static boolean[] blocks(Blocks page) {
    Outline outline = page.outline();
    boolean[] byClass = byClass(outline.classAttributes());
    boolean[] inside = new boolean[outline.size()];
    boolean[] blocks = new boolean[page.list().size()];
    // The body is named after what hangs over it, so it is no box itself.
    for (int row = 1; row < inside.length; row++) {
      inside[row] =
          inside[outline.parent(row)]
              || byClass[outline.classNumber(row)]
              || !NAMES.in(outline.id(row)).isEmpty();
    }
    for (Block block : page.list()) {
      blocks[block.index()] = block.row() >= 0 && inside[block.row()];
    }
    return blocks;
  }

  private static boolean[] byClass(List<String> attributes) {
    boolean[] tell = new boolean[attributes.size()];
    for (int i = 0; i < tell.length; i++) {
      tell[i] = !NAMES.in(attributes.get(i)).isEmpty();
    }
    return tell;
  }
}
