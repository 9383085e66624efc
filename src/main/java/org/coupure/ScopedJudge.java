package org.coupure;

import java.util.Objects;
import java.util.function.Predicate;
import org.coupure.page.Page;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Judge;

/**
 * A judge that the calling program added.
 *
 * @param pages about which pages it is asked
 * @param judge the judge
 */
record ScopedJudge(Predicate<Page> pages, Judge judge) {
  ScopedJudge {
    Objects.requireNonNull(pages, "pages");
    Objects.requireNonNull(judge, "judge");
  }

  void judge(Page page, BlockVerdicts verdicts) {
    if (pages.test(page)) {
      judge.judge(verdicts);
    }
  }
}
