package org.coupure.article;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decision about one block: to keep it as some kind of passage or to drop it, with the one
 * reason that decided. Immutable.
 *
 * @param keptAs the kind of passage it became, or null when it was dropped
 * @param decider the first decider that had an answer
 * @param why the reason, for people and for tests: a rule with its line, a phrase's name, a
 *     probability
 * @param model what the learned model saw; null when it did not decide or was not asked to explain
 */
public record Verdict(
    @Nullable PassageKind keptAs, Decider decider, String why, @Nullable ModelReason model) {

  /** What decides about a block, in the order in which they are asked; the first answer wins. */
  public enum Decider {
    /** The site's own rule. */
    RULE,
    /** The rule of the theme that the page shows the marks of. */
    THEME,
    /** The block's text became a field of the record: the title, a byline, a date line. */
    FIELD,
    /** Structure that cannot be content: forms, hidden text, comment threads. */
    STRUCTURE,
    /** A certain junk phrase. */
    PHRASE,
    /** The same block was seen on many pages of the site. */
    MEMORY,
    /** The learned model, or the reading heuristics in its place. */
    CLASSIFIER,
    /** The fallback text, taken when all others kept nearly nothing. */
    FALLBACK
  }

  public Verdict {
    Objects.requireNonNull(decider, "decider");
    Objects.requireNonNull(why, "why");
  }

  public static Verdict keep(PassageKind kind, Decider decider, String why) {
    return new Verdict(Objects.requireNonNull(kind, "kind"), decider, why, null);
  }

  public static Verdict drop(Decider decider, String why) {
    return new Verdict(null, decider, why, null);
  }

  /** Returns the same verdict with what the learned model saw. */
  public Verdict withModel(ModelReason seen) {
    return new Verdict(keptAs, decider, why, seen);
  }

  public boolean kept() {
    return keptAs != null;
  }
}
