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

  @Test
  void countsWordsOnlyWhereTheShareCanBeReached() {
    assertThat(TitleSimilarity.ofKeys("b a", "a b c", 0.8)).isCloseTo(0.8, within(0.001));
    assertThat(TitleSimilarity.ofKeys("b a", "a b c", 0.81)).isZero();
    assertThat(TitleSimilarity.ofKeys("b a d", "a b c d", 0.81)).isCloseTo(0.857, within(0.001));
    assertThat(TitleSimilarity.ofKeys("ab", "c ab d", 0.5)).isCloseTo(0.5, within(0.001));
    assertThat(TitleSimilarity.ofKeys("ab", "c ab d", 0.51)).isZero();
  }

  @Test
  void comparesNothingThatIsFourTimesAsLong() {
    // Five characters, and twenty or twenty-one.
    assertThat(TitleSimilarity.ofKeys("aa bb", "aa cc dd ee ff gg hh"))
        .isCloseTo(0.222, within(0.001));
    assertThat(TitleSimilarity.ofKeys("aa bb", "aa cc dd ee ff gg hhh")).isZero();
  }

  @Test
  void aBeginningIsOneOfWords() {
    assertThat(TitleSimilarity.ofKeys("news", "news of today")).isCloseTo(0.5, within(0.001));
    assertThat(TitleSimilarity.ofKeys("a b", "a b c")).isEqualTo(0.95);
    assertThat(TitleSimilarity.ofKeys("b c", "a b c")).isEqualTo(0.85);
    assertThat(TitleSimilarity.ofKeys("a b", "a bc")).isCloseTo(0.5, within(0.001));
  }

  @Test
  void comparesPairsOfLettersWhereThereAreNoBlanks() {
    assertThat(TitleSimilarity.ofKeys("a", "b")).isZero();
    assertThat(TitleSimilarity.ofKeys("ab", "b")).isZero();
    assertThat(TitleSimilarity.ofKeys("abc", "abd")).isCloseTo(0.5, within(0.001));
    assertThat(TitleSimilarity.ofKeys("aab", "aba")).isCloseTo(0.5, within(0.001));
    assertThat(TitleSimilarity.ofKeys("aaa", "aab")).isCloseTo(0.5, within(0.001));
  }

  @Test
  void aUrlSpellsATextOutWithFourOfFiveWords() {
    String text = "one two three four five";

    assertThat(TitleSimilarity.covers(text, "one two three four six")).isTrue();
    assertThat(TitleSimilarity.covers(text, "one two three seven six")).isFalse();
    assertThat(TitleSimilarity.covers(text, "one two three six")).isFalse();
    assertThat(TitleSimilarity.covers(text, "one two three")).isTrue();
    assertThat(TitleSimilarity.covers(text, "one two")).isFalse();
    assertThat(TitleSimilarity.covers(text, "on two three")).isFalse();
  }
}
