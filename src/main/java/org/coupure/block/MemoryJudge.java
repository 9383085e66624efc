package org.coupure.block;

import java.util.List;
import org.coupure.article.Kind;
import org.coupure.article.Verdict.Decider;
import org.coupure.text.Sentences;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Drops the blocks that recur on the page's site. Immutable and thread-safe. */
final class MemoryJudge implements Judge {
  /** Words from which on a block that ends like a sentence is a paragraph. */
  private static final int PARAGRAPH = 10;

  /** A block with more of it in links points elsewhere. */
  private static final double LINKED = 0.5;

  private final KnownBlocks known;

  MemoryJudge(KnownBlocks known) {
    this.known = known;
  }

  @Override
  public void judge(Ballot ballot) {
    List<Block> list = ballot.blocks().list();
    @Nullable Recurrence[] recurring = new Recurrence[list.size()];
    Weights weights = new Weights();
    for (Block block : list) {
      if (ballot.isOpen(block.index())) {
        recurring[block.index()] = weigh(block, weights);
      }
    }
    // From the end, because a heading goes when what it stands over is gone.
    boolean nextDropped = true;
    for (int i = list.size() - 1; i >= 0; i--) {
      Recurrence recurrence = recurring[i];
      if (recurrence != null && drops(list.get(i), recurrence, weights, nextDropped)) {
        String why = "seen on " + recurrence.seen() + " of " + recurrence.pages() + " pages";
        ballot.drop(i, Decider.MEMORY, why);
      }
      nextDropped = !ballot.isOpen(i);
    }
  }

  /** Returns how the block recurs, or null if it does not recur enough for what it is. */
  private @Nullable Recurrence weigh(Block block, Weights weights) {
    Recurrence recurrence = known.find(block.text());
    if (!isParagraph(block)) {
      return recurrence;
    }
    int words = Tokens.count(block.text());
    if (recurrence == null || !recurrence.isBoilerplateText()) {
      weights.own += words;
      return null;
    }
    weights.doubtful += recurrence.isEverywhere() ? 0 : words;
    return recurrence;
  }

  private static boolean drops(
      Block block, Recurrence recurrence, Weights weights, boolean nextDropped) {
    if (block.kind() == Kind.HEADING && !nextDropped) {
      return false;
    }
    return !isParagraph(block) || weights.allow(recurrence);
  }

  private static boolean isParagraph(Block block) {
    return block.linkDensity() < LINKED
        && Tokens.count(block.text()) >= PARAGRAPH
        && Sentences.isEnd(block.text());
  }

  /** The words of a page's paragraphs. */
  private static final class Weights {
    /** Of those that do not recur. */
    int own;

    /** Of those that recur, but not everywhere. */
    int doubtful;

    /**
     * A page of nothing but recurring paragraphs keeps them: it may be the one they come from. One
     * whose greater part recurs on some pages may be an article that was published several times.
     */
    boolean allow(Recurrence recurrence) {
      return own > 0 && (recurrence.isEverywhere() || doubtful <= own);
    }
  }
}
