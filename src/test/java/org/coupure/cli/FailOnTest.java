package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailOnTest {
  @ParameterizedTest(name = "{0}: {1} clipped, {2} empty, {3} failed gives {4}")
  @CsvSource({
    "'', 5, 0, 0, 0",
    "'', 5, 3, 0, 0",
    "'', 5, 0, 1, 1",
    "'', 0, 3, 0, 3",
    "'', 0, 0, 2, 3",
    "'', 0, 0, 0, 3",
    "none, 5, 0, 9, 0",
    "none, 0, 0, 9, 0",
    "any, 5, 0, 0, 0",
    "any, 5, 1, 0, 1",
    "any, 0, 1, 0, 3",
    "0.1, 9, 1, 0, 0",
    "0.1, 9, 1, 1, 1",
    "10%, 9, 0, 1, 0",
    "10%, 8, 0, 2, 1"
  })
  void decidesTheExitCode(String when, int clipped, int empty, int failed, int expected)
      throws UsageException {
    Tally tally = new Tally();
    for (int i = 0; i < clipped; i++) {
      tally.add(Clips.clipped("a", "text"));
    }
    for (int i = 0; i < empty; i++) {
      tally.add(Clips.empty("b"));
    }
    for (int i = 0; i < failed; i++) {
      tally.add(Clips.failed("c"));
    }
    FailOn failOn = when.isEmpty() ? FailOn.FAILURES : FailOn.parse(when);

    assertThat(failOn.exitCode(tally)).isEqualTo(expected);
  }

  @Test
  void aRecordThatItsTargetRefusesIsAFailure() throws UsageException {
    Tally tally = new Tally();
    tally.add(Clips.clipped("a", "text"));

    assertThat(FailOn.FAILURES.exitCode(tally, 1)).isEqualTo(FailOn.SOME_FAILED);
    assertThat(FailOn.FAILURES.exitCode(tally, 0)).isZero();
    assertThat(FailOn.parse("none").exitCode(tally, 1)).isZero();
  }

  @ParameterizedTest(name = "{0} shut out, {1} failed: {2}")
  @CsvSource({"3, 0, 5", "2, 1, 3"})
  void tellsWhenAllWasRefused(int refused, int failed, int expected) {
    Tally tally = new Tally();
    for (int i = 0; i < refused; i++) {
      tally.add(Clip.failed("a", Reason.ROBOTS, "forbidden"));
    }
    for (int i = 0; i < failed; i++) {
      tally.add(Clips.failed("c"));
    }

    assertThat(FailOn.FAILURES.exitCode(tally)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "some", "1.5", "101%", "-1", "1e3", "%"})
  void refusesWhatIsNoShare(String word) {
    assertThatThrownBy(() -> FailOn.parse(word))
        .hasMessage(
            "--fail-on wants none, any or a share such as 0.05 or 5%, not \"" + word + "\".");
  }

  @Test
  void takesAWholeShare() throws UsageException {
    assertThat(FailOn.parse("100%").ratio()).isEqualTo(1);
  }
}
