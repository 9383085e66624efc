package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static Tally tally(int clipped, int failed) {
    Tally tally = new Tally();
    for (int i = 0; i < clipped; i++) {
      tally.add(Clips.clipped("a", "text"));
    }
    for (int i = 0; i < failed; i++) {
      tally.add(Clips.failed("b"));
    }
    return tally;
  }

  @Test
  void saysHowManyAreDoneAndHowLongTheRestTakes() {
    assertThat(Progress.line(tally(117, 3), Duration.ofSeconds(10), 1480))
        .isEqualTo("120 of 1,480 pages, 3 without text, 12 a second, 2 min left");
    assertThat(Progress.line(tally(120, 0), Duration.ofSeconds(10), 480))
        .isEqualTo("120 of 480 pages, 0 without text, 12 a second, 30 s left");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(Progress.line(tally(120, 0), Duration.ofSeconds(10), 0))
        .isEqualTo("120 pages, 0 without text, 12 a second");
  }

  @Test
  void neverSaysMoreThanAll() {
    assertThat(Progress.line(tally(3, 0), Duration.ofSeconds(1), 2))
        .isEqualTo("3 of 3 pages, 0 without text, 3 a second");
  }
}
