package org.coupure.block;

import java.util.ArrayList;
import java.util.List;
import org.coupure.text.LabelledLine;
import org.coupure.text.PhraseBook;
import org.coupure.text.Sentences;
import org.jspecify.annotations.Nullable;

/** Finds the headline of a plain-text dump among its first lines. */
public final class DumpTitle {
  /** Menus are no longer (blocks). */
  private static final int HEAD = 400;

  /** So many words and a sentence end make a paragraph of a block. */
  private static final int PARAGRAPH = 15;

  /** A consent text or a first paragraph has so many words, a headline of sentences hardly. */
  private static final int PROSE = 22;

  /** Words of the longest headline. */
  private static final int LONGEST = 40;

  /** Characters of the longest headline: a line of one word is a URL or an encoded file. */
  private static final int LONGEST_LINE = 600;

  /** A site's name and a kicker may stand before the headline, but no menu (blocks). */
  private static final int NEAR = 3;

  private DumpTitle() {}

  /**
   * Returns the index of the block that is the headline of a dump, or -1 when there is none. What
   * says "Title:" in its head is the headline; else a line above the text that repeats one before
   * it (the page's title, with the site's name perhaps, or a breadcrumb that ends with it); else
   * the first line that is no junk phrase, no breadcrumb and no paragraph, and has some words.
   */
  public static int find(Blocks blocks) {
    DumpHead labelled = blocks.dumpHead();
    if (labelled.title() >= 0) {
      return labelled.title();
    }
    List<Block> list = blocks.list();
    int start = labelled.end();
    int end = headEnd(list, start);
    List<TitleKey> head = new ArrayList<>(end);
    for (Block block : list.subList(0, end)) {
      head.add(TitleKey.of(block.text()));
    }
    int trail = -1;
    int first = -1;
    int firstOfWords = -1;
    for (int i = start; i < end; i++) {
      String text = list.get(i).text();
      int words = list.get(i).words();
      boolean onTrail = TrailLine.is(text);
      boolean junk = !onTrail && PhraseBook.bundled().match(text) != null;
      if (words > LONGEST || text.length() > LONGEST_LINE || junk) {
        continue;
      }
      int repeat = words < TitleKey.FEWEST_WORDS ? -1 : lastRepeat(head, i);
      if (repeat >= 0) {
        return repeat;
      }
      if (onTrail || isProse(text, words)) {
        trail = onTrail && trail < 0 ? i : trail;
        continue;
      }
      first = first < 0 ? i : first;
      firstOfWords = firstOfWords < 0 && words >= TitleKey.FEWEST_WORDS ? i : firstOfWords;
    }
    if (first < 0) {
      return trail;
    }
    boolean aboveText = end < list.size();
    return aboveText && firstOfWords >= 0 && firstOfWords - first <= NEAR ? firstOfWords : first;
  }

  /**
   * Returns the headline that the block at {@code index}, found by {@link #find}, holds: without
   * its label, the marks of answered mails, the trail before it and the marks of Markdown.
   */
  public static String text(Blocks blocks, int index) {
    LabelledLine line = blocks.dumpHead().line(index);
    line = line == null ? labelled(blocks.list().get(index).text()) : line;
    String text = line == null ? blocks.list().get(index).text() : MailSubject.bare(line.value());
    String bare = MarkdownLine.bare(text);
    return TrailLine.is(bare) ? TrailLine.last(bare) : bare;
  }

  /** Returns the label and headline of a line without a head, as forums have; null for others. */
  private static @Nullable LabelledLine labelled(String text) {
    LabelledLine line = LabelledLine.of(text);
    return line != null && line.field() == LabelledLine.Field.TITLE ? line : null;
  }

  /** Returns whether {@code text} is more than a headline: a long sentence, or more than one. */
  private static boolean isProse(String text, int words) {
    boolean sentence = Sentences.isEnd(text) && !Sentences.isCut(text);
    return words >= PROSE && (sentence || Sentences.isEndInside(text));
  }

  /** Returns the last line behind {@code index} that is the headline of that line, or -1. */
  private static int lastRepeat(List<TitleKey> head, int index) {
    for (int i = head.size() - 1; i > index; i--) {
      if (head.get(i).isRepeatedBy(head.get(index))) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the index of the first paragraph below the first line. */
  private static int headEnd(List<Block> list, int start) {
    int end = Math.min(list.size(), HEAD);
    for (int i = start + 1; i < end; i++) {
      String text = list.get(i).text();
      if (Sentences.isEnd(text) && !Sentences.isCut(text) && list.get(i).words() >= PARAGRAPH) {
        return i;
      }
    }
    return end;
  }
}
