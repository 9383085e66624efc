package org.coupure.verdict;

import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;
import org.coupure.byline.BylineParser;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.jspecify.annotations.Nullable;

/** Keeps headings that stand between kept paragraphs, in HTML of one box: the article's own. */
final class SubHeadings {
  /**
   * A heading with a lower probability belongs to something else. From .1 to .2 the development
   * sets gain alike.
   */
  private static final float LEAST = 0.1f;

  /** A paragraph farther above belongs to another part of the page. */
  private static final int REACH = 12;

  private static final int CERTAIN = 2;

  /** In dumps, a line with a lower probability is not a sub-heading. Chosen. */
  private static final float LEAST_LINE = 0.2f;

  /** Lines around a sub-heading are text with this chance at least. Chosen. */
  private static final float SURE = 0.8f;

  /** More than any cut of the presets. */
  private static final float KEPT = 0.5f;

  /** Words of "14 April 2024 at 10.02 am". */
  private static final int LONGEST_TIME = 7;

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

  /**
   * Raises the chances of a dump's short lines that look like headings and stand between lines that
   * surely are text, to what is kept.
   */
  static void restore(Blocks blocks, float[] chances) {
    float[] given = chances.clone();
    for (Block block : blocks.list()) {
      int i = block.index();
      boolean heading =
          block.kind() == PassageKind.HEADING
              && given[i] >= LEAST_LINE
              && blocks.phrases(PhraseBook.bundled()).get(i) == null
              && !BylineParser.bundled().looksLikeByline(block.text());
      if (heading && isSure(given, i + 1) && isSure(given, above(blocks, i))) {
        chances[i] = Math.max(chances[i], KEPT);
      }
    }
  }

  /**
   * Returns the line above another one; a link to another article between them is passed over, and
   * the time of an entry of a ticker.
   */
  private static int above(Blocks blocks, int i) {
    List<@Nullable Phrase> phrases = blocks.phrases(PhraseBook.bundled());
    Phrase phrase = i > 1 ? phrases.get(i - 1) : null;
    boolean passed = phrase != null && phrase.certain();
    return passed || (i > 1 && isTime(blocks.list().get(i - 1))) ? i - 2 : i - 1;
  }

  /** "14 April, 10.02", "10:02": a dot, a colon or an h between digits, and little else. */
  private static boolean isTime(Block block) {
    String text = block.text();
    for (int i = 1; i < text.length() - 2 && block.words() <= LONGEST_TIME; i++) {
      boolean between =
          Character.isDigit(text.charAt(i - 1))
              && Character.isDigit(text.charAt(i + 1))
              && Character.isDigit(text.charAt(i + 2));
      if (between && ":.h".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSure(float[] chances, int i) {
    return i >= 0 && i < chances.length && chances[i] >= SURE;
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
