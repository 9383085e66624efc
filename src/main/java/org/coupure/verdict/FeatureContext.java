package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;
import org.coupure.block.Tags;
import org.coupure.text.Hash64;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.coupure.text.WordSet;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * One page as the features see it: its blocks' measures, sums over any range of blocks in constant
 * time, and for every element what its attributes say. Made once a page; read-only afterwards.
 */
final class FeatureContext {
  /** A block of this many words that is not mostly links reads like prose. */
  static final int LONG_TOKENS = 15;

  private static final float LONG_LINKS = 0.4f;

  final List<Block> blocks;
  final Outline outline;
  final Blocks page;
  final TextMeasures text;
  final int count;

  /** How many words the page's own titles and descriptions have. */
  final int titleWords;

  final int descriptionWords;

  /** What the page says it is, as {@link HeadWords} numbers it. */
  final int openGraphType;

  /** The URL's path, lower case. */
  final String path;

  /** The share of each block's characters that is linked. */
  final float[] linkDensities;

  /** Words, linked words, and words of long blocks before each block: one longer than blocks. */
  final int[] tokensBefore;

  final int[] linkedBefore;
  final int[] longTokensBefore;

  /** How many blocks are long. */
  final int longBlocks;

  /** How many elements there are of each tag. */
  final int[] tagCounts = new int[Tags.COUNT];

  /**
   * For every block: 0 no junk phrase, 1 a hint, 2 a certain one; and which category, 0 for none.
   */
  final byte[] phraseStrength;

  final byte[] phraseCategory;

  private final ClassWords words;

  /** For every row what its attributes say. All else of rows is asked again: it costs less. */
  private final ClassWords.Sense[] senses;

  FeatureContext(Blocks page, ClassWords words, WordSet functionWords, PhraseBook phrases) {
    this.blocks = page.list();
    this.outline = page.outline();
    this.page = page;
    this.words = words;
    this.count = blocks.size();
    Document document = page.document();
    HeadWords head = HeadWords.of(page.head(), document == null ? "" : document.location());
    this.titleWords = head.titleWords().size();
    this.descriptionWords = head.descriptionWords().size();
    this.openGraphType = head.openGraphType();
    this.path = head.path();
    this.text = new TextMeasures(blocks, functionWords, head.titleWords(), head.descriptionWords());
    linkDensities = new float[count];
    for (int i = 0; i < count; i++) {
      Block block = blocks.get(i);
      linkDensities[i] = (float) block.ink().linkChars() / block.text().length();
    }
    tokensBefore = new int[count + 1];
    linkedBefore = new int[count + 1];
    longTokensBefore = new int[count + 1];
    longBlocks = sumBlocks();
    phraseStrength = new byte[count];
    phraseCategory = new byte[count];
    List<@Nullable Phrase> matches = page.phrases(phrases);
    for (int i = 0; i < count; i++) {
      Phrase match = matches.get(i);
      if (match != null) {
        phraseStrength[i] = (byte) (match.certain() ? 2 : 1);
        phraseCategory[i] = (byte) number(match.category());
      }
    }
    senses = new ClassWords.Sense[outline.size()];
    readAttributes();
  }

  private void readAttributes() {
    ClassWords.Sense[] byClass = words.senses(outline.classNames());
    ClassWords.Sense[] byLabel = words.senses(outline.labelNames());
    for (int row = 0; row < senses.length; row++) {
      tagCounts[outline.tag(row)]++;
      ClassWords.Sense sense = byClass[outline.classNumber(row)];
      senses[row] = outline.isLabelled(row) ? labelled(row, sense, byLabel) : sense;
    }
  }

  /** Adds what an element's id, role and property say to what its classes do. */
  private ClassWords.Sense labelled(int row, ClassWords.Sense byClass, ClassWords.Sense[] byLabel) {
    ClassWords.Sense byId = byLabel[outline.idNumber(row)];
    ClassWords.Sense byRole = byLabel[outline.roleNumber(row)];
    ClassWords.Sense byItem = byLabel[outline.propertyNumber(row)];
    long groups = byClass.groups() | byId.groups() | byRole.groups() | byItem.groups();
    float sum = byClass.sum() + byId.sum() + byRole.sum() + byItem.sum();
    float least = Math.min(byClass.least(), byId.least());
    least = Math.min(least, Math.min(byRole.least(), byItem.least()));
    // Most ids are of words that say nothing.
    boolean more = groups != byClass.groups() || sum != byClass.sum() || least != byClass.least();
    return more ? new ClassWords.Sense(groups, sum, least, byClass.signature()) : byClass;
  }

