package org.coupure.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.article.Byline;
import org.coupure.byline.BylineParser.Trust;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylineParserTest {
  private static final BylineParser PARSER = BylineParser.bundled();
  private static final SiteNames SITE = SiteNames.of(List.of("The Daily Example"), "example.org");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          By Jane Roe                                   | Jane Roe
          BY JANE ROE                                   | JANE ROE
          by Jane Roe and John Doe                      | Jane Roe;John Doe
          Jane Roe, John Doe & Ann Poe                  | Jane Roe;John Doe;Ann Poe
          Jane Roe, Political Correspondent             | Jane Roe
          Jane Roe, PhD, MD                             | Jane Roe
          Jane Roe (jane.roe@example.org)               | Jane Roe
          Jane Roe @janeroe                             | Jane Roe
          Roe, Jane                                     | Jane Roe
          Written by: Jane Roe                          | Jane Roe
          By Jane Roe March 14, 2025                    | Jane Roe
          Par Jeanne Exemple                            | Jeanne Exemple
          Jeanne Exemple et Jean Modèle                 | Jeanne Exemple;Jean Modèle
          Von Erika Muster und Max Probe                | Erika Muster;Max Probe
          Erika Muster am 14.03.2025                    | Erika Muster
          ByJane Roe                                    | Jane Roe
          This post was written by Jane Roe             | Jane Roe
          Jane RoeMarch 14, 2025                        | Jane Roe
          Jane Roe, Head of Sales and Customer Service  | Jane Roe
          Jane Roe, Head of Sales and John Doe          | Jane Roe;John Doe
          Dec 26, 2025 • Yorune Roe in Project Notes    | Yorune Roe
          Por María Prueba y Juan Modelo Ejemplo        | María Prueba;Juan Modelo Ejemplo
          José Prueba y Modelo                          | José Prueba y Modelo
          Di Maria Esempio                              | Maria Esempio
          Door Jan van den Proef                        | Jan van den Proef
          Av Anna Prov och Erik Test                    | Anna Prov;Erik Test
          Redakteurin Erika Muster                      | Erika Muster
          Von Online-Redakteur Max Probe                | Max Probe
          Text: Erika Muster, Foto: Max Probe           | Erika Muster
          By Jane Roe; Photos by John Doe               | Jane Roe
          Jane Roe ; Reviewed by ; John Doe             | Jane Roe
          edited Oct 16 ; John Doe ; asked ; Jane Roe   | Jane Roe
          Jane Roe, MS, RD                              | Jane Roe
          Jane Roe, Fact checked by John Doe            | Jane Roe
          Autor: Jan Przykład                           | Jan Przykład
          Autor: Jan Przykład – Redaktor: Ewa Probówna  | Jan Przykład
          Text Jane Roe Photos John Doe                 | Jane Roe
          Von unserem Redakteur Max Probe               | Max Probe
          De notre envoyée spéciale Jeanne Exemple      | Jeanne Exemple
          Jane Roe Reporter                             | Jane Roe
          Jane Roe, College of Arts and Modèle Institut | Jane Roe
          Автор: Иван Примеров                          | Иван Примеров
          بقلم: سامي مثال                               | سامي مثال
          """)
  void readsPeopleOfBylines(String raw, String names) {
    assertThat(PARSER.read(raw, SITE, Trust.SEEN).authors()).containsExactly(names.split(";"));
  }

  @ParameterizedTest
  @CsvSource({
    "admin",
    "Redaktion",
    "La rédaction",
    "The Daily Example",
    "example.org",
    "https://www.facebook.com/somebody",
    "jane.roe@example.org",
    "Staff Writer",
    "View all posts",
    "12345",
    "''"
  })
  void findsNobodyInOutletsUsersAndUrls(String raw) {
    assertThat(PARSER.read(raw, SITE, Trust.STATED).authors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AFP, AFP",
    "Agence France-Presse, AFP",
    "Reuters, Reuters",
    "The Associated Press, AP",
    "Deutsche Presse-Agentur, dpa",
    "Xinhua, Xinhua",
    "ТАСС, TASS"
  })
  void keepsAgenciesApart(String raw, String agency) {
    assertThat(PARSER.read(raw, SITE, Trust.STATED)).isEqualTo(new Byline(List.of(), agency));
  }

  @ParameterizedTest
  @CsvSource({
    "Copy Link URL", "Link Copied", "Last Update", "WATCH LIVE", "E-mail Maggie", "Link kopieren",
    "Copier le lien", "Copiar Enlace", "Kopiuj Link", "Скопировать Ссылку", "نسخ الرابط", "复制链接",
    "Tech Industry", "Organization", "United Kingdom", "Estados Unidos", "Соединённые Штаты"
  })
  void findsNobodyInButtonsSectionsAndPlaces(String raw) {
    assertThat(PARSER.read(raw, SITE, Trust.STATED).authors()).isEmpty();
  }

  @Test
  void knowsPeopleWhoAreCalledLikeButtons() {
    assertThat(PARSER.read("Jane Link", SITE, Trust.SEEN).authors()).containsExactly("Jane Link");
    assertThat(PARSER.read("Jane Roe Most Recent Stories", SITE, Trust.SEEN).authors())
        .containsExactly("Jane Roe");
  }

  @Test
  void tellsPersonFromAgencyInOneLine() {
    Byline byline = PARSER.read("Jeanne Exemple avec AFP", SITE, Trust.STATED);

    assertThat(byline).isEqualTo(new Byline(List.of("Jeanne Exemple"), "AFP"));
  }

  @Test
  void takesNicknamesOnlyWhereTheyAreStated() {
    assertThat(PARSER.read("mr_example", SITE, Trust.STATED).authors())
        .containsExactly("mr_example");
    assertThat(PARSER.read("mr_example", SITE, Trust.SEEN).authors()).isEmpty();
  }

  @Test
  void believesThatAPersonsSiteBearsThePersonsName() {
    SiteNames own = SiteNames.of(List.of("Jane Roe"), "janeroe.example");

    assertThat(PARSER.read("Jane Roe", own, Trust.STATED).authors()).containsExactly("Jane Roe");
  }

  @Test
  void namesEverybodyOnce() {
    assertThat(PARSER.read("Jane Roe, Jane Roe", SITE, Trust.STATED).authors())
        .containsExactly("Jane Roe");
  }

  @Test
  void readsNothingOutOfAnEndlessByline() {
    assertThat(PARSER.read("Jane Roe, ".repeat(50_000), SITE, Trust.STATED).authors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'example.org, Springfield, Anystate'",
    "'Copyright Example Ltd - all rights reserved'",
    "'© Jane Roe'",
    "'content: Example, design: John Doe'",
    "'来源：例子日报'",
    "'Quelle: Max Probe'"
  })
  void findsNobodyInImprintsAndSources(String raw) {
    assertThat(PARSER.read(raw, SITE, Trust.STATED).authors()).isEmpty();
  }

  @Test
  void doesNotTakeASiteForTwoPeople() {
    SiteNames site = SiteNames.of(List.of("Jobs & Homes"), "jobsandhomes.example");

    assertThat(PARSER.read("Jobs & Homes", site, Trust.STATED)).isEqualTo(Byline.NONE);
  }

  @Test
  void keepsAnOrganisationsNameWhole() {
    assertThat(PARSER.organisation("Foundation of Arts and Letters", SITE).authors())
        .containsExactly("Foundation of Arts and Letters");
    assertThat(PARSER.organisation("The Daily Example", SITE)).isEqualTo(Byline.NONE);
    assertThat(PARSER.organisation("Agence France-Presse", SITE).agency()).isEqualTo("AFP");
  }

  @Test
  void knowsABylineThatIsNothingButNames() {
    List<String> both = List.of("Jane Roe", "John Doe");

    assertThat(PARSER.isAll("By Jane Roe and John Doe", both)).isTrue();
    assertThat(PARSER.isAll("Jane Roe, tested by John Doe", both)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jane Roe                              | Jane Roe
          Jane Roe, John Doe & Peter Poe        | Jane Roe;John Doe;Peter Poe
          Jean-Luc Exemple                      | Jean-Luc Exemple
          Анна Примерова                        | Анна Примерова
          Lê Ví Dụ                              | Lê Ví Dụ
          Road Map                              |
          Jane Roe and the long way home        |
          Jane Roe14                            |
          By Jane Roe                           |
          """)
  void knowsALineThatIsNothingButNames(String line, @Nullable String people) {
    List<String> expected = people == null ? List.of() : List.of(people.split(";", -1));

    assertThat(PARSER.known(line, SITE)).isEqualTo(expected);
  }

  @Test
  void acceptsThePersonWhoseSiteIsCalledByTheName() {
    SiteNames own = SiteNames.of(List.of("Jane Roe"), "janeroe.example");

    assertThat(PARSER.read("JaneRoe", own, Trust.STATED).authors()).containsExactly("JaneRoe");
    assertThat(PARSER.read("DailyRoe", SiteNames.of(List.of("Daily Roe"), null), Trust.STATED))
        .isEqualTo(Byline.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          So war es am Montag. (mkl) | mkl
          "Wir gehen." (äb)          | äb
          So war es am Montag. (sic) |
          So war es am Montag. (dpa) |
          So war es am Montag (mkl)  |
          So war es. (mklmk)         |
          So war es. (Mkl)           |
          """)
  void readsInitialsThatEndAParagraph(String paragraph, @Nullable String initials) {
    assertThat(PARSER.initialsAtEnd(paragraph)).isEqualTo(initials);
  }

  @Test
  void datesInScriptsWithoutCaseAreNoNames() {
    Byline byline = PARSER.read("公開日：令和4年10月5日 更新日：令和4年10月6日", SITE, Trust.SEEN);

    assertThat(byline.authors()).isEmpty();
  }

  @Test
  void leavesTheNewspaperOutThatStandsBehindItsAuthors() {
    SiteNames site = SiteNames.of(List.of("Gazeta Exemplo"), "exemplo.example");

    assertThat(PARSER.read("Por José Prova, Gazeta Exemplo", site, Trust.SEEN).authors())
        .containsExactly("José Prova");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Author Roe: No more books | true
          Author: Jane Roe          | false
          Author Jane Roe           | false
          By Jane: a life           | false
          No more books             | false
          """)
  void tellsHeadlinesThatBeginAsBylines(String line, boolean headline) {
    assertThat(PARSER.prefixes().startsAsHeadline(line)).isEqualTo(headline);
  }
}
