package org.coupure;

import java.util.function.Supplier;
import org.coupure.article.PageKind;
import org.coupure.block.Block;
import org.coupure.verdict.BlockVerdicts;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on the blocks of one page, and how well the site's rule fitted the page.
 *
 * @param own the verdicts on the page's own blocks, one on each
 * @param standing how well the site's rule fits the page
 * @param overruled when the rule is overruled: how much the rule's content held and how much there
 *     is, as a sentence; else null
 * @param fallback the text that replaces one of nearly no words, or null
 */
record PageVerdicts(
    BlockVerdicts own, Standing standing, @Nullable String overruled, @Nullable Fallback fallback) {
  /**
   * How much more F1 the model must expect of the text without the rule's {@code content} before
   * that text is taken. Chosen on one half of the hosts (parity of the SHA-256) of 493 pages of
   * news-dev, fundus-dev and traf-dev with a rule that names the page's {@code article}, {@code
   * main} or {@code articleBody}: .942 to .971 there and .945 to .974 on the other half; no page of
   * either is worse by .02. Below .01 rules of ftr-site-config are right about as often.
   */
  private static final double LITTLE = 0.01;

  /**
   * A text that gains fewer words than this gains a caption or a link. Chosen with {@link #LITTLE}.
   */
  private static final int LITTLE_WORDS = 20;

  /**
   * The same for a strict rule, and before a rule is called beaten or overruled; the third of a
   * page that moved to a second container costs .2, the half .33. With rules of ftr-site-config on
   * wcxb-dev, six of seven pages beyond .1 are better without.
   */
  private static final double CLEARLY = 0.1;

  /** The same before a strict rule is overruled. From .15 on they are right now and then. */
  private static final double MUCH = 0.2;

  /** The words that go with {@link #CLEARLY} and {@link #MUCH}: fewer are a teaser. */
  private static final int MORE_WORDS = 40;

  /**
   * The share of the rule's words that another text must hold to take its place. Where it holds
   * fewer, rule and model disagree about the page, and the rule is trusted because a person wrote
   * it.
   */
  private static final double ALL = 0.9;

  /** How well the site's rule fits a page. */
  enum Standing {
    /** The rule gives the text, or there is no rule. */
    HOLDS,
    /** The rule gives the text, although the model expects a clearly higher F1 without the rule. */
    BEATEN,
    /** Some text outside the rule's {@code content} is taken too. */
    WIDENED,
    /** The text without the rule's {@code content} is taken, because it is clearly better. */
    OVERRULED
  }

  /** Returns the verdicts on a page whose site has no rule for its content. */
  static PageVerdicts of(BlockVerdicts own) {
    return new PageVerdicts(own, Standing.HOLDS, null, null);
  }

  /**
   * Returns the verdicts of a site's rule, or those without its {@code content} where they are
   * better.
   *
   * @param generic the verdicts without the site's rules
   * @param open gives the verdicts without the rule's {@code content}; called only when they may
   *     matter
   * @param strict whether the rule says that everything in its content is text; then another text
   *     must be much better
   */
  static PageVerdicts of(
      BlockVerdicts ruled, BlockVerdicts generic, Supplier<BlockVerdicts> open, boolean strict) {
    double least = strict ? MUCH : LITTLE;
    int words = strict ? MORE_WORDS : LITTLE_WORDS;
    boolean beaten = isBetter(generic, ruled, CLEARLY, MORE_WORDS);
    if (!isBetter(generic, ruled, strict ? CLEARLY : LITTLE, words)) {
      return of(ruled);
    }
    BlockVerdicts other = open.get();
    if (!isBetter(other, ruled, least, words) || !holds(other, ruled)) {
      return new PageVerdicts(ruled, beaten ? Standing.BEATEN : Standing.HOLDS, null, null);
    }
    if (!isBetter(other, ruled, strict ? MUCH : CLEARLY, MORE_WORDS)) {
      return new PageVerdicts(other, Standing.WIDENED, null, null);
    }
    String overruled =
        "`content` holds " + ruled.keptWords() + " words of a text of " + other.keptWords();
    return new PageVerdicts(other, Standing.OVERRULED, overruled, null);
  }

  private static boolean isBetter(BlockVerdicts other, BlockVerdicts ruled, double by, int words) {
    return other.modelF1() - ruled.modelF1() >= by
        && other.keptWords() - ruled.keptWords() >= words;
  }

  private static boolean holds(BlockVerdicts other, BlockVerdicts ruled) {
    int held = 0;
    for (Block block : ruled.blocks().list()) {
      boolean both = ruled.isKept(block.index()) && other.isKept(block.index());
      held += both ? block.words() : 0;
    }
    return held >= ALL * ruled.keptWords();
  }

  /** Returns the same with another text in place of one of nearly no words. */
  PageVerdicts orElse(@Nullable Fallback other) {
    return new PageVerdicts(own, standing, overruled, other);
  }

  /**
   * Returns the same for a kind of page: the few words around a list of links are not an article.
   */
  PageVerdicts on(PageKind kind) {
    boolean around = fallback != null && !fallback.isSpare() && kind == PageKind.INDEX;
    return around ? orElse(null) : this;
  }

  /** Returns the verdicts that make the article. */
  BlockVerdicts shown() {
    return fallback == null ? own : fallback.verdicts();
  }

  /** Returns the words that were found outside the page's elements. */
  int spareWords() {
    return fallback == null || !fallback.isSpare() ? 0 : fallback.verdicts().keptWords();
  }

  /** Returns the F1 over words that is expected of the article, between 0 and 1. */
  double expectedF1() {
    return fallback == null ? own.expectedF1() : fallback.rung().expectedF1();
  }
}
