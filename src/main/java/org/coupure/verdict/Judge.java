package org.coupure.verdict;

import java.util.List;

/**
 * Something that gives verdicts on blocks: structure, phrases, the classifier. Implementations are
 * immutable and thread-safe.
 */
public interface Judge {
  /** Speaks about those open blocks of {@code ballot} that this judge is sure of. */
  void judge(BlockVerdicts ballot);

  /** Speaks about several ballots on one page, as if about one after the other. */
  default void judge(List<BlockVerdicts> ballots) {
    ballots.forEach(this::judge);
  }
}
