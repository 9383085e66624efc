package org.coupure.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timestamps on both sides of each limit of {@link Timestamps}. */
class TimestampBoundsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1741953900 | 2025-03-14T12:05:00Z
          174195390 | 1975-07-10T03:36:30Z
          17419539000 | 2522-01-02T00:50:00Z
          174195390000 | 1975-07-10T03:36:30Z
          1741953900000 | 2025-03-14T12:05:00Z
          17419539000000 | 2522-01-02T00:50:00Z
          202503141205 | 2025-03-14T12:05:00Z
          20250314120500 | 2025-03-14T12:05:00Z
          1741953900123456 | 2025-03-14T12:05:00.123456Z
          2025-03-14 | 2025-03-14T00:00:00Z
          2025-03 | 2025-03-01T00:00:00Z
          2025-W11-5 | 2025-03-14T00:00:00Z
          2025-073 | 2025-03-14T00:00:00Z
          14/05/2025 | 2025-05-14T00:00:00Z
          04/05/2025 | ''
          05/05/2025 | 2025-05-05T00:00:00Z
          04/05/2025 2:05 pm | 2025-04-05T14:05:00Z
          14 Mar 125 | 2025-03-14T00:00:00Z
          2025-03-14 24:00 | 2025-03-15T00:00:00Z
          2025-03-14 1205 | 2025-03-14T12:05:00Z
          2025-03-14 12.05 | 2025-03-14T00:00:00Z
          2025-03-14 12:05 America/New_York | 2025-03-14T16:05:00Z
          2025-03-14 12:05 EST | 2025-03-14T17:05:00Z
          ２０２５-０３-１４ | 2025-03-14T00:00:00Z
          2025−03–14 | 2025-03-14T00:00:00Z
          2025-03-14 (Friday) 12:05 | 2025-03-14T12:05:00Z
          """)
  void readsWhatIsOneMomentOnly(String text, String instant) {
    assertThat(String.valueOf(Timestamps.parse(text)))
        .isEqualTo(instant.isEmpty() ? "null" : instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-03-14 | 2025-03-14
          2025-3-14 | ''
          2025-03-14x | ''
          """)
  void readsDaysOfOneForm(String text, String day) {
    assertThat(String.valueOf(Timestamps.day(text))).isEqualTo(day.isEmpty() ? "null" : day);
  }
}
