package org.coupure.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Moment.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
  @ParameterizedTest
  @CsvSource({
    "2024-05-06T07:08:09+02:00, SECOND, 2024-05-06T07:08:09+02:00",
    "2024-05-06T07:08:09.123Z, SECOND, 2024-05-06T07:08:09Z",
    "2024-05-06T07:08+12:45, MINUTE, 2024-05-06T07:08:00+12:45",
    "2024-05-06T00:00-03:30, MINUTE, 2024-05-06T00:00:00-03:30",
    "2024-05-06T23:30-10:00, DAY, 2024-05-06",
    "0987-01-02T00:00Z, DAY, 0987-01-02",
  })
  void statedTimesAreWrittenAsStated(String stated, Precision precision, String written) {
    Moment moment = Moment.of(OffsetDateTime.parse(stated), precision);

    assertThat(moment.toRfc3339()).isEqualTo(written);
    assertThat(moment.zone()).isEqualTo(Zone.STATED);
  }

  @Test
  void daysAreNotShifted() {
    Moment day = Moment.of(LocalDate.of(2024, 5, 6));

    assertThat(day.toRfc3339()).isEqualTo("2024-05-06");
    assertThat(day.time()).isEqualTo("2024-05-06T00:00:00");
    assertThat(day.offset()).isEqualTo(ZoneOffset.UTC);
    assertThat(day.zone()).isEqualTo(Zone.UNKNOWN);
    assertThat(day.precision()).isEqualTo(Precision.DAY);
  }

  @Test
  void wallClocksAreWrittenAsIfTheyWereUtc() {
    Moment moment = Moment.of(LocalDateTime.of(2024, 5, 6, 7, 8), Precision.MINUTE);

    assertThat(moment.toRfc3339()).isEqualTo("2024-05-06T07:08:00Z");
    assertThat(moment.zone()).isEqualTo(Zone.UNKNOWN);
  }

  @Test
  void codesAreLowerCaseInAnyLocale() {
    assertThat(Precision.values())
        .extracting(Precision::code)
        .containsExactly("day", "minute", "second");
    assertThat(Zone.values()).extracting(Zone::code).containsExactly("stated", "rule", "unknown");
  }

  @Test
  void everyPartIsNeeded() {
    assertThatNullPointerException()
        .isThrownBy(() -> new Moment(null, ZoneOffset.UTC, Precision.DAY, Zone.RULE))
        .withMessage("time");
  }
}
