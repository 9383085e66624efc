package org.coupure.verdict;

import java.util.List;
import org.coupure.article.Kind;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what a model would keep of a page once more, with what only the whole shows: a heading
 * between two kept paragraphs is the article's, what stands there twice is said once, a caption's
 * box is named after its image, and between the paragraphs of an article stands what its paper
 * offers. All of this is about open blocks only. Not thread-safe; lives as long as one verdicts.
 */
final class ContextPass {
  /** A block of more words is prose, not a label or a headline. */
  static final int PROSE = 20;

  /** What has fewer words of prose is no article; on other pages boxes and offers are the text. */
  private static final int LEAST_PROSE = 150;

  /** Short news have offers, too. */
  private static final int LEAST_OFFERED = 80;

  private static final float LINKED = 0.5f;

  final FeatureContext view;
  private final boolean[] keep;
  private final boolean[] open;
  private final @Nullable Change[] changes;

  /** A block's verdict instead of the model's. */
  record Change(boolean keep, Decider decider, String why) {
    void give(BlockVerdicts verdicts, int block) {
      if (keep) {
        verdicts.keep(block, decider, why);
      } else {
        verdicts.drop(block, decider, why);
      }
    }
  }

  /**
   * @param keep for each block whether it is kept so far
   * @param open for each block whether nobody but the model has spoken
   */
  ContextPass(FeatureContext view, boolean[] keep, boolean[] open) {
    this.view = view;
    this.keep = keep;
    this.open = open;
    this.changes = new Change[keep.length];
  }

  /** Looks at all blocks. */
  void look(float[] p) {
    SubHeadings.restore(this, p);
    Repeats.dropCopies(this);
    int prose = prose();
    if (prose >= LEAST_PROSE) {
      CaptionBoxes.drop(this, LEAST_PROSE);
      Repeats.dropQuotes(this);
    }
    if (prose >= LEAST_OFFERED) {
      Offers.drop(this);
    }
    LinkedCards.drop(this);
  }

  /** Returns what changes about block {@code index}, or null when the model has the last word. */
  @Nullable Change change(int index) {
    return changes[index];
  }

  Block block(int index) {
    return view.blocks.get(index);
  }

  int words(int index) {
    return view.text.tokens[index];
  }

  /** Returns the row of the element around the block's box, or -1. */
  int parent(int index) {
    int box = view.boxRow(index);
    return box < 0 ? -1 : view.outline.parent(box);
  }

  boolean isKept(int index) {
    return keep[index];
  }

  /** Returns whether the model keeps the block, and nobody else had spoken. */
  boolean mayDrop(int index) {
    return keep[index] && open[index];
  }

  /** Returns whether the model drops the block, and nobody else had spoken. */
  boolean mayKeep(int index) {
    return !keep[index] && open[index];
  }

  /** Returns whether more of the block is linked than not. */
  boolean isLinked(int index) {
    return view.linkDensity(index) > LINKED;
  }

  boolean is(int index, Kind kind) {
    return block(index).kind() == kind;
  }

  void keep(int index, String why) {
    keep[index] = true;
    changes[index] = new Change(true, Decider.CLASSIFIER, why);
  }

  void drop(int index, Decider decider, String why) {
    keep[index] = false;
    changes[index] = new Change(false, decider, why);
  }

  /** Returns the words of a kept block of prose, else 0. */
  int prose(int index) {
    boolean prose = keep[index] && words(index) > PROSE && !isLinked(index);
    return prose ? words(index) : 0;
  }

  private int prose() {
    int words = 0;
    for (int i = 0; i < keep.length; i++) {
      words += prose(i);
    }
    return words;
  }

  List<Block> blocks() {
    return view.blocks;
  }
}
