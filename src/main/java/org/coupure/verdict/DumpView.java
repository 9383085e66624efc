package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.byline.BylineParser;
import org.coupure.model.WordOdds;
import org.coupure.text.Phrase;
import org.coupure.text.Sentences;
import org.coupure.text.WordSet;
import org.jspecify.annotations.Nullable;

/**
 * One dump as the features see it: its blocks' measures, what the phrase book and the run of
 * paragraphs say of them, and sums over any range of blocks in constant time. Made once a page;
 * read-only afterwards.
 */
final class DumpView {
  /** Lines with more words are paragraphs, whoever they name. */
  private static final int LONGEST_BYLINE = 12;

  final Blocks page;
  final TextMeasures text;
  final int count;

  final MainSpan run;
  final DumpWords words;
  final DumpEchoes echoes;

  /** Words, paragraphs, their words, lines, junk, odds of words before each block: one longer. */
  final int[] tokensBefore;

  final int[] longBefore;
  final int[] longTokensBefore;
  final int[] linesBefore;
  final int[] phrasesBefore;
  final float[] oddsBefore;

  /** For every block: 0 no junk phrase, 1 a hint, 2 a certain one; and its category, 0 for none. */
  final int[] phraseStrength;

  final int[] phraseCategory;

  /** Whether a block names an author, has a year or a time of day, was cut off. */
  final boolean[] bylines;

  final boolean[] dated;
  final boolean[] cut;

  /** The nearest paragraphs before and behind each block, or -1 and {@link #count}. */
  final int[] lastLong;

  final int[] nextLong;

  /**
   * @param phrases the junk phrase that each block consists of, or null
   */
  DumpView(
      Blocks page, WordOdds odds, WordSet functionWords, List<? extends @Nullable Phrase> phrases) {
    this.page = page;
    this.count = page.list().size();
    this.text = TextMeasures.ofDump(page.list(), functionWords, WordSet.EMPTY);
    this.words = new DumpWords(page.list(), odds);
    this.echoes = new DumpEchoes(page.list(), text.tokens);
    phraseStrength = new int[count];
    phraseCategory = new int[count];
    for (int i = 0; i < count; i++) {
      Phrase phrase = phrases.get(i);
      if (phrase != null) {
        phraseStrength[i] = phrase.certain() ? 2 : 1;
        phraseCategory[i] = FeatureContext.number(phrase.category());
      }
    }
    this.run = new MainSpan(page, text.tokens, phrases);
    tokensBefore = new int[count + 1];
    longBefore = new int[count + 1];
    longTokensBefore = new int[count + 1];
    linesBefore = new int[count + 1];
    phrasesBefore = new int[count + 1];
    oddsBefore = new float[count + 1];
    sum();
    bylines = new boolean[count];
    dated = new boolean[count];
    cut = new boolean[count];
    for (int i = 0; i < count; i++) {
      String line = block(i).text();
      boolean brief = text.tokens[i] <= LONGEST_BYLINE;
      bylines[i] = brief && BylineParser.bundled().looksLikeByline(line);
      dated[i] = brief && text.digits[i] > 0 && isDated(line);
      cut[i] = Sentences.isCut(line);
    }
    lastLong = new int[count];
    nextLong = new int[count];
    seekLong();
  }

  private void sum() {
    for (int i = 0; i < count; i++) {
      int tokens = text.tokens[i];
      boolean isLong = tokens >= FeatureContext.LONG_TOKENS;
      tokensBefore[i + 1] = tokensBefore[i] + tokens;
      longBefore[i + 1] = longBefore[i] + (isLong ? 1 : 0);
      longTokensBefore[i + 1] = longTokensBefore[i] + (isLong ? tokens : 0);
      linesBefore[i + 1] = linesBefore[i] + (text.ends[i] == 0 ? 1 : 0);
      oddsBefore[i + 1] = oddsBefore[i] + words.sums[i];
      phrasesBefore[i + 1] = phrasesBefore[i] + phraseStrength[i];
    }
  }

  private void seekLong() {
    int last = -1;
    for (int i = 0; i < count; i++) {
      lastLong[i] = last;
      last = isLong(i) ? i : last;
    }
    int next = count;
    for (int i = count - 1; i >= 0; i--) {
      nextLong[i] = next;
      next = isLong(i) ? i : next;
    }
  }

  boolean isLong(int i) {
    return text.tokens[i] >= FeatureContext.LONG_TOKENS;
  }

  Block block(int i) {
    return page.list().get(i);
  }

  /** Returns whether {@code line} has a year of our time, or a time of day. */
  private static boolean isDated(String line) {
    for (int i = 0; i + 3 < line.length(); i++) {
      boolean year =
          (line.startsWith("20", i) || line.startsWith("19", i))
              && isDigit(line, i + 2)
              && isDigit(line, i + 3)
              && !isDigit(line, i + 4)
              && !isDigit(line, i - 1);
      boolean hour = isDigit(line, i) && line.charAt(i + 1) == ':' && isDigit(line, i + 2);
      if (year || hour) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(String line, int i) {
    return i >= 0 && i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9';
  }
}
