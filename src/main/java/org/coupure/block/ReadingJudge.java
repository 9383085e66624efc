package org.coupure.block;

import org.coupure.article.Verdict.Decider;

/** Decides every block that is still open. */
public final class ReadingJudge implements Judge {
  @Override
  public void judge(Ballot ballot) {
    for (Block block : ballot.blocks().list()) {
      ballot.keep(block.index(), Decider.CLASSIFIER, "everything");
    }
  }
}
