package org.coupure;

import java.util.List;
import org.coupure.article.Verdict;
import org.coupure.block.Ballot;
import org.coupure.block.Block;
import org.coupure.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on one page.
 *
 * @param ballot those that count
 * @param generic those that would have been given without the site's own rule, or null when it did
 *     not decide what the article is
 */
record Result(Ballot ballot, @Nullable Ballot generic) {
  /**
   * How much more the model must expect of the generic text than of the rule's before the rule is
   * called beaten: the half of a page that moved to a second container costs .33. Chosen, not
   * tuned.
   */
  private static final double CLEARLY = 0.2;

  /** Fewer words more are a caption or a teaser. */
  private static final int MORE_WORDS = 40;

  /**
   * Returns whether the generic path does better than the site's rule: longer by some paragraphs,
   * and nearer to what the model takes for the article.
   */
  boolean isRuleBeaten() {
    return generic != null
        && generic.modelF1() - ballot.modelF1() >= CLEARLY
        && words(generic) - words(ballot) >= MORE_WORDS;
  }

  private static int words(Ballot ballot) {
    List<Verdict> verdicts = ballot.result();
    int words = 0;
    for (Block block : ballot.blocks().list()) {
      words += verdicts.get(block.index()).kept() ? Tokens.count(block.text()) : 0;
    }
    return words;
  }
}
