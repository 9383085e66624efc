package org.coupure.block;

import org.coupure.article.Verdict.Decider;

/**
 * Drops what the page's own structure says can't be content: text that a browser would not show.
 * Text in {@code <noscript>} is left open, because some forums have their posts nowhere else.
 */
public final class StructureJudge implements Judge {
  @Override
  public void judge(Ballot ballot) {
    for (Block block : ballot.blocks().list()) {
      if ((block.hidden() & Block.HIDDEN_STYLE) != 0) {
        ballot.drop(block.index(), Decider.STRUCTURE, "hidden");
      }
    }
  }
}
