package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coupure.block.HtmlSegmenter;
import org.coupure.page.Page;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of a page's many titles is the headline. */
class HeadlinesTest {
  private static final String URL = "https://www.example.org/politics/a-page";

  private final MetadataReader reader = new MetadataReader();

  @Test
  void keepsTheKickerThatThePublisherCallsAPartOfTheTitle() {
    String title =
        title(
            """
            <title>Railways: A bridge for every village | The Example</title>
            <meta property="og:title" content="Railways: A bridge for every village">
            <h1><span class="kicker">Railways</span><span class="visually-hidden">: </span>
            <span>A bridge for every village</span></h1>
            """);

    assertThat(title).isEqualTo("Railways: A bridge for every village");
  }

  @Test
  void cutsTheKickerThatOnlySomeTitlesHave() {
    String title =
        title(
            """
            <meta property="og:title" content="A bridge for every village">
            <script type="application/ld+json">
            {"@type": "NewsArticle", "headline": "Railways: A bridge for every village"}</script>
            <h1><span class="kicker">Railways</span><span class="visually-hidden">: </span>
            <span>A bridge for every village</span></h1>
            """);

    assertThat(title).isEqualTo("A bridge for every village");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/talk/which-stone_for.html?x=1, which stone for",
    "https://example.org/talk/which-stone/, which stone",
    "https://example.org/, ''",
    "https://example.org, ''"
  })
  void readsTheWordsOfThePathsLastPart(String url, String words) {
    assertThat(Headlines.words(url)).isEqualTo(words);
  }

  @Test
  void takesTheHeadingThatTheUrlSpellsOutWhenNoTitleDoes() {
    String page =
        "<title>Example - the place to talk</title><nav><h1>Which stone for a bridge?</h1></nav>";

    assertThat(title(page, "https://www.example.org/talk/which-stone-for-a-bridge/"))
        .isEqualTo("Which stone for a bridge?");
    assertThat(title(page, "https://www.example.org/talk/12345/")).isEqualTo("the place to talk");
  }

  @Test
  void leavesOutTheLabelBehindTheHeadline() {
    String title =
        title(
            """
            <title>Bridges overview | The Example</title>
            <h1>Bridges overview <div>Sort and save what you like for later reading</div></h1>
            """);

    assertThat(title).isEqualTo("Bridges overview");
  }

  @Test
  void takesNoDialogsHiddenHeading() {
    String title =
        title("<title>Best bridges ever</title><div hidden><h1>Score</h1></div><p>One</p>");

    assertThat(title).isEqualTo("Best bridges ever");
  }

  @Test
  void takesTheHeadingBehindASiteThatIsNamedFirst() {
    String page =
        "<title>Jane Roe's Example | Bridges of the valley</title>"
            + "<h2>Bridges of the valley</h2><h2>Older notes</h2>";

    assertThat(title(page, "https://janeroesexample.org/bridges"))
        .isEqualTo("Bridges of the valley");
  }

  @Test
  void cutsTheKickerOffARulesTitle() {
    Headlines.Choice choice =
        new Headlines.Choice("A bridge for the valley", new RawValue("x", "heading", "h1"), null);

    assertThat(choice.withoutKicker("Politics | A bridge for the valley"))
        .isEqualTo("A bridge for the valley");
    assertThat(choice.withoutKicker("At last: A bridge for the valley"))
        .isEqualTo("At last: A bridge for the valley");
    assertThat(choice.withoutKicker("Another title")).isEqualTo("Another title");
  }

  @Test
  void takesTheHeadlineBelowTheOneInTheBreadcrumb() {
    String title =
        title(
            """
            <title>Bridges: how many villages need | The Example</title>
            <meta property="og:title" content="A bridge for every village">
            <ol class="breadcrumb"><li><a href="/">Start</a></li>
            <li><h1>Bridges: how many villages need</h1></li></ol>
            <article><h2>A bridge for every village</h2><p>Text.</p></article>
            """);

    assertThat(title).isEqualTo("A bridge for every village");
  }

  @Test
  void keepsTheFullHeadlineWhereTheOtherHasItsKickerGluedOn() {
    String title =
        title(
            """
            <title>Railways: A bridge for every village</title>
            <meta property="og:title" content="Railways: A bridge for every village">
            <ol class="breadcrumb"><li><h1>Railways: A bridge for every village</h1></li></ol>
            <article><h2><em>Railways</em> <b>A bridge for every village</b></h2></article>
            """);

    assertThat(title).isEqualTo("Railways: A bridge for every village");
  }

  @Test
  void takesTheChapterNotTheBook() {
    String title =
        title(
            """
            <title>Laying the first stone - The Book of Bridges</title>
            <h1>The Book of Bridges</h1><main><h2>Laying the first stone</h2><p>Text.</p></main>
            """);

    assertThat(title).isEqualTo("Laying the first stone");
  }

  @Test
  void takesOneWordThatIsAllOfATitleBeforeItsSeparator() {
    String title =
        title(
            """
            <title>Arches | Handbook of bridges | Example</title>
            <h1>Arches</h1><h2>Loads</h2><h2>Materials</h2>
            """);

    assertThat(title).isEqualTo("Arches");
  }

  @Test
  void writesTheColonThatAHeadingShowsAsALineBreak() {
    String title =
        title(
            """
            <meta property="og:title" content="Bridges in spring: a walk along the river">
            <h1>Bridges in spring<br>a walk along the river</h1>
            """);

    assertThat(title).isEqualTo("Bridges in spring: a walk along the river");
  }

  @Test
  void keepsAHeadlineThatTheShorterTitleOnlyEnds() {
    String title =
        title(
            """
            <meta property="og:title" content="The best bridges of the year">
            <script type="application/ld+json">
            {"@type": "Article", "headline": "Our awards: The best bridges of the year"}</script>
            <h1>Our awards: The best bridges of the year</h1>
            """);

    assertThat(title).isEqualTo("Our awards: The best bridges of the year");
  }

  @Test
  void takesAHeadingWithTheSitesNameInItWhenATitleBeginsWithIt() {
    String title =
        title(
            """
            <title>Welcome to Example [Example]</title>
            <meta property="og:title" content="Welcome to Example">
            <h1>Welcome to Example</h1>
            """);

    assertThat(title).isEqualTo("Welcome to Example");
  }

  @Test
  void leavesOutWhereALinkListsEntryLeads() {
    String title = title("<h1>A bridge for every village <i>(news.example.com)</i> <b>87</b></h1>");

    assertThat(title).isEqualTo("A bridge for every village");
  }

  @Test
  void keepsAYearInBrackets() {
    assertThat(title("<h1>A treatise on bridges (1792)</h1>"))
        .isEqualTo("A treatise on bridges (1792)");
  }

  @Test
  void readsAHeadingOnceThatIsThereTwice() {
    String title =
        title("<h1><span>A bridge for all</span> <span aria-hidden=true>A bridge for all</span>");

    assertThat(title).isEqualTo("A bridge for all");
  }

  @Test
  void callsASitesRootByTheSitesName() {
    String page =
        """
        <meta property="og:site_name" content="The Bridge Blog"><title>Home</title>
        <h1>Posts</h1>
        """;

    assertThat(title(page, "https://www.example.org/")).isEqualTo("The Bridge Blog");
    assertThat(title(page, "https://www.example.org/posts")).isEqualTo("Posts");
  }

  private @Nullable String title(String html) {
    return title(html, URL);
  }

  private @Nullable String title(String html, String url) {
    Page page = Page.builder("test", html.getBytes(StandardCharsets.UTF_8)).url(url).build();
    return reader
        .read(page, HtmlSegmenter.segment(Jsoup.parse(html, url)), List.of())
        .headline()
        .title();
  }

  @Test
  void aHeadingThatLeadsHomeIsTheSites() {
    String title =
        title(
            """
            <title>A bridge for every village | Letters from the valley</title>
            <header><h1><a href="/">Letters from the valley</a></h1></header>
            <article><h2>A bridge for every village</h2></article>
            """);

    assertThat(title).isEqualTo("A bridge for every village");
  }
}
