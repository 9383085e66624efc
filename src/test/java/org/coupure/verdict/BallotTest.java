package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.coupure.article.Kind;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Cut;
import org.junit.jupiter.api.Test;

class BallotTest {
  private static Ballot ballot() {
    return new Ballot(Cut.page("<h2>a</h2><p>b</p>"));
  }

  @Test
  void firstThatSpeaksWins() {
    Ballot ballot = ballot();
    ballot.drop(0, Decider.RULE, "rule");
    ballot.keep(0, Decider.CLASSIFIER, "model");
    ballot.keep(1, Decider.THEME, "theme");
    ballot.drop(1, Decider.PHRASE, "phrase");

    assertThat(ballot.result())
        .containsExactly(
            Verdict.drop(Decider.RULE, "rule"),
            Verdict.keep(Kind.PARAGRAPH, Decider.THEME, "theme"));
  }

  @Test
  void blocksAreKeptAsWhatTheyAreUnlessSaidOtherwise() {
    Ballot ballot = ballot();
    ballot.keep(0, Decider.RULE, "rule");
    ballot.keep(1, Kind.QUOTE, Decider.RULE, "rule");

    assertThat(ballot.verdict(0).keptAs()).isEqualTo(Kind.HEADING);
    assertThat(ballot.verdict(1).keptAs()).isEqualTo(Kind.QUOTE);
  }

  @Test
  void blocksAreOpenUntilSomebodySpeaks() {
    Ballot ballot = ballot();
    ballot.drop(0, Decider.RULE, "rule");

    assertThat(ballot.isOpen(0)).isFalse();
    assertThat(ballot.isOpen(1)).isTrue();
    assertThat(ballot.verdict(1)).isNull();
  }

  @Test
  void everyBlockNeedsAVerdict() {
    Ballot ballot = ballot();
    ballot.drop(0, Decider.RULE, "rule");

    assertThatIllegalStateException()
        .isThrownBy(ballot::result)
        .withMessage("no verdict on block 1");
  }
}
