package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.coupure.article.Dates;
import org.coupure.article.Moment;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a page says it was published. */
class PublishDatesTest {
  private static final String URL = "https://www.example.org/politics/a-page";
  private static final String LONG =
      " There are more bridges in this valley than villages, and nobody can say who built them, or"
          + " when, or why there are so many of them in so small a place between two rivers.";

  private final MetadataReader reader = new MetadataReader();

  @Test
  void readsADayWhoseYearIsABoxOfItsOwn() {
    String page = "<h1>A bridge</h1><div class='date'><b>Feb 18</b><i>2009</i></div>";

    assertThat(published(URL, page)).isEqualTo("2009-02-18");
  }

  @Test
  void leavesOutTheDayOnWhichAMemberJoined() {
    String page = "<h1>A bridge</h1><p>Joined: 18.09.2008, 05:56</p><p>21.01.2009, 08:10</p>";

    assertThat(published(URL, page)).isEqualTo("2009-01-21T08:10:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Laatst bijgewerkt op 14 januari 2024. Voor het eerst gepubliceerd op 2 mei 2019",
        "Ultima modifica il 14 gennaio 2024, prima pubblicazione 2 maggio 2019",
        "Dernière mise à jour : 14/01/2024. Première publication : 02/05/2019",
      })
  void knowsTheDateOfChangeInOtherLanguages(String line) {
    assertThat(published(URL, "<h1>A bridge</h1><p>" + line + "</p>")).isEqualTo("2019-05-02");
  }

  @Test
  void leavesOutTheDaysOfCommentsInOtherLanguages() {
    String page =
        "<h1>A bridge</h1><p>%s</p><div class='reacties'><time datetime='2021-03-12'></time></div>";

    assertThat(published(URL, page.formatted(LONG))).isNull();
  }

  @Test
  void believesTheArticleBeforeItsFilm() {
    String page =
        """
        <meta property="article:published_time" content="2025-03-14T10:00:00+01:00">
        <script type="application/ld+json">
        {"@type": "VideoObject", "name": "A bridge", "uploadDate": "2015-01-16"}</script>
        <h1>A bridge</h1>
        """;

    assertThat(published(URL, page)).isEqualTo("2025-03-14T10:00:00+01:00");
  }

  @Test
  void takesTheDayThatAReaderSeesForAMidnightInUtc() {
    String page =
        """
        <meta property="article:published_time" content="2025-03-13T23:00:00Z">
        <h1>A bridge</h1><p>14 March 2025</p>
        """;

    assertThat(published(URL, page)).isEqualTo("2025-03-14");
  }

  @Test
  void takesTheOneTimeOfAPageWhereverItStands() {
    String far = "<p><a>x</a><b>y</b></p>".repeat(50);
    String page = "<h1>A bridge</h1>" + far + "<time datetime='2025-03-14'>14 March</time>";

    assertThat(published(URL, page)).isEqualTo("2025-03-14");
    assertThat(published(URL, page + "<time datetime='2024-01-02'>2 January</time>")).isNull();
  }

  @Test
  void readsTheDayThatOpensTheText() {
    assertThat(published(URL, "<h1>A bridge</h1><p>BERLIN, 14 March 2025 \u2013" + LONG + "</p>"))
        .isEqualTo("2025-03-14");
    assertThat(published(URL, "<h1>A bridge</h1><p>Karlsruhe, (14.3.2025)." + LONG + "</p>"))
        .isEqualTo("2025-03-14");
  }

  @Test
  void leavesOutADayInTheMiddleOfTheText() {
    String page = "<h1>A bridge</h1><p>On 14 March 2025 the bridge was opened." + LONG + "</p>";

    assertThat(published(URL, page)).isNull();
  }

  @Test
  void believesTheUrlBeforeTheLineOfAnotherArticle() {
    String url = "https://www.example.org/news/23-01-2022-a-bridge";
    String page = "<h1>A bridge</h1><p>19.01.2021 - A tunnel is open</p>";

    assertThat(published(url, page)).isEqualTo("2022-01-23");
  }

