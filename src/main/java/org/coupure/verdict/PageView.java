package org.coupure.verdict;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.Outline;
import org.coupure.block.Tags;
import org.coupure.text.Phrase;
import org.coupure.text.PhraseBook;
import org.coupure.text.WordSet;
import org.jspecify.annotations.Nullable;

/**
 * One page as the features see it: its blocks' measures, sums over any range of blocks in constant
 * time, and for every element what its attributes say about it and its ancestors. Made once a page;
 * read-only afterwards.
 */
final class PageView {
  /** A block of this many words that is not mostly links reads like prose. */
  static final int LONG_TOKENS = 15;

  private static final float LONG_LINKS = 0.4f;

  final List<Block> blocks;
  final Outline outline;
  final HeadFacts head;
  final Blocks page;
  final TextMeasures text;
  final int count;

  /** The share of each block's characters that is linked. */
  final float[] linkDensities;

  /** Words, linked words, long blocks and their words before each block: one longer than blocks. */
  final int[] tokensBefore;

  final int[] linkedBefore;
  final int[] longBefore;
  final int[] longTokensBefore;

  /** For every row: groups of its own attributes, of the next three ancestors, of all ancestors. */
  final long[] ownGroups;

  final long[] nearGroups;
  final long[] farGroups;

  /** For every row: bits of the tags of all its ancestors and itself. */
  final long[] tagBits;

  /** How many elements there are of each tag. */
  final int[] tagCounts = new int[Tags.COUNT];

  /** For every row: hash of tag and first class words; equal-looking elements share it. */
  final long[] signatures;

  /** For every row: log odds of its own words, and running sums and minima over its ancestors. */
  final float[] ownOdds;

  final float[] leastOdds;
  final float[] pathOdds;
  final float[] pathLeast;

  /** For every row: the nearest ancestor that holds other blocks too, or -1. */
  final int[] wider;

  /**
   * For every block: 0 no junk phrase, 1 a hint, 2 a certain one; and which category, 0 for none.
   */
  final int[] phraseStrength;

  final int[] phraseCategory;

  PageView(Blocks page, ClassWords words, WordSet functionWords, PhraseBook phrases) {
    this.blocks = page.list();
    this.outline = page.outline();
    this.page = page;
    this.head = HeadFacts.of(page.document());
    this.count = blocks.size();
    this.text = new TextMeasures(blocks, functionWords, head.titleWords(), head.descriptionWords());
    linkDensities = new float[count];
    for (int i = 0; i < count; i++) {
      Block block = blocks.get(i);
      linkDensities[i] = (float) block.ink().linkChars() / block.text().length();
    }
    tokensBefore = new int[count + 1];
    linkedBefore = new int[count + 1];
    longBefore = new int[count + 1];
    longTokensBefore = new int[count + 1];
    sumBlocks();
    phraseStrength = new int[count];
    phraseCategory = new int[count];
    List<@Nullable Phrase> matches = page.phrases(phrases);
    for (int i = 0; i < count; i++) {
      Phrase match = matches.get(i);
      if (match != null) {
        phraseStrength[i] = match.certain() ? 2 : 1;
        phraseCategory[i] = number(match.category());
      }
    }
    int rows = outline.size();
    ownGroups = new long[rows];
    nearGroups = new long[rows];
    farGroups = new long[rows];
    tagBits = new long[rows];
    signatures = new long[rows];
    ownOdds = new float[rows];
    leastOdds = new float[rows];
    pathOdds = new float[rows];
    pathLeast = new float[rows];
    wider = new int[rows];
    ClassWords.Sense[] byClass = words.senses(outline.classNames());
    ClassWords.Sense[] byLabel = words.senses(outline.labelNames());
    for (int row = 0; row < rows; row++) {
      int tag = outline.tag(row);
      tagCounts[tag]++;
      float tagOdds = words.tagOdds(tag);
      ownOdds[row] = tagOdds;
      leastOdds[row] = Math.min(0, tagOdds);
      signatures[row] = tag + 1L;
      if (outline.isNamed(row)) {
        attributes(row, byClass[outline.classNumber(row)], byLabel);
      }
      inherit(row);
    }
  }

  private void sumBlocks() {
    for (int i = 0; i < count; i++) {
      int tokens = text.tokens[i];
      float density = linkDensity(i);
      boolean isLong = tokens >= LONG_TOKENS && density < LONG_LINKS;
      tokensBefore[i + 1] = tokensBefore[i] + tokens;
      linkedBefore[i + 1] = linkedBefore[i] + Math.round(tokens * density);
      longBefore[i + 1] = longBefore[i] + (isLong ? 1 : 0);
      longTokensBefore[i + 1] = longTokensBefore[i] + (isLong ? tokens : 0);
    }
  }

  /** Adds what the attributes say to what the tag says. */
  private void attributes(int row, ClassWords.Sense byClass, ClassWords.Sense[] byLabel) {
    ClassWords.Sense byId = byLabel[outline.idNumber(row)];
    ClassWords.Sense byRole = byLabel[outline.roleNumber(row)];
    ClassWords.Sense byItem = byLabel[outline.propertyNumber(row)];
    ownGroups[row] = byClass.groups() | byId.groups() | byRole.groups() | byItem.groups();
    ownOdds[row] += byClass.sum() + byId.sum() + byRole.sum() + byItem.sum();
    float least = Math.min(byClass.least(), byId.least());
    least = Math.min(least, Math.min(byRole.least(), byItem.least()));
    leastOdds[row] = Math.min(leastOdds[row], least);
    signatures[row] = signatures[row] * 0x9E3779B97F4A7C15L + byClass.signature();
  }

  private void inherit(int row) {
    int parent = outline.parent(row);
    tagBits[row] = 1L << outline.tag(row);
    pathOdds[row] = ownOdds[row];
    pathLeast[row] = leastOdds[row];
    wider[row] = -1;
    if (parent < 0) {
      return;
    }
    tagBits[row] |= tagBits[parent];
    farGroups[row] = farGroups[parent] | ownGroups[parent];
    long near = ownGroups[parent];
    int second = outline.parent(parent);
    if (second >= 0) {
      near |= ownGroups[second];
      int third = outline.parent(second);
      near |= third >= 0 ? ownGroups[third] : 0;
    }
    nearGroups[row] = near;
    pathOdds[row] += pathOdds[parent];
    pathLeast[row] = Math.min(pathLeast[row], pathLeast[parent]);
    boolean sameRange =
        outline.firstBlock(parent) == outline.firstBlock(row)
            && outline.endBlock(parent) == outline.endBlock(row);
    wider[row] = sameRange ? wider[parent] : parent;
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

  int longBlocks(int from, int to) {
    return longBefore[to] - longBefore[from];
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
    return at < 0 ? 0 : signatures[at];
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
