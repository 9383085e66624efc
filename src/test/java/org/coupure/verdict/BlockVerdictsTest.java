package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.coupure.article.PassageKind;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Cut;
import org.junit.jupiter.api.Test;

class BlockVerdictsTest {
  private static BlockVerdicts verdicts() {
    return new BlockVerdicts(Cut.page("<h2>a</h2><p>b</p>"));
  }

  @Test
  void firstThatSpeaksWins() {
    BlockVerdicts verdicts = verdicts();
    verdicts.drop(0, Decider.RULE, "rule");
    verdicts.keep(0, Decider.CLASSIFIER, "model");
    verdicts.keep(1, Decider.THEME, "theme");
    verdicts.drop(1, Decider.PHRASE, "phrase");

    assertThat(verdicts.result())
        .containsExactly(
            Verdict.drop(Decider.RULE, "rule"),
            Verdict.keep(PassageKind.PARAGRAPH, Decider.THEME, "theme"));
  }

  @Test
  void blocksAreKeptAsWhatTheyAreUnlessSaidOtherwise() {
    BlockVerdicts verdicts = verdicts();
    verdicts.keep(0, Decider.RULE, "rule");
    verdicts.keep(1, PassageKind.QUOTE, Decider.RULE, "rule");

    assertThat(verdicts.verdict(0).keptAs()).isEqualTo(PassageKind.HEADING);
    assertThat(verdicts.verdict(1).keptAs()).isEqualTo(PassageKind.QUOTE);
  }

  @Test
  void blocksAreOpenUntilSomebodySpeaks() {
    BlockVerdicts verdicts = verdicts();
    verdicts.drop(0, Decider.RULE, "rule");

    assertThat(verdicts.isOpen(0)).isFalse();
    assertThat(verdicts.isOpen(1)).isTrue();
    assertThat(verdicts.verdict(1)).isNull();
  }

  @Test
  void everyBlockNeedsAVerdict() {
    BlockVerdicts verdicts = verdicts();
    verdicts.drop(0, Decider.RULE, "rule");

    assertThatIllegalStateException()
        .isThrownBy(verdicts::result)
        .withMessage("no verdict on block 1");
  }
}
