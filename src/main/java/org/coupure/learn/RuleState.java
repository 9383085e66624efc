package org.coupure.learn;

import java.util.List;
import org.coupure.rules.Said;
import org.jspecify.annotations.Nullable;

/**
 * How a rule is on stored pages.
 *
 * @param rule its name
 * @param pages number of pages that it is for
 * @param misses pages on which it breaks a promise
 * @param beaten pages on which the generic path gives clearly better text
 * @param well pages on which it keeps its promises and loses no text
 * @param words mean words of the text with the rule
 * @param genericWords mean words of the generic path's text
 * @param cause the first broken promise, as a sentence, or null
 * @param lostPlace where most of the text stands that the rule does not hold, or null
 * @param selectors each selector with the pages on which it finds something
 * @param repair the changes that would make it well; empty when there are none or nothing is known
 */
public record RuleState(
    String rule,
    int pages,
    int misses,
    int beaten,
    int well,
    long words,
    long genericWords,
    @Nullable String cause,
    @Nullable String lostPlace,
    List<SelectorState> selectors,
    List<Change> repair) {
  public RuleState {
    selectors = List.copyOf(selectors);
    repair = List.copyOf(repair);
  }

  /** A selector with the number of pages on which it finds something. */
  public record SelectorState(Said said, int pages) {
    /** Returns whether it finds nothing anywhere. */
    public boolean isDead() {
      return pages == 0;
    }
  }

  /**
   * A change of one selector.
   *
   * @param said what the rule says now, and where
   * @param now the selectors to say in its place; empty to take it out
   */
  public record Change(Said said, List<String> now) {
    public Change {
      now = List.copyOf(now);
    }
  }

  /** Returns the share of pages on which the rule does what it should, between 0 and 1. */
  public double health() {
    return pages == 0 ? 1 : (double) well / pages;
  }
}
