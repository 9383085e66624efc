package org.coupure.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.DumpLines;
import org.jspecify.annotations.Nullable;

/**
 * Drops what a plain-text dump holds twice: the whole text once more below, and the teaser above a
 * paragraph that begins with it.
 */
final class DumpCopies {
  /** Words of the shortest second copy; less may recur, as refrains do. As in HTML. */
  private static final int LEAST_COPY = 25;

  /** Words of the shortest teaser. Chosen. */
  private static final int LEAST_TEASER = 8;

  /** Characters by which a teaser and its paragraph are found. */
  private static final int BEGINNING = 30;

  private DumpCopies() {}

  static void drop(BlockVerdicts verdicts) {
    List<Block> list = verdicts.blocks().list();
    Map<String, Integer> first = new HashMap<>();
    int[] copied = new int[list.size()];
    for (Block block : list) {
      Integer before = first.putIfAbsent(block.text(), block.index());
      copied[block.index()] = before == null ? -1 : before;
    }
    DumpLines lines = verdicts.blocks().dumpLines();
    for (int i = 0; i < copied.length; i++) {
      int end = runEnd(copied, i);
      if (end > i && words(list, i, end) >= LEAST_COPY && isText(lines, copied[i], end - i)) {
        for (int at = i; at < end; at++) {
          verdicts.drop(at, Decider.STRUCTURE, "a copy of text above");
        }
      }
      i = Math.max(i, end - 1);
    }
    dropTeasers(verdicts, list);
  }

  /** Returns the index behind the lines from {@code start} on that copy lines one after another. */
  private static int runEnd(int[] copied, int start) {
    int end = start;
    while (end < copied.length && copied[end] >= 0 && copied[end] == copied[start] + end - start) {
      end++;
    }
    return end;
  }

  private static int words(List<Block> list, int start, int end) {
    int words = 0;
    for (Block block : list.subList(start, end)) {
      words += block.words();
    }
    return words;
  }

  /** Returns whether the model takes most of the first copies for text. */
  private static boolean isText(@Nullable DumpLines lines, int start, int count) {
    int text = 0;
    for (int i = start; lines != null && i < start + count; i++) {
      text += lines.chance(i) >= 0.5f ? 1 : 0;
    }
    return lines == null || text * 2 >= count;
  }

  /** A teaser ends inside of the sentence, or with the first one, of the paragraph below it. */
  private static void dropTeasers(BlockVerdicts verdicts, List<Block> list) {
    Map<String, Block> teasers = new HashMap<>();
    for (Block block : list) {
      String text = block.text();
      if (text.length() < BEGINNING) {
        continue;
      }
      Block teaser = teasers.putIfAbsent(text.substring(0, BEGINNING), block);
      String begun = teaser == null ? "" : uncut(teaser.text());
      boolean shorter = teaser != null && text.length() > begun.length() + 1;
      if (shorter && teaser.words() >= LEAST_TEASER && text.startsWith(begun)) {
        verdicts.drop(teaser.index(), Decider.STRUCTURE, "a teaser of text below");
        teasers.put(text.substring(0, BEGINNING), block);
      }
    }
  }

  /** Returns {@code text} without the dots of a text that was cut off. */
  private static String uncut(String text) {
    int end = text.length();
    while (end > 0 && "….[] ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
