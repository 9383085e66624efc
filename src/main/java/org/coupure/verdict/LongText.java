package org.coupure.verdict;

import java.util.HashMap;
import java.util.Map;
import org.coupure.article.PassageKind;
import org.coupure.block.Outline;

/**
 * Keeps long reads to their end. The model's features of place and length grow with the page, and
 * hardly any page that it learned from is longer than six thousand words: of texts of ten thousand
 * words it lost a tenth, nearly all behind the middle. So where one element holds that much text,
 * what stands farther below is kept when its tags and classes are those of text that the model
 * keeps in the beginning.
 */
final class LongText {
  /**
   * Words of the beginning. Made pages of 6,000 words lose next to nothing yet, of 10,000 words
   * nothing before the middle.
   */
  private static final int LEAST_WORDS = 3000;

  /** The share of the page's kept prose that the element must hold. */
  private static final double WHOLE = 0.9;

  /** The share that the model must keep in the beginning of all that stands alike. */
  private static final double KEPT_SHARE = 0.9;

  /**
   * A block with a lower probability is something else. Of what it loses of made long reads all but
   * a thousandth has more; of what it drops in long pages of wcxb-dev, mostly rightly, a third has
   * less.
   */
  private static final float LEAST = 0.2f;

  /** Shorter blocks may be labels. */
  private static final int LEAST_TEXT = 6;

  private static final int CERTAIN = 2;

  private LongText() {}

  static void restore(DraftVerdicts draft, float[] p) {
    int holder = holder(draft);
    if (holder < 0) {
      return;
    }
    Outline outline = draft.view.outline;
    int from = outline.firstBlock(holder);
    int to = outline.endBlock(holder);
    Map<Integer, int[]> places = new HashMap<>();
    int read = 0;
    for (int i = from; i < to; i++) {
      if (!isText(draft, i)) {
        continue;
      }
      int[] words = places.computeIfAbsent(place(draft, i, holder), place -> new int[2]);
      if (read < LEAST_WORDS) {
        words[0] += draft.words(i);
        words[1] += draft.isKept(i) ? draft.words(i) : 0;
      } else if (p[i] >= LEAST
          && draft.mayKeep(i)
          && draft.view.phraseStrength[i] != CERTAIN
          && words[0] > 0
          && words[1] >= KEPT_SHARE * words[0]) {
        draft.keep(i, "stands in a long text like what is kept of its beginning");
      }
      read += draft.words(i);
    }
  }

  /** Returns the row of the innermost element that holds a long text nearly whole, or -1. */
  private static int holder(DraftVerdicts draft) {
    int all = draft.prose();
    if (all < LEAST_WORDS) {
      return -1;
    }
    int count = draft.blocks().size();
    int[] before = new int[count + 1];
    int[] kept = new int[count + 1];
    for (int i = 0; i < count; i++) {
      before[i + 1] = before[i] + (isText(draft, i) ? draft.words(i) : 0);
      kept[i + 1] = kept[i] + draft.prose(i);
    }
    Outline outline = draft.view.outline;
    int holder = -1;
    for (int row = 0; row < outline.size(); row++) {
      int from = outline.firstBlock(row);
      int to = outline.endBlock(row);
      if (to > from
          && kept[to] - kept[from] >= WHOLE * all
          && before[to] - before[from] >= LEAST_WORDS) {
        holder = row;
      }
    }
    return holder;
  }

  private static boolean isText(DraftVerdicts draft, int i) {
    boolean kind =
        draft.is(i, PassageKind.PARAGRAPH)
            || draft.is(i, PassageKind.LIST_ITEM)
            || draft.is(i, PassageKind.QUOTE);
    return kind && draft.words(i) >= LEAST_TEXT && !draft.isLinked(i);
  }

  /** Returns a number for the tags and classes from a block's box up to the holder. */
  private static int place(DraftVerdicts draft, int i, int holder) {
    Outline outline = draft.view.outline;
    int place = 1;
    for (int row = draft.view.boxRow(i); row > holder; row = outline.parent(row)) {
      place = place * 31 + outline.tag(row) * 1021 + outline.classNumber(row);
    }
    return place;
  }
}
