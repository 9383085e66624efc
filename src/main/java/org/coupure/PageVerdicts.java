package org.coupure;

import java.util.List;
import org.coupure.article.PageKind;
import org.coupure.article.Verdict;
import org.coupure.block.Block;
import org.coupure.metadata.SpareText;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Judge;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on one page.
 *
 * @param ballot those that count
 * @param generic those that would have been given without the site's own rule, or null when it did
 *     not decide what the article is
 * @param overruled what the site's rule gave, when the page gives all of that and clearly more
 *     without the rule's {@code content}, so that {@code ballot} is that instead; else null
 * @param rescue what a lower rung gave, or null when none had to
 */
record PageVerdicts(
    BlockVerdicts ballot,
    @Nullable BlockVerdicts generic,
    @Nullable BlockVerdicts overruled,
    @Nullable Fallback rescue) {
  /**
   * How much more the model must expect of the generic text than of the rule's before the rule is
   * called beaten; the third of a page that moved to a second container costs .2, the half .33.
   * With rules of ftr-site-config on wcxb-dev, six of seven pages beyond it are better without.
   */
  private static final double CLEARLY = 0.1;

  /** The same before the generic path answers. From .15 on the rules are right now and then. */
  private static final double MUCH = 0.2;

  /** Fewer words more are a caption or a teaser. */
  private static final int MORE_WORDS = 40;

  /**
   * The share of the rule's words that another text must hold to take its place. Where it holds
   * fewer, rule and model are of two minds about the page, and the rule is a person's.
   */
  private static final double ALL = 0.9;

  PageVerdicts(BlockVerdicts ballot, @Nullable BlockVerdicts generic) {
    this(ballot, generic, null, null);
  }

  /**
   * Returns the same with {@code open} in place of what the rule gave, if it is all of that and
   * more.
   */
  PageVerdicts orRather(BlockVerdicts open) {
    int held = 0;
    for (Block block : ballot.blocks().list()) {
      boolean both = isKept(ballot, block) && isKept(open, block);
      held += both ? block.words() : 0;
    }
    boolean better = isBetter(open, ballot, MUCH) && held >= ALL * words(ballot);
    return better ? new PageVerdicts(open, generic, ballot, rescue) : this;
  }

  /** Returns the same with what a lower rung gives, if this is nearly nothing. */
  PageVerdicts rescued(SpareText spare, List<Judge> judges) {
    return new PageVerdicts(ballot, generic, overruled, Fallback.of(ballot, spare, judges));
  }

  /** Returns the same without what little text stands around a list of links, on such a page. */
  PageVerdicts fitting(PageKind kind) {
    boolean around = rescue != null && !rescue.isSpare() && kind == PageKind.INDEX;
    return around ? new PageVerdicts(ballot, generic, overruled, null) : this;
  }

  /** Returns the verdicts that make the article. */
  BlockVerdicts shown() {
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
    return overruled != null || (generic != null && isBetter(generic, ballot, CLEARLY));
  }

  /** Returns how much the rule's content held and how much there is, or null when it counts. */
  @Nullable String overruling() {
    return overruled == null
        ? null
        : "`content` holds " + words(overruled) + " words of a text of " + words(ballot);
  }

  private static boolean isBetter(BlockVerdicts other, BlockVerdicts ruled, double by) {
    return other.modelF1() - ruled.modelF1() >= by && words(other) - words(ruled) >= MORE_WORDS;
  }

  private static boolean isKept(BlockVerdicts ballot, Block block) {
    Verdict verdict = ballot.verdict(block.index());
    return verdict != null && verdict.kept();
  }

  private static int words(BlockVerdicts ballot) {
    int words = 0;
    for (Block block : ballot.blocks().list()) {
      words += isKept(ballot, block) ? block.words() : 0;
    }
    return words;
  }
}
