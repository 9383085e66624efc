package org.coupure;

import java.util.function.Supplier;
import org.coupure.article.PageKind;
import org.coupure.block.Block;
import org.coupure.verdict.BlockVerdicts;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on one page: those on its own blocks, and what is to be said of the site's rule that
 * gave them.
 *
 * @param own the verdicts on the page's own blocks, one on each
 * @param ruleBeaten whether the page without its site's rule gives a text that is longer by some
 *     paragraphs, and nearer to what the model takes for the article
 * @param overruled when the page gives all of the rule's text and clearly more without the rule's
 *     {@code content}, so that {@code own} are those verdicts: how much the rule's content held and
 *     how much there is, as a sentence; else null
 * @param fallback the text that stands in for one that is nearly nothing, or null
 */
record PageVerdicts(
    BlockVerdicts own,
    boolean ruleBeaten,
    @Nullable String overruled,
    @Nullable Fallback fallback) {
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

  /** Returns the verdicts on a page whose site has no rule for its content. */
  static PageVerdicts of(BlockVerdicts own) {
    return new PageVerdicts(own, false, null, null);
  }

  /**
   * Returns the verdicts of a site's rule, or those without its {@code content} where they are
   * clearly better.
   *
   * @param generic the verdicts without the site's rules
   * @param open gives those without the rule's {@code content}; asked only when they may count
   */
  static PageVerdicts of(BlockVerdicts ruled, BlockVerdicts generic, Supplier<BlockVerdicts> open) {
    if (!isBetter(generic, ruled, CLEARLY)) {
      return of(ruled);
    }
    BlockVerdicts other = open.get();
    if (!isBetter(other, ruled, MUCH) || !holds(other, ruled)) {
      return new PageVerdicts(ruled, true, null, null);
    }
    String overruled =
        "`content` holds " + ruled.keptWords() + " words of a text of " + other.keptWords();
    return new PageVerdicts(other, true, overruled, null);
  }

  private static boolean isBetter(BlockVerdicts other, BlockVerdicts ruled, double by) {
    return other.modelF1() - ruled.modelF1() >= by
        && other.keptWords() - ruled.keptWords() >= MORE_WORDS;
  }

  private static boolean holds(BlockVerdicts other, BlockVerdicts ruled) {
    int held = 0;
    for (Block block : ruled.blocks().list()) {
      boolean both = ruled.isKept(block.index()) && other.isKept(block.index());
      held += both ? block.words() : 0;
    }
    return held >= ALL * ruled.keptWords();
  }

  /** Returns the same with another text in place of one that is nearly nothing. */
  PageVerdicts orElse(@Nullable Fallback other) {
    return new PageVerdicts(own, ruleBeaten, overruled, other);
  }

  /** Returns the same for a kind of page: the little text around a list of links is no article. */
  PageVerdicts on(PageKind kind) {
    boolean around = fallback != null && !fallback.isSpare() && kind == PageKind.INDEX;
    return around ? orElse(null) : this;
  }

  /** Returns the verdicts that make the article. */
  BlockVerdicts shown() {
    return fallback == null ? own : fallback.verdicts();
  }

  /** Returns the words that were found beside the page's elements. */
  int spareWords() {
    return fallback == null || !fallback.isSpare() ? 0 : fallback.verdicts().keptWords();
  }

  /** Returns the F1 over words that is expected of the article, between 0 and 1. */
  double expectedF1() {
    return fallback == null ? own.expectedF1() : fallback.rung().expectedF1();
  }
}
