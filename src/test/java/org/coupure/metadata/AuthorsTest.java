package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coupure.article.Byline;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a page says who wrote it. */
class AuthorsTest {
  private static final String URL = "https://www.example.org/politics/a-page";
  private static final String LONG =
      "<p>There are more bridges in this valley than villages, and nobody can say who built them,"
          + " or when, or why there are so many of them in so small a place.</p>";

  private final MetadataReader reader = new MetadataReader();

  @Test
  void readsNamesThatOnlyTheirBoxesKeepApart() {
    Byline byline =
        byline(
            """
            <h1>A bridge for every village</h1><div class="byline">
            <span class="name">Jane Roe</span> <span class="name">John Doe</span></div>
            """);

    assertThat(byline.authors()).containsExactly("Jane Roe", "John Doe");
  }

  @ParameterizedTest
  @CsvSource({"Example Kurier Online", "Équipe web", "Example"})
  void namesWhomAReaderSeesWhereThePageStatesItsOutlet(String outlet) {
    Byline byline =
        byline(
            "<meta name=\"author\" content=\""
                + outlet
                + "\"><meta property=\"og:site_name\" content=\"Example Kurier\">"
                + "<h1>A bridge for every village</h1><p>Xandra Roe<br>Reporter</p>"
                + LONG);

    assertThat(byline.authors()).containsExactly("Xandra Roe");
  }

  @Test
  void readsANameAndARoleThatOnlyElementsPart() {
    Byline byline =
        byline(
            "<h1>A bridge for every village</h1>"
                + "<address><a href=\"mailto:x@example.org\">Xandra Roe</a> Journalist</address>"
                + LONG);

    assertThat(byline.authors()).containsExactly("Xandra Roe");
  }

  @Test
  void takesNoOtherHeadlineForAByline() {
    Byline byline = byline("<h1>A bridge falls</h1><p>Author Roe: Xandra Zum Berg</p>" + LONG);

    assertThat(byline.authors()).isEmpty();
  }

  @Test
  void readsInitialsAtTheEndOfTheTextAndNowhereElse() {
    String signed = LONG.replace("</p>", " (mkl)</p>");

    assertThat(byline("<h1>A bridge</h1>" + LONG + signed + "<p>14 May</p>").authors())
        .containsExactly("mkl");
    assertThat(byline("<h1>A bridge</h1>" + signed + LONG).authors()).isEmpty();
    assertThat(byline("<h1>A bridge</h1><p>Who knows. (mkl)</p>").authors()).isEmpty();
  }

  @Test
  void readsANameRightBehindADate() {
    Byline byline =
        byline(
            """
            <h1>A bridge for every village</h1>
            <div class="dateAndAuthor"><span>Dec 17, 2025</span><span>Jane Roe</span></div>
            """);

    assertThat(byline.authors()).containsExactly("Jane Roe");
  }

  @Test
  void addsTheSecondAuthorThatAReaderSees() {
    Byline byline =
        byline(
            """
            <meta name="author" content="Jane Roe"><h1>A bridge for every village</h1>
            <div class="byline"><a>John Doe</a> <a>Jane Roe</a></div>
            """);

    assertThat(byline.authors()).containsExactly("John Doe", "Jane Roe");
  }

  @Test
  void addsTheOthersOfALineThatNamesAll() {
    Byline byline =
        byline(
            """
            <meta name="author" content="Jane Roe"><h1>A bridge for every village</h1>
            <p>Dr. Jane Roe, John Doe &amp; Ann Poe</p>
            """);

    assertThat(byline.authors()).containsExactly("Dr. Jane Roe", "John Doe", "Ann Poe");
  }

  @Test
  void namesTheOfficeThatSignsALineWithoutAClass() {
    Byline byline = byline("<h1>A bridge for every village</h1><p>by News Desk</p>" + LONG);

    assertThat(byline.authors()).containsExactly("News Desk");
  }

  @Test
  void believesAPersonBeforeATeam() {
    Byline byline =
        byline(
            """
            <meta name="author" content="Max Upload"><h1>A bridge for every village</h1>
            <div class="author">Example Bridge Team</div>
            """);

    assertThat(byline.authors()).containsExactly("Max Upload");
  }

  @Test
  void leavesOutWhoTookThePicture() {
    Byline byline =
        byline(
            """
            <h1>A bridge for every village</h1><figure><img src="a.jpg">
            <figcaption>The bridge <span class="author">John Doe</span></figcaption></figure>
            """
                + LONG);

    assertThat(byline).isEqualTo(Byline.NONE);
  }

  @Test
  void knowsAPersonWhoseNameIsALineOfItsOwn() {
    Byline byline =
        byline("<h1>A bridge for every village</h1><p>Julia Roe-Poe</p><p>Reporter</p>" + LONG);

    assertThat(byline.authors()).containsExactly("Julia Roe-Poe");
  }

