package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {
  @Test
  void saysWhatBecameOfThePages() {
    Tally tally = new Tally();
    for (int i = 0; i < 1450; i++) {
      tally.add(Clips.clipped("a", "text"));
    }
    tally.add(Clips.empty("b"));
    tally.add(Clips.failed("c"));

    assertThat(tally.summary(Duration.ofMillis(12_340)))
        .isEqualTo("1,452 pages: 1,450 clipped, 1 empty, 1 failed; 12.3 s");
  }

  @Test
  void saysThatThereWasNothing() {
    assertThat(new Tally().summary(Duration.ZERO)).isEqualTo("no pages found");
  }

  @ParameterizedTest
  @CsvSource({"40, 0.0 s", "50, 0.1 s", "59900, 59.9 s", "61000, 1 min 1 s", "7380000, 2 h 3 min"})
  void saysTheTimeAsPeopleDo(long millis, String expected) {
    Tally tally = new Tally();
    tally.add(Clips.clipped("a", "text"));

    assertThat(tally.summary(Duration.ofMillis(millis)))
        .isEqualTo("1 page: 1 clipped; " + expected);
  }

  @ParameterizedTest
  @CsvSource({"0, '0'", "999, '999'", "1000, '1,000'", "1234567, '1,234,567'"})
  void groupsThousands(long number, String expected) {
    assertThat(Tally.grouped(number)).isEqualTo(expected);
  }
}
