package org.coupure.block;

import java.util.ArrayList;
import java.util.List;
import org.coupure.text.PhraseBook;
import org.coupure.text.Sentences;

/** Finds the headline of a plain-text dump among its first lines. */
public final class DumpTitle {
  /** Menus are no longer (blocks). */
  private static final int HEAD = 400;

  /** So many words and a sentence end make a paragraph of a block. */
  private static final int PARAGRAPH = 15;

  /** Words of the longest headline. */
  private static final int LONGEST = 40;

  /** A site's name and a kicker may stand before the headline, but no menu (blocks). */
  private static final int NEAR = 3;

  private DumpTitle() {}

  /**
   * Returns the index of the block that is the headline of a dump, or -1 when there is none. A line
   * above the text that repeats one before it (the page's title, with the site's name perhaps, or a
   * breadcrumb that ends with it) is the headline; else the first line that is no junk phrase and
   * has some words.
   */
  public static int find(Blocks blocks) {
    List<Block> list = blocks.list();
    int end = headEnd(list);
    List<Headline> head = new ArrayList<>(end);
    for (Block block : list.subList(0, end)) {
      head.add(Headline.of(block.text()));
    }
    int first = -1;
    int firstOfWords = -1;
    for (int i = 0; i < end; i++) {
      String text = list.get(i).text();
      int words = list.get(i).words();
      if (words > LONGEST || PhraseBook.bundled().match(text) != null) {
        continue;
      }
      int repeat = words < Headline.FEWEST_WORDS ? -1 : lastRepeat(head, i);
      if (repeat >= 0) {
        return repeat;
      }
      first = first < 0 ? i : first;
      firstOfWords = firstOfWords < 0 && words >= Headline.FEWEST_WORDS ? i : firstOfWords;
    }
    boolean aboveText = end < list.size();
    return aboveText && firstOfWords >= 0 && firstOfWords - first <= NEAR ? firstOfWords : first;
  }

  /** Returns the last line behind {@code index} that is the headline of that line, or -1. */
  private static int lastRepeat(List<Headline> head, int index) {
    for (int i = head.size() - 1; i > index; i--) {
      if (head.get(i).isRepeatedBy(head.get(index))) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the index of the first paragraph below the first line. */
  private static int headEnd(List<Block> list) {
    int end = Math.min(list.size(), HEAD);
    for (int i = 1; i < end; i++) {
      String text = list.get(i).text();
      if (Sentences.isEnd(text) && !Sentences.isCut(text) && list.get(i).words() >= PARAGRAPH) {
        return i;
      }
    }
    return end;
  }
}