  @Test
  void knowsAPersonWhoseNameLeadsToAPageOfItsOwnInsideACard() {
    Byline byline =
        byline(
            """
            <h1>A bridge for every village</h1>
            <a href="/people/julia-roe/"><span>Julia Roe</span>
            <div>Writes about bridges, tunnels and all that lies between them.</div></a>
            """);

    assertThat(byline.authors()).containsExactly("Julia Roe");
  }

  @Test
  void takesALineOfWordsWithCapitalsForNoPerson() {
    assertThat(byline("<h1>A bridge for every village</h1><p>Road Map</p>" + LONG))
        .isEqualTo(Byline.NONE);
  }

  @Test
  void readsAGivenNameWhereBylinesStand() {
    Byline byline =
        byline(
            """
            <h1>A bridge for every village</h1>
            <div class="author"><a>Julia</a> <a>bridges</a></div>
            """);

    assertThat(byline.authors()).containsExactly("Julia");
  }

  @Test
  void readsTheNameThatClosesTheText() {
    Byline byline =
        byline("<h1>A bridge for every village</h1><div>" + LONG + "<p>Julia Roe</p></div>");

    assertThat(byline.authors()).containsExactly("Julia Roe");
  }

  @Test
  void takesNobodyForTheAuthorWhoSpeaksInAnInterview() {
    String speaker = LONG + "<p>Julia Roe</p>" + LONG;

    assertThat(byline("<h1>A bridge for every village</h1><div>" + LONG + speaker + "</div>"))
        .isEqualTo(Byline.NONE);
  }

  @Test
  void namesWhoseSiteItIs() {
    String html = "<p>Julia Roe</p><h1>A bridge for every village</h1>" + LONG;

    assertThat(byline(html, "https://juliaroe.org/a-page").authors()).containsExactly("Julia Roe");
  }

  @Test
  void namesNobodyAboveTheHeadlineOfAnothersSite() {
    assertThat(byline("<p>Julia Roe</p><h1>A bridge for every village</h1>" + LONG))
        .isEqualTo(Byline.NONE);
  }

  @Test
  void readsABylineInBrackets() {
    Byline byline = byline("<h1>村村有桥的山谷</h1><p>桥很多。</p><p>（责编：张三、李四）</p>");

    assertThat(byline.authors()).containsExactly("张三", "李四");
  }

  @Test
  void leavesOutTheOneWhoReviewedIt() {
    Byline byline =
        byline(
            """
            <h1>A bridge for every village</h1>
            <div class="byline"><p>Reviewed by <a>John Doe</a></p></div>
            <div class="byline"><p>By <a>Jane Roe</a></p></div>
            """);

    assertThat(byline.authors()).containsExactly("Jane Roe");
  }

  @Test
  void leavesOutTheBylinesOfOtherArticlesCards() {
    Byline byline =
        byline(
            """
            <h1>A bridge for every village</h1>
            <a href="/other"><h2>A tunnel for the town, at last</h2>
            <div class="author">By John Doe</div><p>After ten years it is open.</p></a>
            """);

    assertThat(byline).isEqualTo(Byline.NONE);
  }

  @Test
  void leavesOutTheSignatureOfAnEmbeddedPost() {
    Byline byline =
        byline(
            "<h1>A bridge for every village</h1>"
                + "<blockquote>It opens. \u2014 John Doe (@doe) October 27, 2025</blockquote>");

    assertThat(byline).isEqualTo(Byline.NONE);
  }

  @Test
  void readsTheLabelBeneathTheText() {
    Byline byline = byline("<h1>A bridge</h1>" + LONG.repeat(9) + "<p>Text: Jane Roe</p>");

    assertThat(byline.authors()).containsExactly("Jane Roe");
  }

  @Test
  void readsTheNameBehindALabelOfItsOwn() {
    Byline byline =
        byline("<h1>A bridge</h1>" + LONG.repeat(9) + "<p>Written by:</p><p>Jane Roe</p>");

    assertThat(byline.authors()).containsExactly("Jane Roe");
  }

  @Test
  void readsTheNameOfWhichTheBoxAboutTheAuthorTells() {
    Byline byline =
        byline(
            "<h1>A bridge</h1>"
                + LONG.repeat(9)
                + "<div class='author-bio'><h3>Jane Roe</h3><p>Jane builds bridges.</p></div>");

    assertThat(byline.authors()).containsExactly("Jane Roe");
  }

  @Test
  void readsANameAboveTheDateWhenThePageTellsMoreOfIt() {
    String page = "<h1>A bridge</h1><p>Jorunde Roe</p><p>14 March 2025</p>" + LONG;

    assertThat(byline(page)).isEqualTo(Byline.NONE);
    assertThat(byline(page + "<p>Jorunde Roe builds bridges.</p>").authors())
        .containsExactly("Jorunde Roe");
  }

