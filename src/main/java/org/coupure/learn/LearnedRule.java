package org.coupure.learn;

import java.util.List;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * What was learned of a site's pages: a rule, or why there is none.
 *
 * @param yaml the rule, or null when nothing was learned
 * @param reason how sure the rule is, or why there is none, as a sentence
 * @param pages number of pages that it was learned from
 * @param tests the pages that the rule's tests name, in their order
 */
public record LearnedRule(@Nullable String yaml, String reason, int pages, List<Page> tests) {
  public LearnedRule {
    tests = List.copyOf(tests);
  }

  static LearnedRule declined(String reason, int pages) {
    return new LearnedRule(null, reason, pages, List.of());
  }
}
