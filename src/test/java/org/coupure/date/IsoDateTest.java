package org.coupure.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Moment.Zone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoDateTest {
  private static String form(@Nullable Moment moment) {
    if (moment == null) {
      return "";
    }
    if (moment.precision() == Precision.DAY) {
      return moment.time().toLocalDate().toString();
    }
    return moment.time() + (moment.zone() == Zone.UNKNOWN ? "" : moment.offset().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-03-14 | 2025-03-14
          20250314 | 2025-03-14
          2025-03 | ''
          2025-0314 | ''
          202503-14 | ''
          202503145 | ''
          2025-03-145 | ''
          2025-13-14 | ''
          2025-03-14T | 2025-03-14
          2025-03-14Tx | 2025-03-14
          2025-03-14T12 | 2025-03-14
          2025-03-14T12:05 | 2025-03-14T12:05
          2025-03-14t1205 | 2025-03-14T12:05
          2025-03-14   12:05 | 2025-03-14T12:05
          2025-03-14T 12:05:33 | 2025-03-14T12:05:33
          2025-03-14T120533 | 2025-03-14T12:05:33
          2025-03-14T12:05:33.5 | 2025-03-14T12:05:33.500
          2025-03-14T12:05:33,25Z | 2025-03-14T12:05:33.250Z
          2025-03-14T12:05.5Z | 2025-03-14T12:05:30Z
          2025-03-14T12:05:33.Z | 2025-03-14T12:05:33
          2025-03-14T12:05:60Z | 2025-03-14T12:05:59Z
          2025-03-14T24:05Z | 2025-03-14
          2025-03-14T23:59Z | 2025-03-14T23:59Z
          2025-03-14T23:60Z | 2025-03-14
          2025-03-14T00:00 | 2025-03-14
          2025-03-14T00:00:00 | 2025-03-14
          2025-03-14T00:00:01 | 2025-03-14T00:00:01
          2025-03-14T00:01 | 2025-03-14T00:01
          2025-03-14T01:00 | 2025-03-14T01:00
          2025-03-14T00:00Z | 2025-03-14T00:00Z
          2025-03-14T12:05+02 | 2025-03-14T12:05+02:00
          2025-03-14T12:05+0230 | 2025-03-14T12:05+02:30
          2025-03-14T12:05 -02:30 | 2025-03-14T12:05-02:30
          2025-03-14T12:05−02:30 | 2025-03-14T12:05-02:30
          2025-03-14T12:05+18 | 2025-03-14T12:05+18:00
          2025-03-14T12:05+18:30 | 2025-03-14T12:05+18:00
          2025-03-14T12:05+19 | 2025-03-14T12:05
          2025-03-14T12:05+x | 2025-03-14T12:05
          2025-03-14T12:05 UTC | 2025-03-14T12:05Z
          2025-03-14T12:05GMT | 2025-03-14T12:05Z
          2025-03-14T12:05z | 2025-03-14T12:05Z
          2025-03-14T12:05 CET | 2025-03-14T12:05
          2/25-03-14 | ''
          2025-03-:4 | ''
          2025-03-14U12:05 | 2025-03-14
          """)
  void readsIso8601AndItsCommonMistakes(String text, String form) {
    assertThat(form(IsoDate.parse(text, Zones.NONE))).isEqualTo(form);
  }
}
