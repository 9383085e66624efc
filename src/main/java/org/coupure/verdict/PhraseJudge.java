package org.coupure.verdict;

import java.util.List;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.block.DumpLines;
import org.coupure.block.TitleKey;
import org.coupure.text.Phrase;
import org.coupure.text.Phrase.Category;
import org.coupure.text.PhraseBook;
import org.coupure.text.Sentences;
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

  /** Signs between a label and the headline behind it. */
  private static final String SEPARATORS = ":：»>→|";

  /** Characters to a word of English; Finnish and Tamil have fewer and longer words. */
  private static final int WORD_LENGTH = 6;

  /** A text of this many words stands above a list of related articles. */
  private static final int LEAST_PROSE = 130;

  /** A line of a dump that is text with this chance ends a list of headlines. */
  private static final float LIKELY = 0.5f;

  private final PhraseBook phrases;

  public PhraseJudge(PhraseBook phrases) {
    this.phrases = phrases;
  }

  @Override
  public void judge(BlockVerdicts verdicts) {
    List<Block> list = verdicts.blocks().list();
    List<@Nullable Phrase> found = verdicts.blocks().phrases(phrases);
    for (Block block : list) {
      Phrase phrase = found.get(block.index());
      phrase = phrase == null && isLinesOfLinks(block) ? list(block) : phrase;
      if (phrase != null && phrase.certain()) {
        verdicts.drop(block.index(), Decider.PHRASE, phrase.code() + " " + phrase.where());
      }
    }
    boolean plainText = verdicts.blocks().isPlainText();
    Prose prose = new Prose(list);
    int dropped = 0;
    Teasers teasers = Teasers.NONE;
    for (int i = 0; i < list.size(); i++) {
      Phrase phrase = found.get(i);
      if (phrase != null && phrase.certain() && opensList(phrase, plainText, prose, i)) {
        // Headings within one run of teasers share it; scanning it again would cost its square.
        teasers = i < teasers.stop ? teasers : Teasers.from(i + 1, list, found, plainText);
        boolean closed = plainText && teasers.stop < list.size() && hasOwnHeadline(list.get(i));
        dropped = closed ? dropped : dropList(verdicts, i, dropped, phrase, teasers);
      }
    }
  }

  /** Returns whether a block is several lines, most of them links. */
  private static boolean isLinesOfLinks(Block block) {
    return block.ink().breaks() > 1 && block.ink().links() > 1 && block.linkDensity() >= LINKED;
  }

  /** Returns the heading that a list of headlines begins with, or null. */
  private @Nullable Phrase list(Block block) {
    Phrase opening = phrases.opening(block.text());
    return opening != null && opening.category() == Category.RELATED ? opening : null;
  }

  /**
   * Returns whether headlines of other articles may follow a heading. In HTML a text must stand
   * above it: on a page that is a list itself, the list is what the page is about.
   */
  private static boolean opensList(Phrase phrase, boolean plainText, Prose prose, int i) {
    if (plainText) {
      return phrase.category() == Category.RELATED || phrase.category() == Category.COMMENT_FORM;
    }
    return phrase.category() == Category.RELATED && prose.above(i) >= LEAST_PROSE;
  }

  /**
   * Returns whether a line such as "Read also: Reservoirs are full" names its one headline itself.
   * Between paragraphs no further one follows it.
   */
  private static boolean hasOwnHeadline(Block heading) {
    String text = heading.text();
    for (int i = 0; i < text.length() - 2; i++) {
      if (SEPARATORS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return heading.words() > LONGEST_LABEL + 1;
  }

  /** Words of paragraphs without many links, counted as far as they are asked for. */
  private static final class Prose {
    private final List<Block> list;
    private int counted;
    private int words;

    Prose(List<Block> list) {
      this.list = list;
    }

    /** Returns the words above a block, which must not stand above the one asked about before. */
    int above(int block) {
      for (; counted < block; counted++) {
        Block each = list.get(counted);
        int tokens = Math.max(each.words(), each.text().length() / WORD_LENGTH);
        words += tokens > LONGEST_HEADLINE && each.linkDensity() < LINKED ? tokens : 0;
      }
      return words;
    }
  }

  /** Drops the list under {@code heading}, from {@code dropped} on, and returns where it ends. */
  private static int dropList(
      BlockVerdicts verdicts, int heading, int dropped, Phrase phrase, Teasers teasers) {
    List<Block> list = verdicts.blocks().list();
    int start = heading + 1;
    int end = Math.max(start, teasers.end);
    boolean beforeText = teasers.stop < list.size();
    if (verdicts.blocks().isPlainText() && beforeText) {
      end = beforeSubHeading(list, start, end);
    }
    DumpLines lines = verdicts.blocks().dumpLines();
    for (int i = Math.max(start, dropped); i < end; i++) {
      boolean likely = lines != null && lines.chance(i) >= LIKELY;
      // A bare label announces one headline at least; by itself that looks like a sub-heading.
      boolean announced =
          i == start
              && phrase.category() == Category.RELATED
              && !hasOwnHeadline(list.get(heading))
              && list.get(i).words() >= TitleKey.FEWEST_WORDS;
      if (likely && !announced) {
        // The text goes on here.
        return i;
      }
      verdicts.drop(i, Decider.PHRASE, phrase.code() + "-list " + phrase.where());
    }
    return Math.max(end, dropped);
  }

  /**
   * A run of teasers.
   *
   * @param stop index of the first block that is none
   * @param end index behind the last block of the run that surely is one
   */
  private record Teasers(int stop, int end) {
    static final Teasers NONE = new Teasers(0, 0);

    static Teasers from(
        int start, List<Block> list, List<@Nullable Phrase> found, boolean plainText) {
      int end = start;
      int i = start;
      for (; i < list.size(); i++) {
        Block block = list.get(i);
        boolean junk = isCertain(found.get(i));
        if (!junk && !isTeaser(block, plainText)) {
          break;
        }
        if (junk || plainText || block.linkDensity() >= LINKED) {
          end = i + 1;
        }
      }
      return new Teasers(i, end);
    }
  }

  /**
   * Returns {@code end}, or one less when the last line is no headline but the sub-heading of the
   * paragraph that follows: it is short, and another line stands before it.
   */
  private static int beforeSubHeading(List<Block> list, int start, int end) {
    boolean several = end - start > 1;
    return several && list.get(end - 1).words() <= LONGEST_LABEL ? end - 1 : end;
  }

  private static boolean isTeaser(Block block, boolean plainText) {
    int words = block.words();
    if (words > LONGEST_HEADLINE) {
      return false;
    }
    String text = block.text();
    if (plainText) {
      return HeadlineShape.fits(text, words);
    }
    boolean sentence = Sentences.isEnd(text) && !Sentences.isCut(text) && !endsAloud(text);
    return block.linkDensity() >= LINKED || (!sentence && words <= LONGEST_CREDIT);
  }

  /** Headlines ask and shout, too. */
  private static boolean endsAloud(String text) {
    return "?!»”\"".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static boolean isCertain(@Nullable Phrase phrase) {
    return phrase != null && phrase.certain();
  }
}
