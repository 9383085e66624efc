package org.coupure.verdict;

import org.coupure.block.Blocks;

/**
 * A learned model of which blocks are text, for HTML or for plain text. Implementations are
 * immutable and thread-safe.
 */
public interface Classifier {
  /**
   * Returns the judge that gives the model's verdicts on a page, on whatever rules and memory leave
   * open. Making it is the costly part of a clip, so callers ask once a page and keep the answer.
   *
   * @param blocks of the kind that this model is for; about others, and about none, the judge is
   *     silent
   */
  Judge predict(Blocks blocks);
}
