package org.coupure.block;

/** Drops what the page's own structure says can't be content. */
public final class StructureJudge implements Judge {
  @Override
  public void judge(Ballot ballot) {}
}
