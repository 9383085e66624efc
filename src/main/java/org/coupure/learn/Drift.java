package org.coupure.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coupure.learn.RuleState.SelectorState;
import org.jspecify.annotations.Nullable;

/** The fields that a rule finds less often than in an earlier report. */
public final class Drift {
  /** Texts that shrank by more than this have lost something. */
  private static final double SHORTER = 0.8;

  /** A share that fell by so much is more than another mixture of pages. */
  private static final double FELL = 0.25;

  private Drift() {}

  /** Returns what drifts, a sentence each; nothing when the rule is not in the earlier report. */
  public static List<String> of(RuleState state, HealthReport.@Nullable Past past) {
    List<String> drifts = new ArrayList<>();
    if (past == null || state.pages() == 0) {
      return drifts;
    }
    long words = state.lengths().words();
    if (words < SHORTER * past.words()) {
      drifts.add("the texts are shorter than they were, " + words + " words for " + past.words());
    }
    state
        .rates()
        .fields()
        .forEach((field, pages) -> share(drifts, "field: " + field, pages, state, past));
    for (SelectorState selector : state.rates().selectors()) {
      String name = selector.said().key() + " " + selector.said().what();
      share(drifts, name, selector.pages(), state, past);
    }
    return drifts;
  }

  private static void share(
      List<String> drifts, String what, int pages, RuleState state, HealthReport.Past past) {
    double now = (double) pages / state.pages();
    double then = past.shares().getOrDefault(what, 0.0);
    if (now <= then - FELL) {
      drifts.add(
          String.format(
              Locale.ROOT,
              "%s on %.0f %% of the pages, %.0f %% before",
              what,
              100 * now,
              100 * then));
    }
  }
}
