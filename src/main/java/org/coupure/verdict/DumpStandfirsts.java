package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.DumpLines;
import org.coupure.block.DumpTitle;
import org.coupure.block.TitleKey;
import org.coupure.block.TrailLine;
import org.coupure.byline.BylineParser;
import org.coupure.byline.SiteNames;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Raises the chances of what stands between the headline of a dump and its byline or date, and of
 * the points under "Highlights": they are lines of the article, but without a stop at their end
 * they look like headlines of others.
 */
final class DumpStandfirsts {
  /** More than any cut of the presets. */
  private static final float KEPT = 0.5f;

  private static final int SHORTEST = 7;
  private static final int SHORTEST_POINT = 4;
  private static final int LONGEST = 45;
  private static final int LONGEST_LABEL = 5;

  /** Points under one label at most. Chosen. */
  private static final int MOST_POINTS = 8;

  /** Lines between the headline on top and the text at most. Chosen. */
  private static final int MOST_BELOW_TOP = 3;

  /** Lines between a standfirst and the byline or date below it at most. Chosen. */
  private static final int REACH = 7;

  /** The text begins at most so many lines below the headline. Chosen. */
  private static final int HEAD = 16;

  /** Words of a byline or date at most, and of a paragraph at least. Chosen. */
  private static final int LONGEST_BYLINE = 14;

  private static final int LEAST_DIGITS = 4;

  /** Digits of a line with two dates. */
  private static final int MOST_DIGITS = 10;

  /** Characters of "Written by". */
  private static final int LONGEST_HEAD = 20;

  private static final SiteNames NO_SITE = SiteNames.of(List.of(), null);
  private static final PromotionWords WORDS = PromotionWords.load();
  private static final long HIGHLIGHTS = WORDS.bits("highlights");
  private static final long TAGGED = WORDS.bits("with-others");

  private final List<Block> list;
  private final List<@Nullable Phrase> phrases;
  private final float[] chances;
  private final int start;
  private final int end;

  private DumpStandfirsts(Blocks blocks, int title, float[] chances) {
    this.list = blocks.list();
    this.phrases = blocks.phrases(PhraseBook.bundled());
    this.chances = chances;
    TitleKey headline = TitleKey.of(DumpTitle.text(blocks, title));
    int last = title;
    for (int i = title + 1; i < chances.length && i < title + HEAD && !isParagraph(i); i++) {
      last = headline.isRepeatedBy(TitleKey.of(list.get(i).text())) ? i : last;
    }
    start = last + 1;
    int at = start;
    while (at < chances.length && at < title + HEAD && !isParagraph(at)) {
      at++;
    }
    end = at < chances.length && isParagraph(at) ? at : start;
  }

  static void raise(Blocks blocks, DumpLines lines, float[] chances) {
    if (lines.title() < 0) {
      return;
    }
    DumpStandfirsts head = new DumpStandfirsts(blocks, lines.title(), chances);
    if (head.start < head.end && head.isStandfirst()) {
      chances[head.start] = Math.max(chances[head.start], KEPT);
    }
    if (lines.title() == 0) {
      head.raiseBelowTop();
    }
    head.raisePoints();
  }

  private boolean isParagraph(int i) {
    return chances[i] >= KEPT && list.get(i).words() > LONGEST_BYLINE;
  }

  private boolean isStandfirst() {
    return !isDated(start) && isLine(start, SHORTEST) && isAboveByline();
  }

  private boolean isAboveByline() {
    for (int i = start + 1; i < Math.min(end, start + REACH); i++) {
      String text = list.get(i).text();
      boolean caption = BylineParser.bundled().endsWithPictureCredit(text);
      if (list.get(i).words() > LONGEST_BYLINE && !caption) {
        return false;
      }
      if (digits(text) >= LEAST_DIGITS
          || BylineParser.bundled().looksLikeByline(text)
          || BylineParser.bundled().isName(text, NO_SITE)) {
        return true;
      }
    }
    return false;
  }

  /** Where the headline is the first line of all, nothing of a page stands around the text. */
  private void raiseBelowTop() {
    for (int i = start; i < end; i++) {
      if (end - start > MOST_BELOW_TOP || !isLine(i, SHORTEST_POINT)) {
        return;
      }
    }
    for (int i = start; i < end; i++) {
      chances[i] = Math.max(chances[i], KEPT);
    }
  }

  private boolean isDated(int i) {
    Block block = list.get(i);
    return digits(block.text()) >= LEAST_DIGITS && block.words() <= LONGEST_BYLINE;
  }

  private void raisePoints() {
    for (int i = start; i < end; i++) {
      Block label = list.get(i);
      if (label.words() > LONGEST_LABEL || (WORDS.in(label.text()) & HIGHLIGHTS) == 0) {
        continue;
      }
      for (int k = i + 1; k < Math.min(end, i + 1 + MOST_POINTS); k++) {
        if (!isLine(k, SHORTEST_POINT)) {
          return;
        }
        chances[k] = Math.max(chances[k], KEPT);
      }
      return;
    }
  }

  /** Returns whether it is a line of words, and no phrase, byline, trail or credit. */
  private boolean isLine(int i, int shortest) {
    Block block = list.get(i);
    String text = block.text();
    return block.words() >= shortest
        && block.words() <= LONGEST
        && phrases.get(i) == null
        && Character.isLetterOrDigit(text.codePointAt(0))
        && text.indexOf('|') < 0
        && text.indexOf("://") < 0
        && (WORDS.in(text) & TAGGED) == 0
        && digits(text) < MOST_DIGITS
        && !text.endsWith(":")
        && !isLabelled(text)
        && !isOfNames(text)
        && !TrailLine.is(text)
        && !BylineParser.bundled().looksLikeByline(text)
        && !BylineParser.bundled().endsWithPictureCredit(text);
  }

  /** "Written by: …", "Topic: …". */
  static boolean isLabelled(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon <= LONGEST_HEAD && Tokens.count(text.substring(0, colon)) <= 2;
  }

  /** Returns whether nearly all words have capitals: names, or the words of a menu. */
  private static boolean isOfNames(String text) {
    int small = 0;
    int capitals = 0;
    for (String word : text.split(" ", -1)) {
      int first = word.isEmpty() ? ' ' : word.codePointAt(0);
      small += Character.isLowerCase(first) ? 1 : 0;
      capitals += Character.isUpperCase(first) ? 1 : 0;
    }
    return capitals > 1 && small <= 1;
  }

  private static int digits(String text) {
    return (int) text.codePoints().filter(Character::isDigit).count();
  }
}
