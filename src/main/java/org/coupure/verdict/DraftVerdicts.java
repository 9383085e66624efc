package org.coupure.verdict;

import java.util.List;
import java.util.function.IntPredicate;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.jspecify.annotations.Nullable;

/**
 * What a model would keep of a page, before verdicts are given: the passes over the whole page read
 * and change it. Only open blocks can be changed. Not thread-safe; lives as long as one judgement.
 */
final class DraftVerdicts {
  /** A block of more words is prose, not a label or a headline. */
  static final int PROSE = 20;

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
   * @param open for each block whether it has no verdict yet, so that the model decides
   */
  DraftVerdicts(FeatureContext view, boolean[] keep, boolean[] open) {
    this.view = view;
    this.keep = keep;
    this.open = open;
    this.changes = new Change[keep.length];
  }

  /** Returns what a page's verdicts are so far, where {@code likely} decides the open ones. */
  static DraftVerdicts of(FeatureContext context, BlockVerdicts verdicts, IntPredicate likely) {
    int count = context.blocks.size();
    boolean[] keep = new boolean[count];
    boolean[] open = new boolean[count];
    for (int i = 0; i < count; i++) {
      open[i] = verdicts.isOpen(i);
      keep[i] = open[i] ? likely.test(i) : verdicts.isKept(i);
    }
    return new DraftVerdicts(context, keep, open);
  }

  /** Gives the verdicts that are others than the model's. */
  void give(BlockVerdicts verdicts) {
    for (int i = 0; i < changes.length; i++) {
      Change change = changes[i];
      if (change != null) {
        change.give(verdicts, i);
      }
    }
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

  /** Returns whether the model decides about the block and keeps it. */
  boolean mayDrop(int index) {
    return keep[index] && open[index];
  }

  /** Returns whether the model decides about the block and drops it. */
  boolean mayKeep(int index) {
    return !keep[index] && open[index];
  }

  /** Returns whether more of the block is linked than not. */
  boolean isLinked(int index) {
    return view.linkDensity(index) > LINKED;
  }

  boolean is(int index, PassageKind kind) {
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

  /** Returns the words of all kept blocks of prose. */
  int prose() {
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
