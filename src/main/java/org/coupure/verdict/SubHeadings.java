package org.coupure.verdict;

import org.coupure.article.Kind;
import org.coupure.block.Outline;

/** Keeps headings that stand between kept paragraphs of one box: the article's own. */
final class SubHeadings {
  /**
   * What the model gives less is a heading of something else. From .1 to .2 the development sets
   * gain alike.
   */
  private static final float LEAST = 0.1f;

  /** A paragraph farther above belongs to another part of the page. */
  private static final int REACH = 12;

  private static final int CERTAIN = 2;

  private SubHeadings() {}

  static void restore(ContextPass look, float[] p) {
    int paragraph = -1;
    for (int i = 0; i + 1 < p.length; i++) {
      if (look.is(i, Kind.PARAGRAPH)) {
        paragraph = look.isKept(i) ? i : paragraph;
      } else if (p[i] >= LEAST && isHeading(look, i) && opensText(look, i)) {
        boolean within = paragraph >= 0 && i - paragraph <= REACH && isNear(look, paragraph, i);
        if (within) {
          look.keep(i, "a heading between kept paragraphs");
        }
      }
    }
  }

  private static boolean isHeading(ContextPass look, int i) {
    return look.mayKeep(i)
        && look.is(i, Kind.HEADING)
        && !look.isLinked(i)
        && look.view.phraseStrength[i] != CERTAIN;
  }

  private static boolean opensText(ContextPass look, int i) {
    return look.isKept(i + 1) && look.is(i + 1, Kind.PARAGRAPH) && isNear(look, i, i + 1);
  }

  /** Returns whether two blocks' boxes have a parent in common, or a parent's parent. */
  private static boolean isNear(ContextPass look, int one, int two) {
    Outline outline = look.view.outline;
    int a = look.parent(one);
    int b = look.parent(two);
    return a >= 0 && b >= 0 && (a == b || outline.parent(a) == outline.parent(b));
  }
}
