package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.byline.BylineParser;
import org.coupure.text.PhraseBook;
import org.coupure.text.Sentences;

/** What the shape of a dump says about its headline where the ranker hesitates. */
final class DumpHeadline {
  /** A line is text with this chance. */
  private static final float LIKELY = 0.5f;

  /** The line above a sentence has this share of its chance to be the headline. Chosen. */
  private static final float NEARLY = 0.5f;

  /** Words of a headline. */
  private static final int SHORTEST = 4;

  private static final int LONGEST = 25;

  /** Words of the paragraph below it. Chosen. */
  private static final int PARAGRAPH = 12;

  /** Lines that are no text stand above it; in a text alone it is the first paragraph. Chosen. */
  private static final int FEWEST_ABOVE = 3;

  /** The headline is at least this part of a breadcrumb that ends with it. Chosen. */
  private static final float LEAST_SHARE_OF_TRAIL = 0.4f;

  private final List<Block> list;
  private final Blocks blocks;
  private final float[] headlines;
  private final float[] chances;

  /**
   * @param headlines how likely each line is the headline, from 0 to 1
   * @param chances how likely each line is text, from 0 to 1
   */
  DumpHeadline(Blocks blocks, float[] headlines, float[] chances) {
    this.blocks = blocks;
    this.list = blocks.list();
    this.headlines = headlines;
    this.chances = chances;
  }

  /**
   * Returns the line above {@code best} where that one is a sentence, as standfirsts are, and the
   * line above is a headline nearly as likely; else {@code best}.
   */
  int aboveSentence(int best) {
    int above = best - 1;
    boolean better =
        above >= 0
            && isSentence(best)
            && !isSentence(above)
            && list.get(above).words() >= SHORTEST
            && headlines[above] >= NEARLY * headlines[best];
    return better ? above : best;
  }

  /**
   * Returns the line below {@code best} with which {@code best} ends, where all words before that
   * end are lines of the dump as well: {@code best} is then a breadcrumb without marks ("Home
   * Culture The headline"); else {@code best}.
   */
  int endOfTrail(int best) {
    String trail = list.get(best).text();
    for (int i = best + 1; i < list.size(); i++) {
      String text = list.get(i).text();
      int before = trail.length() - text.length() - 1;
      boolean ends =
          before > 0
              && list.get(i).words() >= SHORTEST
              && text.length() >= LEAST_SHARE_OF_TRAIL * trail.length()
              && trail.endsWith(text)
              && trail.charAt(before) == ' ';
      if (ends && isMadeOfLines(trail.substring(0, before))) {
        return i;
      }
    }
    return best;
  }

  /** Returns whether each word of a breadcrumb is a line, or lines begin with several of them. */
  private boolean isMadeOfLines(String trail) {
    String rest = trail;
    while (!rest.isEmpty()) {
      String longest = "";
      for (Block block : list) {
        String line = block.text();
        boolean begins = rest.equals(line) || rest.startsWith(line + " ");
        longest = begins && line.length() > longest.length() ? line : longest;
      }
      if (longest.isEmpty()) {
        return false;
      }
      rest = rest.substring(longest.length()).stripLeading();
    }
    return true;
  }

  /**
   * Returns the first line of the text where no line is likely to be the headline, but that one is
   * no sentence and stands between the top of a page and a paragraph; else -1.
   */
  int firstLine() {
    int first = 0;
    while (first < chances.length && chances[first] < LIKELY) {
      first++;
    }
    if (first < FEWEST_ABOVE || first + 1 >= chances.length) {
      return -1;
    }
    Block line = list.get(first);
    Block below = list.get(first + 1);
    char last = line.text().charAt(line.text().length() - 1);
    boolean headline =
        line.words() >= SHORTEST
            && line.words() <= LONGEST
            && ".,;:…".indexOf(last) < 0
            && !DumpStandfirsts.isLabelled(line.text())
            && !Sentences.isEndInside(line.text())
            && blocks.phrases(PhraseBook.bundled()).get(first) == null
            && !BylineParser.bundled().looksLikeByline(line.text())
            && !BylineParser.bundled().endsWithPictureCredit(line.text());
    boolean paragraph =
        below.words() >= PARAGRAPH && Sentences.isEnd(below.text()) && chances[first + 1] >= LIKELY;
    return headline && paragraph ? first : -1;
  }

  private boolean isSentence(int i) {
    return list.get(i).text().endsWith(".");
  }
}
