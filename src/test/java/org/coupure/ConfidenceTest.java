package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {
  @ParameterizedTest
  @CsvSource({"0, 0.044", "0.5, 0.044", "0.65, 0.1305", "0.95, 0.871", "1, 0.995", "1.01, 0.995"})
  void followsTheCountedShares(double expectedF1, double confidence) {
    assertThat(Confidence.of(expectedF1)).isCloseTo(confidence, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.01", "0.78, 0.12", "0.92, 0.685", "0.97, 0.93", "1, 0.985", "1.01, 0.985"})
  void dumpsHaveSharesOfTheirOwn(double expectedF1, double confidence) {
    assertThat(Confidence.ofDump(expectedF1)).isCloseTo(confidence, within(1e-9));
  }

  @Test
  void neverFallsWhileTheExpectationRises() {
    for (double f1 = 0; f1 < 1; f1 += 0.001) {
      assertThat(Confidence.of(f1 + 0.001)).isGreaterThanOrEqualTo(Confidence.of(f1));
      assertThat(Confidence.ofDump(f1 + 0.001)).isGreaterThanOrEqualTo(Confidence.ofDump(f1));
    }
  }

  @Test
  void exactnessFallsWithDoubt() {
    double last = 1;
    for (double doubt = 0; doubt < 12; doubt += 0.1) {
      double exact = Confidence.exact(doubt);
      assertThat(exact).isBetween(0.0, last);
      last = exact;
    }
    assertThat(Confidence.exact(0.3)).isEqualTo(0.845);
    assertThat(Confidence.exact(100)).isEqualTo(0.015);
  }
}
