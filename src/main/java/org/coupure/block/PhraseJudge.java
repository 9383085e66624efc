package org.coupure.block;

import org.coupure.text.PhraseBook;

/** Drops blocks that are nothing but junk phrases, and the lists beneath such headings. */
public final class PhraseJudge implements Judge {
  private final PhraseBook phrases;

  public PhraseJudge(PhraseBook phrases) {
    this.phrases = phrases;
  }

  @Override
  public void judge(Ballot ballot) {
    for (Block block : ballot.blocks().list()) {
      phrases.match(block.text());
    }
  }
}
