package org.coupure.verdict;

import org.coupure.block.Block;
import org.coupure.block.Outline;

/**
 * Tells which blocks stand inside boxes that ask for consent, by the names their makers gave them.
 * Looks at no more elements than it is asked about. Not thread-safe.
 */
final class ConsentBoxes {
  private static final BoxNames NAMES = BoxNames.of("consent");

  private static final byte OUTSIDE = 1;
  private static final byte INSIDE = 2;

  private final Outline outline;

  /** The results for each class attribute and each row; 0 where not computed yet. */
  private final byte[] classes;

  private final byte[] rows;

  ConsentBoxes(Outline outline) {
    this.outline = outline;
    this.classes = new byte[outline.classNames().count()];
    this.rows = new byte[outline.size()];
  }

  /** Returns whether such a box holds {@code block}. */
  boolean hold(Block block) {
    if (block.row() < 0) {
      return false;
    }
    // The body's class may name a box that covers the page, so the body itself is not a box.
    int at = block.row();
    while (at > 0 && rows[at] == 0 && !isBox(at)) {
      at = outline.parent(at);
    }
    byte place = at <= 0 ? OUTSIDE : rows[at] == 0 ? INSIDE : rows[at];
    for (int row = block.row(); row > 0 && rows[row] == 0 && row >= at; row = outline.parent(row)) {
      rows[row] = place;
    }
    return place == INSIDE;
  }

  private boolean isBox(int row) {
    int number = outline.classNumber(row);
    if (classes[number] == 0) {
      classes[number] = NAMES.in(outline.classNames(), number).isEmpty() ? OUTSIDE : INSIDE;
    }
    return classes[number] == INSIDE
        || !NAMES.in(outline.labelNames(), outline.idNumber(row)).isEmpty();
  }
}
