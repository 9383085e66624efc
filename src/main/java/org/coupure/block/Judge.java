package org.coupure.block;

/**
 * Something that gives verdicts on blocks: structure, phrases, the classifier. Implementations are
 * immutable and thread-safe.
 */
public interface Judge {
  /** Speaks about those open blocks of {@code ballot} that this judge is sure of. */
  void judge(Ballot ballot);
}
