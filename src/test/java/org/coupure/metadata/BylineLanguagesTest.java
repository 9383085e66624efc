package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.coupure.article.Moment;
import org.coupure.byline.BylineParser;
import org.coupure.byline.BylineParser.Trust;
import org.coupure.byline.SiteNames;
import org.coupure.date.DateParser;
import org.coupure.date.Months;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A byline and a date in every language that they are promised in, and some more. */
class BylineLanguagesTest {
  private static final Months MONTHS = Months.load();
  private static final BylineParser NAMES = BylineParser.bundled();
  private static final DateParser DATES = DateParser.load(MONTHS);
  private static final SiteNames SITE = SiteNames.of(List.of("Example"), "example.org");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | By Jane Roe            | Jane Roe        | March 14, 2025
          de | Von Erika Muster       | Erika Muster    | 14. März 2025
          fr | Par Jeanne Exemple     | Jeanne Exemple  | 14 mars 2025
          es | Por María Prueba       | María Prueba    | 14 de marzo de 2025
          pt | Por Maria Prova        | Maria Prova     | 14 de março de 2025
          it | Di Maria Esempio       | Maria Esempio   | 14 marzo 2025
          nl | Door Jan de Proef      | Jan de Proef    | 14 maart 2025
          sv | Av Anna Prov           | Anna Prov       | 14 mars 2025
          da | Af Anna Test           | Anna Test       | 14. marts 2025
          nb | Tekst: Kari Test       | Kari Test       | 14. mars 2025
          fi | Teksti: Aino Esimerkki | Aino Esimerkki  | 14. maaliskuuta 2025
          pl | Autor: Jan Przykład    | Jan Przykład    | 14 marca 2025
          cs | Autor: Jan Vzor        | Jan Vzor        | 14. března 2025
          sk | Autor: Ján Vzor        | Ján Vzor        | 14. marca 2025
          hu | Szerző: Nagy Példa     | Nagy Példa      | 2025. március 14.
          ro | Autor: Ion Exemplu     | Ion Exemplu     | 14 martie 2025
          hr | Piše: Ana Primjer      | Ana Primjer     | 14. ožujka 2025
          sl | Avtor: Ana Primer      | Ana Primer      | 14. marec 2025
          bg | Автор: Иван Примеров   | Иван Примеров   | 14 март 2025
          ru | Автор: Иван Примеров   | Иван Примеров   | 14 марта 2025
          uk | Автор: Іван Приклад    | Іван Приклад    | 14 березня 2025
          el | Γράφει: Μαρία Δοκιμή   | Μαρία Δοκιμή    | 14 Μαρτίου 2025
          tr | Yazar: Ayşe Örnek      | Ayşe Örnek      | 14 Mart 2025
          ar | بقلم: سامي مثال        | سامي مثال       | 14 مارس 2025
          fa | نویسنده: مینا نمونه    | مینا نمونه      | 14 مارس 2025
          he | מאת: דנה דוגמה         | דנה דוגמה       | 14 במרץ 2025
          hi | लेखक: राम उदाहरण       | राम उदाहरण      | 14 मार्च 2025
          id | Oleh: Budi Contoh      | Budi Contoh     | 14 Maret 2025
          vi | Tác giả: Lan Mẫu       | Lan Mẫu         | 14/3/2025
          zh | 作者：李明             | 李明            | 2025年3月14日
          ja | 文／山田太郎           | 山田太郎        | 2025年3月14日
          ko | 글: 김철수             | 김철수          | 2025년 3월 14일
          """)
  void readsBylineAndDate(String language, String byline, String name, String date) {
    assertThat(NAMES.read(byline, SITE, Trust.SEEN).authors()).containsExactly(name);
    assertThat(DATES.parse(date, Locale.forLanguageTag(language)))
        .isEqualTo(Moment.of(LocalDate.of(2025, 3, 14)));
  }
}
