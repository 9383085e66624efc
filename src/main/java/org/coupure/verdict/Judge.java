package org.coupure.verdict;

/**
 * Something that gives verdicts on blocks: structure, phrases, a model's prediction.
 * Implementations are immutable and thread-safe.
 */
@FunctionalInterface
public interface Judge {
  /** Speaks about those open blocks of {@code verdicts} that this judge is sure of. */
  void judge(BlockVerdicts verdicts);
}
