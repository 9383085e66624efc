package org.coupure.learn;

import java.util.List;
import java.util.Locale;
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
 * @param effect whether its texts are better than those of the generic path
 * @param repair the changes that would make it well; empty when there are none or nothing is known
 */
public record RuleState(
    String rule,
    Counts counts,
    Lengths lengths,
    Complaint complaint,
    Rates rates,
    Effect effect,
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
   * What a rule does to the texts of its pages, by the F1 that the learned model expects of them
   * and by what recurs on the pages.
   *
   * @param kind whether they are better
   * @param change how much more is expected of them in the mean; below 0 when it is less
   * @param better the number of pages that are clearly better
   * @param worse the number of pages that are clearly worse
   */
  public record Effect(Kind kind, double change, int better, int worse) {
    /** Whether a rule is worth having. */
    public enum Kind {
      /** The texts are better with it. */
      BETTER,
      /** They are as good as without. */
      SAME,
      /** They are worse with it. */
      WORSE,
      /** There are fewer than three pages, or they do not agree. */
      UNKNOWN;

      /** Returns the word for it, such as {@code better}. */
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /** Returns it as a sentence's end, such as {@code worse than without it (-0.040; …)}. */
    public String told() {
      String than =
          switch (kind) {
            case BETTER, WORSE -> kind.code() + " than without it";
            case SAME -> "the same as without it";
            case UNKNOWN -> "unknown";
          };
      return String.format(
          Locale.ROOT, "%s (%+.3f; %d pages better, %d worse)", than, change, better, worse);
    }
  }

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

  /** Returns whether a wall stood before most of the pages. */
  public boolean isWalled() {
    return counts.walls() > 0 && counts.walls() >= pages();
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
