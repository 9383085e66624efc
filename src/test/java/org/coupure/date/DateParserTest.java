package org.coupure.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.coupure.article.Moment;
import org.coupure.article.Moment.Precision;
import org.coupure.article.Moment.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateParserTest {
  /**
   * Not read: names of Tibetan syllables, of letters that Java keeps as two characters, and one of
   * Breton and Kako each; numbers with a sign for the month, which need the year before them.
   */
  private static final Set<String> WITHOUT_MONTHS =
      Set.of("bo", "dz", "ccp", "vai", "br", "kkj", "ja", "ko", "yue");

  private static final DateParser DATES = DateParser.load(Months.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en    | March 14, 2025                              | 2025-03-14
          en    | 14th March 2025                             | 2025-03-14
          en    | Published on Friday, 14 March 2025          | 2025-03-14
          en-US | 03/14/2025                                  | 2025-03-14
          en-US | 03/14/99                                    | 1999-03-14
          de    | 14.03.09                                    | 2009-03-14
          en-US | 3/4/2025                                    | 2025-03-04
          en-GB | 3/4/2025                                    | 2025-04-03
          fr    | vendredi 14 mars 2025                       | 2025-03-14
          fr    | 1er août 2024                               | 2024-08-01
          de    | 14. März 2025                               | 2025-03-14
          de-AT | 3. Jänner 2025                              | 2025-01-03
          de    | 14.03.2025                                  | 2025-03-14
          de    | 4.3.25                                      | 2025-03-04
          es    | 14 de marzo de 2025                         | 2025-03-14
          pt    | 14 de março de 2025                         | 2025-03-14
          it    | venerdì 14 marzo 2025                       | 2025-03-14
          nl    | 14 maart 2025                               | 2025-03-14
          sv    | 14 mars 2025                                | 2025-03-14
          da    | 14. marts 2025                              | 2025-03-14
          nb    | 14. desember 2025                           | 2025-12-14
          fi    | 14. maaliskuuta 2025                        | 2025-03-14
          is    | 14. ágúst 2025                              | 2025-08-14
          pl    | 14 marca 2025                               | 2025-03-14
          pl    | 14 listopada 2025                           | 2025-11-14
          hr    | 14. listopada 2025.                         | 2025-10-14
          cs    | 14. března 2025                             | 2025-03-14
          sk    | 14. marca 2025                              | 2025-03-14
          hu    | 2025. március 14.                           | 2025-03-14
          ro    | 14 martie 2025                              | 2025-03-14
          ca    | 14 de març de 2025                          | 2025-03-14
          tr    | 14 Ağustos 2025                             | 2025-08-14
          ru    | 14 марта 2025 г.                            | 2025-03-14
          uk    | 14 березня 2025                             | 2025-03-14
          bg    | 14 март 2025                                | 2025-03-14
          el    | 14 Μαρτίου 2025                             | 2025-03-14
          lt    | 2025 m. kovo 14 d.                          | 2025-03-14
          lv    | 2025. gada 14. martā                        |
          et    | 14. märts 2025                              | 2025-03-14
          ar    | ١٤ مارس ٢٠٢٥                                | 2025-03-14
          ar    | 14 آذار/مارس 2025                           | 2025-03-14
          he    | 14 במרץ 2025                                | 2025-03-14
          hi    | १४ मार्च २०२५                               | 2025-03-14
          th    | 14 มีนาคม 2568                              | 2025-03-14
          th    | วันที่ 14 มี.ค. 2568                        | 2025-03-14
          fa    | ۲۴ اسفند ۱۴۰۳                               | 2025-03-14
          fa    | ۱۴۰۴/۰۱/۰۱                                  | 2025-03-21
          fa    | ۳۰ اسفند ۱۳۹۹                               | 2021-03-20
          ta    | வெள்ளி, 14 மார்ச், 2025                     | 2025-03-14
          te    | 14 మార్చి 2025                              | 2025-03-14
          ka    | 14 მარტი, 2025                              | 2025-03-14
          ca    | 14 d’abril de 2025                          | 2025-04-14
          bez   | 14 pa mwedzi gwa kumi na mbili 2025         | 2025-12-14
          ckb   | 14 کانوونی دووەم 2025                       | 2025-01-14
          am    | 14 ማርች 2025                                 | 2025-03-14
          cy    | 14 Gorff 2025                               | 2025-07-14
          en    | 14 Gorff 2025                               |
          vi    | 14 tháng 3, 2025                            | 2025-03-14
          vi    | Thứ sáu, ngày 14 tháng 3 năm 2025           | 2025-03-14
          sw    | Machi 14, 2025                              | 2025-03-14
          ms    | 14 Mac 2025                                 | 2025-03-14
          id    | 14 Agustus 2025                             | 2025-08-14
          ja    | 2025年3月14日                                | 2025-03-14
          ja    | 二〇二五年三月十四日                         | 2025-03-14
          ja    | 二〇二五年十二月二十五日                     | 2025-12-25
          ja    | 令和7年3月14日                               | 2025-03-14
          ja    | 令和元年十月一日                             | 2019-10-01
          ja    | 平成30年3月14日                              | 2018-03-14
          zh    | 民國114年3月14日                             | 2025-03-14
          ko    | 2025년 3월 14일                              | 2025-03-14
          zh    | 2025-03-14                                  | 2025-03-14
          zh    | 2025/03/14                                  | 2025-03-14
          en    | 20250314                                    | 2025-03-14
          """)
  void readsTheDayInEachLanguage(String language, String text, String day) {
    Moment moment = DATES.parse(text, Locale.forLanguageTag(language));

    assertThat(moment == null ? null : moment.time().toLocalDate().toString()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-03-14T10:05:33+01:00               | 2025-03-14T10:05:33+01:00 | SECOND | STATED
          2025-03-14T10:05:33.123Z                | 2025-03-14T10:05:33Z      | SECOND | STATED
          2025-03-14 10:05:33 +0100               | 2025-03-14T10:05:33+01:00 | SECOND | STATED
          2025-03-14T10:05                        | 2025-03-14T10:05:00Z      | MINUTE | UNKNOWN
          2025-03-14T00:00:00                     | 2025-03-14                | DAY    | UNKNOWN
          Fri, 14 Mar 2025 10:05:33 GMT           | 2025-03-14T10:05:33Z      | SECOND | STATED
          Fri Mar 14 2025 10:05:33 GMT+0200 (EET) | 2025-03-14T10:05:33+02:00 | SECOND | STATED
          14. März 2025, 10.05 Uhr                | 2025-03-14T10:05:00Z      | MINUTE | UNKNOWN
          14. März 2025, 10:05 Uhr MEZ            | 2025-03-14T10:05:00+01:00 | MINUTE | STATED
          Le 14 mars 2025 à 10h05                 | 2025-03-14T10:05:00Z      | MINUTE | UNKNOWN
          March 14, 2025 2:05 pm ET               | 2025-03-14T14:05:00Z      | MINUTE | UNKNOWN
          10:05, 14 March 2025                    | 2025-03-14T10:05:00Z      | MINUTE | UNKNOWN
          10:05 14.03.2025 (updated 11:20)        | 2025-03-14T10:05:00Z      | MINUTE | UNKNOWN
          2025년 3월 14일 오후 3:42               | 2025-03-14T15:42:00Z      | MINUTE | UNKNOWN
          2025년 3월 14일 15시 5분                | 2025-03-14T15:05:00Z      | MINUTE | UNKNOWN
          2025年3月14日 9時32分                   | 2025-03-14T09:32:00Z      | MINUTE | UNKNOWN
          2025年3月14日 上午12:05                 | 2025-03-14T00:05:00Z      | MINUTE | UNKNOWN
          1741946733                              | 2025-03-14T10:05:33Z      | SECOND | STATED
          1741946733000                           | 2025-03-14T10:05:33Z      | SECOND | STATED
          """)
  void readsTimeZoneAndPrecision(String text, String written, Precision precision, Zone zone) {
    Moment moment = DATES.parse(text, Locale.ENGLISH);

    assertThat(moment).isNotNull();
    assertThat(moment.toRfc3339()).isEqualTo(written);
    assertThat(moment.precision()).isEqualTo(precision);
    assertThat(moment.zone()).isEqualTo(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "2 hours ago",
    "+49 (0)30 1234567",
    "31.02.2025",
    "Apache/1.3.27 Server at flood.example Port 80",
    "version 1.3.27.4",
    "v1.3.27",
    "2025-13-45",
    "§ 14 Abs. 3 BGB",
    "10115 Berlin",
    "Version 1.2.3",
    "99/99/9999",
    "''"
  })
  void readsNoDateWhereThereIsNone(String text) {
    assertThat(DATES.parse(text, Locale.ENGLISH)).isNull();
  }

  /** The names of CLDR, as far as they are of letters; those that are left out are named. */
  @Test
  void readsTheMonthsOfAllLanguages() {
    Set<String> unread = new TreeSet<>();
    Set<String> languages = new TreeSet<>();
    Stream.of(Locale.getAvailableLocales()).map(Locale::getLanguage).forEach(languages::add);
    for (String language : languages) {
      for (Month month : Month.values()) {
        String name = month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
        Moment moment = DATES.parse("14 " + name + " 2025", Locale.forLanguageTag(language));
        if (moment == null || moment.time().getMonth() != month) {
          unread.add(language);
        }
      }
    }

    assertThat(unread).isSubsetOf(WITHOUT_MONTHS);
  }

  @Test
  void givesUpOnLongTexts() {
    assertThat(DATES.parse("1 ".repeat(100_000) + "14 March 2025", Locale.ENGLISH)).isNull();
  }

  @Test
  void findsDatesWithoutDigits() {
    assertThat(DATES.isIn("二〇二五年三月十四日", Locale.JAPANESE)).isTrue();
    assertThat(DATES.isIn("三年前の春", Locale.JAPANESE)).isFalse();
  }
}