  @Test
  void takesTheTimeFromALineThatAgreesWithTheUrl() {
    String url = "https://www.example.org/2022/01/23/a-bridge";
    String page = "<h1>A bridge</h1><p>23.01.2022, 06:15</p>";

    assertThat(published(url, page)).isEqualTo("2022-01-23T06:15:00Z");
  }

  @Test
  void findsTheLabelBehindAByline() {
    String line =
        "Par Jeanne Exemple et Jean Modèle · Publié le 14 mars 2025 à 6h30 – mis à jour à 9h";
    String sentence =
        "Selon un rapport, publié le 14 mars 2025, la ville devra choisir entre deux ponts.";

    assertThat(published(URL, "<h1>Un pont</h1><p>" + line + " par la rédaction de la ville</p>"))
        .isEqualTo("2025-03-14T06:30:00Z");
    assertThat(published(URL, "<h1>Un pont</h1><p>" + sentence + "</p>")).isNull();
  }

  @Test
  void readsNumbersInTheOrderOfTheLanguageThatThePageShows() {
    String french =
        "<p>La ville a décidé hier soir de fermer le vieux pont pendant les travaux du quai.</p>";
    String english =
        "<p>The city decided last night to close the old bridge during the works on the quay.</p>";

    assertThat(published(URL, "<h1>Pont</h1><p>04/03/2025</p>" + french)).isEqualTo("2025-03-04");
    assertThat(published(URL, "<h1>Pont</h1><p>04/03/2025</p>" + english)).isEqualTo("2025-04-03");
  }

  @Test
  void showsAMomentOnTheClockOfItsSite() {
    String page =
        """
        <meta property="article:published_time" content="2025-03-15T04:30:59Z"><h1>A bridge</h1>
        <p>Published: March 14, 2025 at 11:30 p.m. | Updated: March 15, 2025 at 12:21 a.m.</p>
        """;

    assertThat(published(URL, page)).isEqualTo("2025-03-14T23:30:59-05:00");
  }

  @Test
  void readsTheDateBehindTheWordsOfTheHeadline() {
    String page =
        "<title>A bridge for all</title>"
            + "<h1>A bridge for all<br><small>14.03.2025 \u2022 News</small></h1><p>"
            + LONG;

    assertThat(published(URL, page)).isEqualTo("2025-03-14");
  }

  @Test
  void believesTheHeadBeforeTheDatesOfOtherArticles() {
    String page =
        """
        <meta property="article:published_time" content="2025-03-14">
        <main><article><h2>A tunnel</h2><p>18 January 2024</p></article>
        <h1>A bridge</h1></main>
        """;

    assertThat(published(URL, page)).isEqualTo("2025-03-14");
  }

  @Test
  void takesADateOfChangeInsideASentenceForNoOther() {
    String page =
        "<p>By Jane Roe | 14 March 2025</p><h1>A bridge</h1>"
            + "<p>This article was last updated on 7 January 2026.</p><p>"
            + LONG;

    assertThat(published(URL, page)).isEqualTo("2025-03-14");
  }

  @Test
  void leavesOutTheDayOnWhichAPictureWasTaken() {
    String line =
        "The bridge that all of the valley talks about and nobody has crossed so far"
            + " (Photo: John Doe, 12.03.2025).";

    assertThat(published(URL, "<h1>A bridge</h1><p>" + line + "</p>")).isNull();
  }

