package org.coupure.verdict;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict.Decider;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Drops the headlines of other articles that stand as cards between paragraphs: one link around an
 * image and a heading. Pages of more cards than paragraphs are lists, whose cards are their text.
 */
final class LinkedCards {
  /** Paragraphs for each card of an article. */
  private static final int PARAGRAPHS = 2;

  /** Words of the shortest of them. */
  private static final int SHORTEST = 12;

  private LinkedCards() {}

  static void drop(DraftVerdicts draft) {
    List<Integer> cards = new ArrayList<>();
    int paragraphs = 0;
    for (int i = 0; i < draft.blocks().size(); i++) {
      paragraphs += isParagraph(draft, i) ? 1 : 0;
      if (draft.mayDrop(i)
          && draft.is(i, PassageKind.HEADING)
          && isCard(draft.block(i).element())) {
        cards.add(i);
      }
    }
    if (cards.size() * PARAGRAPHS <= paragraphs) {
      for (int i : cards) {
        if (isParagraph(draft, next(draft, i, -1)) && isParagraph(draft, next(draft, i, 1))) {
          draft.drop(i, Decider.STRUCTURE, "a link around an image and a heading");
        }
      }
    }
  }

  private static boolean isParagraph(DraftVerdicts draft, int i) {
    return i >= 0
        && draft.isKept(i)
        && draft.is(i, PassageKind.PARAGRAPH)
        && draft.words(i) >= SHORTEST
        && !draft.isLinked(i);
  }

  /** Returns the next block that is kept, or -1. */
  private static int next(DraftVerdicts draft, int from, int step) {
    int i = from + step;
    while (i >= 0 && i < draft.blocks().size() && !draft.isKept(i)) {
      i += step;
    }
    return i < draft.blocks().size() ? i : -1;
  }

  private static boolean isCard(@Nullable Element heading) {
    Element link = heading == null ? null : heading.closest("a[href]");
    return link != null && link.selectFirst("img") != null;
  }
}
