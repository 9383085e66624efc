package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleSimilarityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A small headline | a small headline!          | 1
          A small headline | A small headline – Example | 0.95
          Example A small headline | A small headline   | 0.85
          A small headline | A small town               | 0.667
          One two three    | Four five six              | 0
          今日のニュース    | 今日のニュース速報          | 0.857
          ?!               | A small headline           | 0
          """)
  void comparesHeadlines(String a, String b, double likeness) {
    assertThat(TitleSimilarity.of(a, b)).isCloseTo(likeness, within(0.001));
  }

  @Test
  void knowsATextThatAUrlSpellsOut() {
    assertThat(TitleSimilarity.covers("which stone for a bridge", "which stone for bridge 42"))
        .isTrue();
    assertThat(TitleSimilarity.covers("which stone for a bridge", "stone bridge")).isFalse();
    assertThat(TitleSimilarity.covers("which stone for a bridge", "all about the bridge"))
        .isFalse();
  }

  @Test
  void whatCanNotBeAlikeEnoughIsNotCompared() {
    String five = "one two three four five";

    assertThat(TitleSimilarity.ofKeys(five, "one two three", 0)).isCloseTo(0.95, within(0.001));
    assertThat(TitleSimilarity.ofKeys(five, "five one two", 0)).isCloseTo(0.75, within(0.001));
    assertThat(TitleSimilarity.ofKeys(five, "five one two", 0.9)).isZero();
    assertThat(TitleSimilarity.ofKeys(five, "five four three two one", 0.9)).isEqualTo(1);
  }
}
