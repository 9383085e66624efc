package org.coupure.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a moment in UTC and a clock without a zone say together. */
class LocalClockTest {
  @ParameterizedTest
  @CsvSource({
    "2025-03-15T04:30:59Z, 2025-03-14T23:30, 2025-03-14T23:30:59-05:00",
    "2025-03-14T10:05:07Z, 2025-03-14T11:05, 2025-03-14T11:05:07+01:00",
    "2025-03-14T10:05:00Z, 2025-03-14T15:35, 2025-03-14T15:35:00+05:30",
    "2025-03-14T10:05:00Z, 2025-03-14T10:05, ",
    "2025-03-14T10:05:00Z, 2025-03-14T11:06, ",
    "2025-03-14T17:09:00Z, 2025-03-14T05:09, ",
    "2025-03-14T10:05:00Z, 2025-03-16T10:05, ",
    "2025-03-14T10:05:00+02:00, 2025-03-14T11:05, "
  })
  void learnsTheZone(String stated, String seen, @Nullable String local) {
    Moment moment = Moment.of(OffsetDateTime.parse(stated), Precision.SECOND);
    Moment clock = Moment.of(LocalDateTime.parse(seen), Precision.MINUTE);

    Moment found = LocalClock.of(moment, clock);

    assertThat(found == null ? null : found.toRfc3339()).isEqualTo(local);
  }

  @Test
  void learnsNothingFromADay() {
    Moment moment = Moment.of(OffsetDateTime.parse("2025-03-14T23:00:00Z"), Precision.SECOND);

    assertThat(
            LocalClock.of(moment, Moment.of(LocalDateTime.parse("2025-03-15T00:00").toLocalDate())))
        .isNull();
  }
}
