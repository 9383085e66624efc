package org.coupure.verdict;

import org.coupure.article.PassageKind;
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

  static void restore(DraftVerdicts draft, float[] p) {
    int paragraph = -1;
    for (int i = 0; i + 1 < p.length; i++) {
      if (draft.is(i, PassageKind.PARAGRAPH)) {
        paragraph = draft.isKept(i) ? i : paragraph;
      } else if (p[i] >= LEAST && isHeading(draft, i) && opensText(draft, i)) {
        boolean within = paragraph >= 0 && i - paragraph <= REACH && isNear(draft, paragraph, i);
        if (within) {
          draft.keep(i, "a heading between kept paragraphs");
        }
      }
    }
  }

  private static boolean isHeading(DraftVerdicts draft, int i) {
    return draft.mayKeep(i)
        && draft.is(i, PassageKind.HEADING)
        && !draft.isLinked(i)
        && draft.view.phraseStrength[i] != CERTAIN;
  }

  private static boolean opensText(DraftVerdicts draft, int i) {
    return draft.isKept(i + 1) && draft.is(i + 1, PassageKind.PARAGRAPH) && isNear(draft, i, i + 1);
  }

  /** Returns whether two blocks' boxes have a parent in common, or a parent's parent. */
  private static boolean isNear(DraftVerdicts draft, int one, int two) {
    Outline outline = draft.view.outline;
    int a = draft.parent(one);
    int b = draft.parent(two);
    return a >= 0 && b >= 0 && (a == b || outline.parent(a) == outline.parent(b));
  }
}
