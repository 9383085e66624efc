package org.coupure;

import java.util.List;
import org.coupure.article.PageKind;
import org.coupure.article.Verdict;
import org.coupure.block.Block;
import org.coupure.metadata.SpareText;
import org.coupure.verdict.Ballot;
import org.coupure.verdict.Judge;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on one page.
 *
 * @param ballot those that count
 * @param generic those that would have been given without the site's own rule, or null when it did
 *     not decide what the article is
 * @param rescue what a lower rung gave, or null when none had to
 */
record Result(Ballot ballot, @Nullable Ballot generic, @Nullable Rescue rescue) {
  /**
   * How much more the model must expect of the generic text than of the rule's before the rule is
   * called beaten: the half of a page that moved to a second container costs .33. Chosen, not
   * tuned.
   */
  private static final double CLEARLY = 0.2;

  /** Fewer words more are a caption or a teaser. */
  private static final int MORE_WORDS = 40;

  Result(Ballot ballot, @Nullable Ballot generic) {
    this(ballot, generic, null);
  }

  /** Returns the same with what a lower rung gives, if this is nearly nothing. */
  Result rescued(SpareText spare, List<Judge> judges) {
    return new Result(ballot, generic, Rescue.of(ballot, spare, judges));
  }

  /** Returns the same without what little text stands around a list of links, on such a page. */
  Result fitting(PageKind kind) {
    boolean around = rescue != null && !rescue.isSpare() && kind == PageKind.INDEX;
    return around ? new Result(ballot, generic) : this;
  }

  /** Returns the verdicts that make the article. */
  Ballot shown() {
    return rescue == null ? ballot : rescue.ballot();
  }

  /** Returns the words that were found beside the page's elements. */
  int spareWords() {
    return rescue == null || !rescue.isSpare() ? 0 : words(rescue.ballot());
  }

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
      words += verdicts.get(block.index()).kept() ? block.words() : 0;
    }
    return words;
  }
}
