package org.coupure.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormsTest {
  @ParameterizedTest
  @CsvSource({
    "'Tue, 10 Mar 2026 08:30:00 +0100', 2026-03-10T07:30:00Z",
    "'Tue, 10 Mar 2026 08:30:00 GMT', 2026-03-10T08:30:00Z",
    "'Tue, 10 Mar 2026 08:30 EST', 2026-03-10T13:30:00Z",
    "'10 March 2026 08:30:00 CEST', 2026-03-10T06:30:00Z",
    "'Tuesday, 10-Mar-26 08:30:00 UTC', 2026-03-10T08:30:00Z",
    "'10 Mar 2026', 2026-03-10T00:00:00Z",
    "2026-03-10, 2026-03-10T00:00:00Z",
    "2026-03-10T08:30Z, 2026-03-10T08:30:00Z",
    "2026-03-10T08:30:00.123+01:00, 2026-03-10T07:30:00.123Z",
    "2026-03-10T08:30:00+0100, 2026-03-10T07:30:00Z",
    "2026-03-10 08:30:00, 2026-03-10T08:30:00Z",
    "2026-03-10T08:30:00, 2026-03-10T08:30:00Z",
  })
  void readsTheDatesOfFeeds(String text, Instant expected) {
    assertThat(DateForms.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-13-45", "32 Mar 2026", "10 Foo 2026", "2026", "0"})
  void leavesTheRest(String text) {
    assertThat(DateForms.parse(text)).isNull();
  }
}