  /** Returns how many blocks are long. */
  private int sumBlocks() {
    int all = 0;
    for (int i = 0; i < count; i++) {
      int tokens = text.tokens[i];
      float density = linkDensity(i);
      boolean isLong = tokens >= LONG_TOKENS && density < LONG_LINKS;
      tokensBefore[i + 1] = tokensBefore[i] + tokens;
      linkedBefore[i + 1] = linkedBefore[i] + Math.round(tokens * density);
      all += isLong ? 1 : 0;
      longTokensBefore[i + 1] = longTokensBefore[i] + (isLong ? tokens : 0);
    }
    return all;
  }

  /** Returns the groups of the words in an element's own attributes. */
  long groups(int row) {
    return senses[row].groups();
  }

  /** Returns the log odds of an element's tag and of the words in its attributes. */
  float odds(int row) {
    return words.tagOdds(outline.tag(row)) + senses[row].sum();
  }

  /** Returns the smallest of these log odds, at most 0. */
  float leastOdds(int row) {
    return Math.min(Math.min(0, words.tagOdds(outline.tag(row))), senses[row].least());
  }

  /** Returns a hash of tag and first class words; equal-looking elements share it. */
  long signature(int row) {
    long tag = outline.tag(row) + 1L;
    return outline.isNamed(row) ? tag * Hash64.GOLDEN + senses[row].signature() : tag;
  }

  /** Returns the nearest ancestor that holds other blocks than {@code row} does, or -1. */
  int wider(int row) {
    int first = outline.firstBlock(row);
    int end = outline.endBlock(row);
    int at = outline.parent(row);
    while (at >= 0 && outline.firstBlock(at) == first && outline.endBlock(at) == end) {
      at = outline.parent(at);
    }
    return at;
  }

  float linkDensity(int block) {
    return linkDensities[block];
  }

  int tokens(int from, int to) {
    return tokensBefore[to] - tokensBefore[from];
  }

  int totalTokens() {
    return tokensBefore[count];
  }

  /** Returns the share of words from block {@code from} to before {@code to} that are linked. */
  float linked(int from, int to) {
    int tokens = tokens(from, to);
    return tokens == 0 ? 0 : (float) (linkedBefore[to] - linkedBefore[from]) / tokens;
  }

  /** Returns the share of words from block {@code from} to before {@code to} in long blocks. */
  float longShare(int from, int to) {
    int tokens = tokens(from, to);
    return tokens == 0 ? 0 : (float) (longTokensBefore[to] - longTokensBefore[from]) / tokens;
  }

  /** Returns the tag number of the ancestor {@code levels} above {@code row}; 0 above the root. */
  int tagAbove(int row, int levels) {
    int at = row;
    for (int i = 0; i < levels && at >= 0; i++) {
      at = outline.parent(at);
    }
    return at < 0 ? 0 : outline.tag(at);
  }

  /** Returns the signature of the ancestor {@code levels} above {@code row}; 0 above the root. */
  long signatureAbove(int row, int levels) {
    int at = row;
    for (int i = 0; i < levels && at >= 0; i++) {
      at = outline.parent(at);
    }
    return at < 0 ? 0 : signature(at);
  }

  /** Returns how many levels lie between {@code row} and the nearest element around both rows. */
  int levelsToCommon(int row, int other) {
    int a = row;
    int b = other;
    while (outline.depth(b) > outline.depth(a)) {
      b = outline.parent(b);
    }
    int levels = 0;
    while (a != b) {
      if (outline.depth(a) >= outline.depth(b)) {
        a = outline.parent(a);
        levels++;
      } else {
        b = outline.parent(b);
      }
      if (a < 0 || b < 0) {
        return levels;
      }
    }
    return levels;
  }

  /** Returns the row of a block's nearest block-level element, or -1 in plain text. */
  int boxRow(int block) {
    return blocks.get(block).boxRow();
  }

  /** Returns a number for what a phrase gives away; the order is part of the trained model. */
  static int number(Phrase.Category category) {
    return switch (category) {
      case BYLINE -> 1;
      case LABEL -> 2;
      case BREADCRUMB -> 3;
      case SHARE -> 4;
      case AD -> 5;
      case NEWSLETTER -> 6;
      case SOURCE_LINK -> 7;
      case LEGAL -> 8;
      case CONSENT -> 9;
      case NEIGHBOUR -> 10;
      case RELATED -> 11;
      case COMMENTS -> 12;
      case COMMENT_FORM -> 13;
    };
  }
}
