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

  /** A block with more of it in links points elsewhere. */
  private static final double LINKED = 0.5;

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
      if (phrase != null && phrase.certain() && opensList(phrase, ballot.blocks())) {
        dropList(ballot, found, i, phrase);
      }
    }
  }

  /**
   * Returns whether headlines of other articles may follow. In HTML the classifier sees more of a
   * list than its heading does (links, cards, repetition), and is right more often.
   */
  private static boolean opensList(Phrase phrase, Blocks blocks) {
    return blocks.isPlainText()
        && (phrase.category() == Category.RELATED || phrase.category() == Category.COMMENT_FORM);
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
    return block.linkDensity() >= LINKED || (!sentence && words <= LONGEST_LABEL);
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
