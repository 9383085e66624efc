package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Outline;
import org.coupure.block.Tags;

/**
 * Drops captions and credits that no class gives away: the few words in a box with an image whose
 * own name says that it holds one.
 */
final class CaptionBoxes {
  private static final BoxNames NAMES = BoxNames.of("image");

  /** Sections of shops that set an image and a text side by side. */
  private static final BoxNames OTHERS = BoxNames.of("text");

  /** A caption, its credit, and a button that enlarges the image. */
  private static final int MOST_BLOCKS = 3;

  private static final int MOST_WORDS = 80;
  private static final int LONGEST = 40;

  /** Where such boxes hold more of what is kept, they are what the page is about. */
  private static final double MOST_SHARE = 0.25;

  private static final int IMAGE = Tags.number("img");

  private CaptionBoxes() {}

  /** Captions are dropped only if at least so many words of prose remain. */
  static void drop(DraftVerdicts draft, int leastProse) {
    List<Integer> captions = captions(draft);
    if (captions.isEmpty()) {
      return;
    }
    int kept = 0;
    int prose = 0;
    for (int i = 0; i < draft.blocks().size(); i++) {
      kept += draft.isKept(i) ? draft.words(i) : 0;
      prose += draft.prose(i);
    }
    int held = 0;
    for (int i : captions) {
      held += draft.words(i);
      prose -= draft.prose(i);
    }
    if (prose < leastProse || held > MOST_SHARE * kept) {
      return;
    }
    for (int i : captions) {
      if (draft.words(i) <= LONGEST) {
        draft.drop(i, Decider.STRUCTURE, "in a box named for its image");
      }
    }
  }

  private static List<Integer> captions(DraftVerdicts draft) {
    Outline outline = draft.view.outline;
    List<Integer> captions = new ArrayList<>();
    int done = 0;
    for (int row = 1; row < outline.size(); row++) {
      int box = outline.tag(row) == IMAGE ? box(draft, row) : -1;
      if (box >= 0 && outline.firstBlock(box) >= done) {
        done = outline.endBlock(box);
        for (int i = outline.firstBlock(box); i < done; i++) {
          if (draft.mayDrop(i) && !draft.is(i, PassageKind.HEADING) && !draft.isLinked(i)) {
            captions.add(i);
          }
        }
      }
    }
    return captions;
  }

  /** Returns the largest box around an image that is named for it and holds few words, or -1. */
  private static int box(DraftVerdicts draft, int image) {
    Outline outline = draft.view.outline;
    int box = -1;
    for (int row = outline.parent(image); row >= 0; row = outline.parent(row)) {
      int from = outline.firstBlock(row);
      int to = outline.endBlock(row);
      if (to - from > MOST_BLOCKS || draft.view.tokens(from, to) > MOST_WORDS) {
        return box;
      }
      box = from < to && isNamed(outline, row) ? row : box;
    }
    return box;
  }

  private static boolean isNamed(Outline outline, int row) {
    return NAMES.name(outline, row) && !OTHERS.name(outline, row);
  }
}
