package org.coupure.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Moment.Zone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates and times of day on both sides of each limit of {@link DateParser}. */
class DateBoundsTest {
  private static final DateParser DATES = DateParser.load(Months.load());

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
          en | March 1, 2025 | 2025-03-01
          en | March 0, 2025 | ''
          en | March 31, 2025 | 2025-03-31
          en | March 32, 2025 | ''
          en | March 014, 2025 | ''
          en | 14 March 1899 | ''
          en | 14 March 1900 | 1900-03-14
          en | 14 March 2099 | 2099-03-14
          en | 14 March 2100 | ''
          en | 14 March 69 | 2069-03-14
          en | 14 March 70 | 1970-03-14
          en | 0 March 2025 | ''
          en | 20250314 | 2025-03-14
          en | 20251314 | ''
          th | 14 มีนาคม 2499 | ''
          th | 14 มีนาคม 2500 | 1957-03-14
          th | 14 มีนาคม 2568 | 2025-03-14
          th | 14 มีนาคม 2649 | 2106-03-14
          th | 14 มีนาคม 2650 | ''
          en | 14 March 2568 | ''
          fa | 14 فروردین 1404 | 2025-04-03
          fa | 1404/1/1 | 2025-03-21
          en | 1404/1/1 | ''
          en | 2025-03-14 | 2025-03-14
          en | 2025/3/14 | 2025-03-14
          en | 2025.3.14 | 2025-03-14
          en | 2025-0-14 | ''
          en | 2025-3-0 | ''
          en | 2025-3-014 | ''
          en-US | 12/12/2025 | 2025-12-12
          en-US | 12/13/2025 | 2025-12-13
          en-US | 13/12/2025 | 2025-12-13
          en-US | 1/0/2025 | ''
          en-US | 0/1/2025 | ''
          en-US | 3-4-2025 | 2025-03-04
          en-GB | 3-4-2025 | 2025-04-03
          en | 3-4-2025 | 2025-04-03
          en | 3/4/2025 | 2025-03-04
          fr | 3/4/2025 | 2025-04-03
          en-PH | 3/4/2025 | 2025-03-04
          en-AU | 3/4/2025 | 2025-04-03
          und | 3/4/2025 | 2025-03-04
          en-US | 3.4.2025 | 2025-04-03
          en | Apache/1.3.27 | ''
          en | v1.3.27 | ''
          en | 1.3.27.4 | ''
          en | 1.3.27. | 2027-03-01
          en | 1.3.27 | 2027-03-01
          de | 4.3.25 | 2025-03-04
          de | 4.3.025 | ''
          en | 7 v 4.3.25 | ''
          en | 14.03.2025 24:00 | 2025-03-14
          en | 14.03.2025 23:59 | 2025-03-14T23:59
          en | 14.03.2025 12:60 | 2025-03-14
          en | 14.03.2025 12:59 | 2025-03-14T12:59
          en | 14.03.2025 12:5 | 2025-03-14
          en | 14.03.2025 123:05 | 2025-03-14
          en | 14.03.2025 1:05 | 2025-03-14T01:05
          en | 14.03.2025 12:05:33 | 2025-03-14T12:05:33
          en | 14.03.2025 12:05:60 | 2025-03-14T12:05:59
          en | 14.03.2025 12:05:3 | 2025-03-14T12:05
          en | March 14, 2025 12:05 am | 2025-03-14T00:05
          en | March 14, 2025 1:05 am | 2025-03-14T01:05
          en | March 14, 2025 12:05 pm | 2025-03-14T12:05
          en | March 14, 2025 11:05 pm | 2025-03-14T23:05
          en | March 14, 2025 13:05 pm | 2025-03-14T13:05
          de | 14.03.2025, 14.05 Uhr | 2025-03-14T14:05
          de | 14.03.2025, Uhr 14.05 | 2025-03-14T14:05
          de | 14.03.2025 14.05 | 2025-03-14
          fr | 14 mars 2025 à 14h05 | 2025-03-14T14:05
          en | 12:05 March 14, 2025 | 2025-03-14T12:05
          en | 12:05 14 March 2025 | 2025-03-14T12:05
          en | 11:42 14.03.2024 (updated at the earliest 12:10) | 2024-03-14T11:42
          en | 14 March 2025 one two three four five six seven eight nine ten 12:05 | 2025-03-14
          en | 14 March 2025 12:05 +0200 | 2025-03-14T12:05+02:00
          en | 14 March 2025 12:05 +02:00 | 2025-03-14T12:05+02:00
          en | 14 March 2025 12:05 +2 | 2025-03-14T12:05+02:00
          en | 14 March 2025 12:05 -14 | 2025-03-14T12:05-14:00
          en | 14 March 2025 12:05 -15 | 2025-03-14T12:05
          en | 14 March 2025 12:05 +020 | 2025-03-14T12:05
          en | 14 March 2025 12:05 +02:60 | 2025-03-14T12:05
          en | 14 March 2025 12:05 +02:59 | 2025-03-14T12:05+02:59
          en | 14 March 2025 12:05 +0260 | 2025-03-14T12:05
          en | 14 March 2025 12:05 GMT | 2025-03-14T12:05Z
          en | 14 March 2025 12:05 GMT+1 | 2025-03-14T12:05+01:00
          en | 14 March 2025 12:05 (CET) | 2025-03-14T12:05+01:00
          de | 14 März 2025 12:05 Uhr MEZ | 2025-03-14T12:05+01:00
          en | 14 March 2025 12:05 EST | 2025-03-14T12:05-05:00
          en | 14 March 2025 12:05 UTC-03:30 | 2025-03-14T12:05-03:30
          ar | 14 شباط / فبراير 2025 | 2025-02-14
          ar | 14 شباط / مارس 2025 | ''
          vi | 14 tháng 3 2025 | 2025-03-14
          vi | 14 tháng 12, 2025 | 2025-12-14
          vi | 14 tháng 13 2025 | ''
          zh | 2025年3月14日 | 2025-03-14
          zh | 2025年3月14日 12:05 | 2025-03-14T12:05
          ko | 2025년 3월 14일 오후 2:05 | 2025-03-14T14:05
          ko | 2025년 3월 14일 오전 12:05 | 2025-03-14T00:05
          hu | 2025. március 14. | 2025-03-14
          hu | 2025. március 14. 12:05 | 2025-03-14T12:05
          en | 1st March 2025 | 2025-03-01
          fr | 1er mars 2025 | 2025-03-01
          en | 14 Mar, 2025 | 2025-03-14
          en | 14-Mar-2025 | 2025-03-14
          en | 14/Mar/2025 | 2025-03-14
          en | Mar. 14, 2025 | 2025-03-14
          en | Sept 14 2025 | 2025-09-14
          en | 14.3.2025, 9:05 | 2025-03-14T09:05
          """)
  void readsWhatIsADateAndNothingElse(String locale, String text, String form) {
    assertThat(form(DATES.parse(text, Locale.forLanguageTag(locale)))).isEqualTo(form);
  }
}
