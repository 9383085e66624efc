package org.coupure.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.coupure.text.WordLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  @ParameterizedTest
  @CsvSource({
    "'Tue, 10 Mar 2026 08:30:00 +0100', 2026-03-10T07:30:00Z",
    "'Tue, 10 Mar 2026 08:30:00 GMT', 2026-03-10T08:30:00Z",
    "'Tue, 10 Mar 2026 08:30 EST', 2026-03-10T13:30:00Z",
    "'Tue,10 Mar 2026 08:30:00+0100', 2026-03-10T07:30:00Z",
    "'10 March 2026 08:30:00 CEST', 2026-03-10T06:30:00Z",
    "'Tuesday, 10-Mar-26 08:30:00 UTC', 2026-03-10T08:30:00Z",
    "'Tues, 10 Mar 2026 08:30:00 GMT+2', 2026-03-10T06:30:00Z",
    "'Tue, 10 Mar 2026 08:30:00 UTC-03:30', 2026-03-10T12:00:00Z",
    "'Tue, 10 Mar 2026 08:30:00 GMT+0200 (Some Summer Time)', 2026-03-10T06:30:00Z",
    "'Tue, 10 Mar 2026 08:30:00 +0100 (CET)', 2026-03-10T07:30:00Z",
    "'Tue, 10 Mar 2026 24:00:00 GMT', 2026-03-11T00:00:00Z",
    "'Tue, 10 Mar 2026 23:59:60 GMT', 2026-03-10T23:59:59Z",
    "'Tue, 10 Mar 126 08:30:00 GMT', 2026-03-10T08:30:00Z",
    "'Tue, 10 Mar 2026 08:30:00 Europe/Paris', 2026-03-10T07:30:00Z",
    "'March 10, 2026, 8:30 pm', 2026-03-10T20:30:00Z",
    "'March 10th 2026 12:05 a.m.', 2026-03-10T00:05:00Z",
    "'01 May 2024 10:00:00', 2024-05-01T10:00:00Z",
    "'10 Mar 2026', 2026-03-10T00:00:00Z",
    "'10 Mar 71', 1971-03-10T00:00:00Z",
    "Wed May 01 10:00:00 CEST 2024, 2024-05-01T08:00:00Z",
    "Wed May  1 10:00:00 2024, 2024-05-01T10:00:00Z",
    "Wed May 01 10:00:00 +0200 2024, 2024-05-01T08:00:00Z",
    "'Wed May 01 2024 10:00:00 GMT+0200 (CEST)', 2024-05-01T08:00:00Z",
    "'10:00:00 May 01, 2024', 2024-05-01T10:00:00Z",
  })
  void readsMailAndItsMistakes(String text, Instant expected) {
    assertThat(Timestamps.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10, 2026-03-10T00:00:00Z",
    "2026-03, 2026-03-01T00:00:00Z",
    "2026-3-1 9:05, 2026-03-01T09:05:00Z",
    "2026-03-10T08:30Z, 2026-03-10T08:30:00Z",
    "2026-03-10t08:30:00z, 2026-03-10T08:30:00Z",
    "2026-03-10T08:30:00+0100, 2026-03-10T07:30:00Z",
    "2026-03-10T08:30:00+01, 2026-03-10T07:30:00Z",
    "2026-03-10T08:30:00 -05:00, 2026-03-10T13:30:00Z",
    "2026-03-10T08:30:00\u221205:00, 2026-03-10T13:30:00Z",
    "2026-03-10 08:30:00, 2026-03-10T08:30:00Z",
    "2026-03-10 08:30:00 +0000 UTC, 2026-03-10T08:30:00Z",
    "2026-03-10 08:30:00 EST, 2026-03-10T13:30:00Z",
    "2024-05-01 10:00:00 +0200, 2024-05-01T08:00:00Z",
    "2024-05-01T10:00:00, 2024-05-01T10:00:00Z",
    "20240501, 2024-05-01T00:00:00Z",
    "20240501T100000Z, 2024-05-01T10:00:00Z",
    "20240501T1000+0200, 2024-05-01T08:00:00Z",
    "20240501100000, 2024-05-01T10:00:00Z",
    "2024-05-01T100000+0200, 2024-05-01T08:00:00Z",
    "2024/05/01 10:00:00, 2024-05-01T10:00:00Z",
    "2024-W18-3, 2024-05-01T00:00:00Z",
    "2024W183T10:00:00Z, 2024-05-01T10:00:00Z",
    "2024-122T10:00Z, 2024-05-01T10:00:00Z",
    "24-05-01, 2024-05-01T00:00:00Z",
    "24-05-01T10:00:00Z, 2024-05-01T10:00:00Z",
    "01.05.24 10:00, 2024-05-01T10:00:00Z",
    "01.05.2024 10:00, 2024-05-01T10:00:00Z",
    "05/31/2024 3:00:00 PM, 2024-05-31T15:00:00Z",
    "31/05/2024 15:00, 2024-05-31T15:00:00Z",
  })
  void readsIsoAndItsMistakes(String text, Instant expected) {
    assertThat(Timestamps.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T08:30:00.123+01:00, 2026-03-10T07:30:00.123Z",
    "2024-05-01T10:00:00.5Z, 2024-05-01T10:00:00.5Z",
    "'2024-05-01T10:00:00,5Z', 2024-05-01T10:00:00.5Z",
    "2024-05-01T10:00:00.123456Z, 2024-05-01T10:00:00.123456Z",
    "2024-05-01T10:00:00.9999999+02:00, 2024-05-01T08:00:00.9999999Z",
    "2024-05-01T10:00:00.123456789Z, 2024-05-01T10:00:00.123456789Z",
    "2024-05-01T10:00:00.123456789012Z, 2024-05-01T10:00:00.123456789Z",
    "2024-05-01 10:00:00.0, 2024-05-01T10:00:00Z",
    "2024-05-01T10:00.5Z, 2024-05-01T10:00:30Z",
    "1714557600, 2024-05-01T10:00:00Z",
    "1714557600.25, 2024-05-01T10:00:00Z",
    "1714557600123, 2024-05-01T10:00:00.123Z",
    "/Date(1714557600000)/, 2024-05-01T10:00:00Z",
  })
  void readsFractionsOfAnyLengthAndSecondsSince1970(String text, Instant expected) {
    assertThat(Timestamps.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'Mi, 01 Mai 2024 10:00:00 +0200', 2024-05-01T08:00:00Z",
    "'mer, 01 mai 2024 10:00:00 +0200', 2024-05-01T08:00:00Z",
    "'mar, 05 mar 2024 10:00:00 +0100', 2024-03-05T09:00:00Z",
    "'mié, 01 de mayo de 2024 10:00:00 -0500', 2024-05-01T15:00:00Z",
    "'Κυρ, 11 Ιούλ 2004 12:00:00 EST', 2004-07-11T17:00:00Z",
    "2004-július-13T9:15-05:00, 2004-07-13T14:15:00Z",
    "'Ср, 01 мая 2024 10:00:00 +0300', 2024-05-01T07:00:00Z",
    "2024年5月1日 10:00:00, 2024-05-01T10:00:00Z",
    "2024년 5월 1일 15:42, 2024-05-01T15:42:00Z",
    "2024-05-01 오후 3:42:17, 2024-05-01T15:42:17Z",
    "'1 พ.ค. 2567 10:00:00', 2024-05-01T10:00:00Z",
    "'١ مايو ٢٠٢٤ ١٠:٠٠', 2024-05-01T10:00:00Z",
  })
  void readsOtherLanguages(String text, Instant expected) {
    assertThat(Timestamps.parse(text)).isEqualTo(expected);
  }

  @Test
  void readsEveryMonthOfTheList() {
    for (Map.Entry<String, String> line : WordLists.load("date/months.txt").entrySet()) {
      int month = 0;
      for (String names : WordLists.split(line.getValue(), '|')) {
        month++;
        for (String name : WordLists.split(names, ' ')) {
          String date = "02 " + name.replace('_', ' ') + " 2024 10:00:00 GMT";
          int first = Months.load().month(name.replace('_', ' ').replaceAll("\\.$", ""), null);
          assertThat(Timestamps.parse(date))
              .as("%s: %s", line.getKey(), date)
              .isEqualTo("2024-%02d-02T10:00:00Z".formatted(first == 0 ? month : first));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-13-45",
        "32 Mar 2026",
        "10 Foo 2026",
        "2026",
        "0",
        "10:00",
        "0000-00-00 00:00:00",
        "2026-02-30",
        "05/04/2024",
        "Tue, 10 Mar 2026 25:00:00 GMT",
        "May"
      })
  void leavesTheRest(String text) {
    assertThat(Timestamps.parse(text)).isNull();
  }

  @Test
  void aPageOfTextIsNoTimestamp() {
    assertThat(Timestamps.parse("10 Mar 2026 " + "x".repeat(100))).isNull();
    assertThat(Timestamps.parse(null)).isNull();
  }
}
