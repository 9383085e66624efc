package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.discover.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitOutcomeTest {
  /** The words stand in the states and reports of users. */
  @Test
  void theWordsOfChangesStay() {
    assertThat(ChangeKind.values())
        .extracting(changeKind -> changeKind.outcome().code())
        .containsExactly("new", "revised", "unchanged", "moved", "copy");
  }

  @Test
  void aPageWithoutTextGoesByItsReason() {
    assertThat(VisitOutcome.ofTextless(Clip.failed("x", Reason.DNS, "no such host")).code())
        .isEqualTo("dns");
    assertThat(
            VisitOutcome.ofTextless(new Clip("x", Outcome.EMPTY, Reason.NONE, null, null)).code())
        .isEqualTo("empty");
  }

  @Test
  void aFilterNamesWhatItMissed() {
    assertThat(VisitOutcome.filtered(Filter.Miss.DATE).code()).isEqualTo("filtered-date");
  }

  @Test
  void whatWasDeliveredIsCountedUnderItsWord(@TempDir Path folder) throws Exception {
    try (State state = State.open(folder.resolve("s.sqlite"))) {
      int two =
          state.commit(
              () -> {
                state.tallies().add("a", VisitOutcome.NEW);
                state.tallies().add("a", VisitOutcome.NEW);
                return 2;
              });

      assertThat(state.tallies().all()).containsExactly(new TallyTable.Count("a", "new", two));
    }
  }
}
