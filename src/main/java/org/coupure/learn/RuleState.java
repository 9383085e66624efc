package org.coupure.learn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.rules.RuleStatement;
import org.jspecify.annotations.Nullable;

/**
 * How a rule is on stored pages.
 *
 * @param rule its name
 * @param counts on how many pages it does what it should
 * @param lengths how long its texts are
 * @param complaint what is wrong
 * @param rates how often it finds what
 * @param repair the changes that would make it well; empty when there are none or nothing is known
 */
public record RuleState(
    String rule,
    Counts counts,
    Lengths lengths,
    Complaint complaint,
    Rates rates,
    List<Change> repair) {
  public RuleState {
    repair = List.copyOf(repair);
  }

  /**
   * Numbers of pages.
   *
   * @param pages those with text that the rule is for
   * @param misses those on which it breaks a promise
   * @param beaten those on which the generic path gives clearly better text
   * @param well those on which it keeps its promises and loses no text
   * @param walls those that hold a challenge or a consent form and no article, which are not among
   *     {@code pages}
   */
  public record Counts(int pages, int misses, int beaten, int well, int walls) {}

  /**
   * Mean words of a text.
   *
   * @param words with the rule
   * @param generic by the generic path
   */
  public record Lengths(long words, long generic) {}

  /**
   * What is wrong with a rule.
   *
   * @param cause the first broken promise, as a sentence, or null
   * @param lostPlace where most of the text stands that the rule does not hold, or null
   */
  public record Complaint(@Nullable String cause, @Nullable String lostPlace) {}

  /**
   * How often a rule finds what.
   *
   * @param selectors each selector with the pages on which it finds something
   * @param fields each field of the record with the pages on which it has a value
   */
  public record Rates(List<SelectorState> selectors, Map<String, Integer> fields) {
    public Rates {
      selectors = List.copyOf(selectors);
      fields = new TreeMap<>(fields);
    }

    @Override
    public Map<String, Integer> fields() {
      return new TreeMap<>(fields);
    }
  }

  /** A selector with the number of pages on which it finds something. */
  public record SelectorState(RuleStatement said, int pages) {
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
  public record Change(RuleStatement said, List<String> now) {
    public Change {
      now = List.copyOf(now);
    }
  }

  /** Returns the number of pages with text that the rule is for. */
  public int pages() {
    return counts.pages();
  }

  /** Returns the share of pages on which the rule does what it should; 0 when all are walls. */
  public double health() {
    if (pages() == 0) {
      return counts.walls() == 0 ? 1 : 0;
    }
    return (double) counts.well() / pages();
  }
}