  @Test
  void namesATeamOnlyWhereItNamesNoPerson() {
    String team = "<meta name='author' content='The Bridge Team'><h1>A bridge</h1>";

    assertThat(byline(team).authors()).containsExactly("The Bridge Team");
    assertThat(byline(team + "<p class='byline'>By Jane Roe</p>").authors())
        .containsExactly("Jane Roe");
  }

  @Test
  void believesTheSignatureOverAnUploaderWhomThePageNowhereShows() {
    String head = "<meta name=author content='John Doe'><h1>A bridge for every village</h1>";

    Byline hidden = byline(head + "<p>By Jane Roe</p>" + LONG);
    Byline shown = byline(head + "<p>By Jane Roe</p>" + LONG + "<p>Edited by John Doe</p>");

    assertThat(hidden.authors()).containsExactly("Jane Roe");
    assertThat(shown.authors()).containsExactly("John Doe");
  }

  @Test
  void believesAnyBylineOverAnUploadersLogin() {
    Byline byline =
        byline(
            """
            <meta name="author" content="jroe.2"><h1>A bridge for every village</h1>
            <div class="author">Jané Roe</div>
            """);

    assertThat(byline.authors()).containsExactly("Jané Roe");
  }

  @Test
  void takesNoHeadlineForAName() {
    Byline byline =
        byline(
            """
            <div class="post-author"><h1>Bridge Building for the rest of us</h1>
            <span class="author">Valley Bridge Team</span></div><p>Bridge Building 4 May 2025</p>
            """);

    assertThat(byline.authors()).containsExactly("Valley Bridge Team");
  }

  @Test
  void namesAnEditorialOfficeOnlyWhereAReaderSeesIt() {
    String stated = "<meta name=author content='Redaktion'><h1>A bridge for every village</h1>";

    assertThat(byline(stated + LONG).authors()).isEmpty();
    assertThat(byline(stated + "<p class=author>Von der Redaktion</p>" + LONG).authors())
        .containsExactly("Redaktion");
  }

  @Test
  void namesWhoBeganAThread() {
    String menu = "<p>All about <b>bridges</b> here</p>".repeat(60);
    Byline byline =
        byline(
            "<h1>Which stone for a bridge?</h1>"
                + menu
                + """
                <table><td><div class="post_author"><a class="username">BridgeFan</a>
                <br>Member</div></td><td>I need to know.</td></table>
                <div class="post_author"><a class="username">Mason</a><br>Member</div>Granite.
                """);

    assertThat(byline.authors()).containsExactly("BridgeFan");
  }

  @Test
  void readsTheNameInTheArticlesOwnFooter() {
    Byline byline =
        byline(
            "<article><h1>A bridge for every village</h1>"
                + LONG.repeat(40)
                + "<footer><span class=author>Jane Roe</span></footer></article>");

    assertThat(byline.authors()).containsExactly("Jane Roe");
  }

  @Test
  void takesNoForumButtonForAName() {
    Byline byline =
        byline(
            """
            <h1>A bridge for every village</h1><div class="username_container">
            <a class="username">brdgr7</a><a>View Profile</a><a>Private Message</a></div>
            """);

    assertThat(byline.authors()).containsExactly("brdgr7");
  }

  @Test
  void readsAllAuthorsOfAPaper() {
    Byline byline =
        byline(
            """
            <meta name="dc.creator" content="Jane Roe">
            <meta name="citation_authors" content="Jane Roe">
            <meta name="citation_authors" content="John Doe"><h1>On bridges</h1>
            """);

    assertThat(byline.authors()).isEqualTo(List.of("Jane Roe", "John Doe"));
  }

  private Byline byline(String html) {
    return byline(html, URL);
  }

  private Byline byline(String html, String url) {
    Page page = Page.builder("test", html.getBytes(StandardCharsets.UTF_8)).url(url).build();
    return reader.read(page, HtmlSegmenter.segment(Jsoup.parse(html, url)), List.of()).byline();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <div class="x1">Text och foto: <b>Anna Prov</b></div>     | Anna Prov
          <div class="x1">文・見本花子</div>                        | 見本花子
          <div class="x1">取材・文／見本花子</div>                  | 見本花子
          <div class="szerzo"><a>Példa Borbála</a></div>            | Példa Borbála
          <div class="x1"><i class="muhabir">Haber: Ali Örnek</i> 14.03.2025</div> | Ali Örnek
          """)
  void readsBylinesOfMoreLanguages(String byline, String author) {
    String html = "<h1>A bridge for every village</h1>" + byline + LONG;

    assertThat(byline(html).authors()).containsExactly(author);
  }

  @Test
  void readsTheMarkAtTheBeginningOfTheText() {
    String text = "<p>〔記者王小明／台北報導〕" + "舊橋今天重新開放，居民都很高興。".repeat(15) + "</p>";

    assertThat(byline("<h1>舊橋今天重新開放</h1>" + text).authors()).containsExactly("王小明");
  }
}
