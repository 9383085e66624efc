package org.coupure.block;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Verdict.Decider;
import org.coupure.text.Phrase;
import org.coupure.text.Phrase.Category;
import org.coupure.text.PhraseBook;
import org.coupure.text.Sentences;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Drops blocks that are nothing but certain junk phrases, the headlines under "related" headings,
 * and in plain text the teasers that follow a comment form.
 */
public final class PhraseJudge implements Judge {
  /** A teaser's headline has no more words; a paragraph starts beyond. */
  private static final int LONGEST_HEADLINE = 30;

  /** The label above a headline: a section, a country, a date. */
  private static final int LONGEST_LABEL = 5;

  /** Between two teasers of a page stands who wrote the first, and when. */
  private static final int LONGEST_CREDIT = 8;

  /** A block with more of it in links points elsewhere. */
  private static final double LINKED = 0.5;

  /** A text of this many words stands above a list of related articles. */
  private static final int LEAST_PROSE = 150;

  private final PhraseBook phrases;

  public PhraseJudge(PhraseBook phrases) {
    this.phrases = phrases;
  }

  @Override
  public void judge(Ballot ballot) {
    List<Block> list = ballot.blocks().list();
    List<@Nullable Phrase> found = new ArrayList<>(list.size());
    for (Block block : list) {
      Phrase phrase = phrases.match(block.text());
      found.add(phrase);
      if (phrase != null && phrase.certain()) {
        ballot.drop(block.index(), Decider.PHRASE, phrase.code() + " " + phrase.where());
      }
    }
    for (int i = 0; i < list.size(); i++) {
      Phrase phrase = found.get(i);
      if (phrase != null && phrase.certain() && opensList(phrase, ballot.blocks(), i)) {
        dropList(ballot, found, i, phrase);
      }
    }
  }

  /**
   * Returns whether headlines of other articles may follow the heading at {@code index}. In HTML a
   * text must stand above it: on a page that is a list itself, the list is what the page is about.
   */
  private static boolean opensList(Phrase phrase, Blocks blocks, int index) {
    if (blocks.isPlainText()) {
      return phrase.category() == Category.RELATED || phrase.category() == Category.COMMENT_FORM;
    }
    return phrase.category() == Category.RELATED && proseAbove(blocks.list(), index) >= LEAST_PROSE;
  }

  /** Returns the number of words in paragraphs without many links before {@code index}. */
  private static int proseAbove(List<Block> list, int index) {
    int words = 0;
    for (Block block : list.subList(0, index)) {
      int tokens = Tokens.count(block.text());
      words += tokens > LONGEST_HEADLINE && block.linkDensity() < LINKED ? tokens : 0;
    }
    return words;
  }

  private static void dropList(
      Ballot ballot, List<@Nullable Phrase> found, int heading, Phrase phrase) {
    Blocks blocks = ballot.blocks();
    int end = listEnd(blocks, found, heading + 1);
    for (int i = heading + 1; i < end; i++) {
      ballot.drop(i, Decider.PHRASE, phrase.code() + "-list " + phrase.where());
    }
  }

  /** Returns the index behind the last teaser of the list that starts at {@code start}. */
  private static int listEnd(Blocks blocks, List<@Nullable Phrase> found, int start) {
    List<Block> list = blocks.list();
    int end = start;
    int i = start;
    for (; i < list.size(); i++) {
      Block block = list.get(i);
      boolean junk = isCertain(found.get(i));
      if (!junk && !isTeaser(block, blocks.isPlainText())) {
        break;
      }
      if (junk || blocks.isPlainText() || block.linkDensity() >= LINKED) {
        end = i + 1;
      }
    }
    boolean beforeText = i < list.size();
    return blocks.isPlainText() && beforeText ? beforeSubHeading(list, start, end) : end;
  }

  /**
   * Returns {@code end}, or one less when the last line is no headline but the sub-heading of the
   * paragraph that follows: it is short, and another line stands before it.
   */
  private static int beforeSubHeading(List<Block> list, int start, int end) {
    boolean several = end - start > 1;
    return several && Tokens.count(list.get(end - 1).text()) <= LONGEST_LABEL ? end - 1 : end;
  }

  private static boolean isTeaser(Block block, boolean plainText) {
    int words = Tokens.count(block.text());
    if (words > LONGEST_HEADLINE) {
      return false;
    }
    String text = block.text();
    boolean sentence = Sentences.isEnd(text) && !Sentences.isCut(text) && !endsAloud(text);
    if (plainText) {
      return !sentence;
    }
    return block.linkDensity() >= LINKED || (!sentence && words <= LONGEST_CREDIT);
  }

  /** Headlines ask and shout, too. */
  private static boolean endsAloud(String text) {
    char last = text.charAt(text.length() - 1);
    return last == '?' || last == '!' || last == '»' || last == '”' || last == '"';
  }

  private static boolean isCertain(@Nullable Phrase phrase) {
    return phrase != null && phrase.certain();
  }
}