  @Test
  void leavesOutTheMomentAtWhichThePageWasSaved() {
    String html =
        "<time datetime='2013-05-04T10:11:12Z'>4 May 2013 10:11:12 UTC</time><h1>A bridge</h1>";
    Page page =
        Page.builder("test", html.getBytes(StandardCharsets.UTF_8))
            .captured(Instant.parse("2013-05-04T10:11:12Z"))
            .build();

    Metadata found = reader.read(page, HtmlSegmenter.segment(Jsoup.parse(html)), List.of());

    assertThat(found.dates().published()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Published: May 2, 2019 – Updated: January 14, 2024     | 2019-05-02 | 2024-01-14
          Updated January 14, 2024. First published May 2, 2019  | 2019-05-02 | 2024-01-14
          May 2, 2019 (updated January 14, 2024)                 | 2019-05-02 | 2024-01-14
          Aktualisiert am 14.01.2024, veröffentlicht am 2.5.2019 | 2019-05-02 | 2024-01-14
          Mis à jour le 14 janvier 2024, publié le 2 mai 2019    | 2019-05-02 | 2024-01-14
          Last modified on 14 January 2024                       |            | 2024-01-14
          on May 2, 2019 at 9:00 AM, updated 14 January 2024     | 2019-05-02T09:00:00Z | 2024-01-14
          """)
  void givesEachDateOfALineWhatItIsCalled(String line, String published, String modified) {
    Dates dates = dates(URL, "<h1>A bridge</h1><p>" + line + "</p><p>" + LONG);

    assertThat(rfc3339(dates.published())).isEqualTo(published);
    assertThat(rfc3339(dates.modified())).isEqualTo(modified);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote><p>Closed at last</p>— Anna <a href='/x'>August 22, 2013</a></blockquote>",
        "<table><tr><th>Founded</th><td>February 28, 1998</td></tr></table>",
        "<figure><img src='a.jpg'><figcaption>Ann, 14 March 2024</figcaption></figure>",
        "<a href='/other'><h3>A tunnel opens in the valley</h3><p>21.10.2019</p></a>",
      })
  void leavesOutTheDateOfSomethingElse(String other) {
    assertThat(published(URL, "<h1>A bridge</h1><p>" + LONG + "</p>" + other)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dieser Beitrag wurde am Samstag, 3. Dezember 2011 um 10:00 Uhr veröffentlicht.",
        "This entry was posted on Saturday, December 3rd, 2011 and is filed under News.",
        "Cet article a été publié le 3 décembre 2011 dans Actualités.",
        "Posted on December 3, 2011",
      })
  void readsTheLineThatClosesTheText(String line) {
    String text = ("<p>" + LONG + "</p>").repeat(20);

    assertThat(published(URL, "<h1>A bridge</h1>" + text + "<p>" + line + "</p>"))
        .startsWith("2011-12-03");
  }

  @Test
  void readsNoDateOfPublicationFromAClosingSentenceAboutAChange() {
    String text = ("<p>" + LONG + "</p>").repeat(20);
    String line = "<p>Dieser Beitrag wurde zuletzt am 3. Dezember 2011 aktualisiert.</p>";

    assertThat(published(URL, "<h1>Eine Brücke</h1>" + text + line)).isNull();
  }

  @Test
  void readsTheLineAboveTheTextWhereNoHeadlineIsSeen() {
    String page = "<title>The Valley</title><div>Bridges of steel</div><p>von Jane Roe, 8.5.12</p>";

    assertThat(published(URL, page + "<p>" + LONG + "</p>")).isEqualTo("2012-05-08");
    assertThat(published(URL, page + "<p>x</p>".repeat(4) + "<p>" + LONG + "</p>")).isNull();
  }

  @Test
  void letsAClearDateTellWhichNumberIsTheMonth() {
    String meta = "<html lang='de'><meta name='date' content='11/01/2023 12:43:42'>";

    assertThat(published(URL, meta + "<h1>Eine Brücke</h1><p>Erstellt am: 01.11.2023</p>"))
        .isEqualTo("2023-11-01");
    assertThat(
            published(
                "https://www.example.org/2023/october/03/a-bridge",
                "<h1>A bridge</h1><p class='date'>03/10/2023</p>"))
        .isEqualTo("2023-10-03");
  }

  @Test
  void believesTheHeadBeforeAYearOfTwoDigits() {
    String meta = "<meta property='article:published_time' content='2019-03-02T10:00:00Z'>";

    assertThat(published(URL, meta + "<h1>A bridge</h1><p>19/03/02</p>"))
        .isEqualTo("2019-03-02T10:00:00Z");
  }

  private static @Nullable String rfc3339(@Nullable Moment moment) {
    return moment == null ? null : moment.toRfc3339();
  }

  private Dates dates(String url, String html) {
    Page page = Page.builder("test", html.getBytes(StandardCharsets.UTF_8)).url(url).build();
    return reader.read(page, HtmlSegmenter.segment(Jsoup.parse(html, url)), List.of()).dates();
  }

  private @Nullable String published(String url, String html) {
    return rfc3339(dates(url, html).published());
  }
}
