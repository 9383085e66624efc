package org.coupure.block;

import java.util.List;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.coupure.text.Sentences;
import org.coupure.text.Tokens;

/** Finds the headline of a plain-text dump among its first lines. */
public final class DumpTitle {
  /** How many blocks may stand before the first paragraph and still be looked at. */
  private static final int HEAD = 400;

  /** So many words or more, and a sentence end, make a paragraph of a block. */
  private static final int PARAGRAPH = 15;

  /** Longer headlines were not seen. */
  private static final int LONGEST = 40;

  private DumpTitle() {}

  /**
   * Returns the index of the block that is the headline of a dump, or -1 when there is none. The
   * line that a later one above the text repeats, alone or behind a breadcrumb or before the site's
   * name, is the headline; else the first line that is no junk phrase.
   */
  public static int find(Blocks blocks) {
    List<Block> list = blocks.list();
    int head = headEnd(list);
    int first = -1;
    int firstLong = -1;
    for (int i = 0; i < head; i++) {
      String text = list.get(i).text();
      Phrase phrase = PhraseBook.bundled().match(text);
      if (phrase != null || Tokens.count(text) > LONGEST) {
        continue;
      }
      int repeat = repeatOf(list, i, head);
      if (repeat >= 0) {
        return repeat;
      }
      first = first < 0 ? i : first;
      firstLong = firstLong < 0 && Tokens.count(text) >= Headlines.FEWEST_WORDS ? i : firstLong;
    }
    return firstLong >= 0 && firstLong - first <= NEAR ? firstLong : first;
  }

  /** A kicker or a site's name may stand before the headline, but no menu. */
  private static final int NEAR = 3;

  /** Returns the block after {@code index} above the text that is the same headline, or -1. */
  private static int repeatOf(List<Block> list, int index, int head) {
    String text = list.get(index).text();
    if (Tokens.count(text) < 3) {
      return -1;
    }
    int best = -1;
    for (int i = index + 1; i < head; i++) {
      String other = list.get(i).text();
      if (Headlines.isSame(text, other) || Headlines.isPart(other, text)) {
        best = i;
      }
    }
    return best;
  }

  /** Returns the index of the first paragraph. */
  private static int headEnd(List<Block> list) {
    int end = Math.min(list.size(), HEAD);
    for (int i = 1; i < end; i++) {
      String text = list.get(i).text();
      if (Sentences.isEnd(text) && !Sentences.isCut(text) && Tokens.count(text) >= PARAGRAPH) {
        return i;
      }
    }
    return end;
  }
}
