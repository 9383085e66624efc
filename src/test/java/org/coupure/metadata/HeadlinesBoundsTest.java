package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.byline.SiteNames;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each limit of the choice of a headline, on its two sides. */
class HeadlinesBoundsTest {
  private static final String PAGE = "https://www.example.org/politics/a-page";

  private static Headlines.@Nullable Choice choose(String html, String url) {
    Document document = Jsoup.parse(html);
    Blocks blocks = HtmlSegmenter.segment(document);
    PageScan scan = new PageScan(document, blocks, ElementRoles.load());
    SiteNames site = SiteNames.of(List.of("The Example"), "www.example.org");
    return Headlines.choose(scan, null, site, url);
  }

  private static String title(String html, String url) {
    return Objects.requireNonNull(choose(html, url)).title();
  }

  private static String title(String html) {
    return title(html, PAGE);
  }

  private static boolean isSeen(String html) {
    return Objects.requireNonNull(choose(html, PAGE)).spot() != null;
  }

  private static String og(String title) {
    return "<meta property='og:title' content='" + title + "'>";
  }

  @Test
  void aKickerIsAtMostAsLongAsTheHeadline() {
    String og = og("A bridge falls");

    assertThat(title(og + "<h1>Railways news A bridge falls</h1>")).isEqualTo("A bridge falls");
    assertThat(title(og + "<h1>Railways newsy A bridge falls</h1>"))
        .isEqualTo("Railways newsy A bridge falls");
    assertThat(title(og("Bridge falls") + "<h1>Now bridge falls</h1>"))
        .isEqualTo("Now bridge falls");
  }

  @Test
  void aHeadingHas350Characters() {
    assertThat(title("<h1>" + "x".repeat(350) + "</h1>")).hasSize(350);
    assertThat(choose("<h1>" + "x".repeat(351) + "</h1>", PAGE)).isNull();
  }

  @Test
  void fortyLowerHeadingsAreLookedAt() {
    String wanted = "<h2>A bridge falls</h2>";

    assertThat(isSeen(og("A bridge falls") + "<h2>Other</h2>".repeat(39) + wanted)).isTrue();
    assertThat(isSeen(og("A bridge falls") + "<h2>Other</h2>".repeat(40) + wanted)).isFalse();
  }

  @Test
  void aLowerHeadingIsNearlyTheTitle() {
    String h1 = "<h1>Something else wholly</h1><h1>And more of that</h1>";

    assertThat(title(og("A bridge falls in March") + h1 + "<h2>A bridge falls</h2>"))
        .isEqualTo("A bridge falls");
    assertThat(title(og("Now a bridge falls") + h1 + "<h2>A bridge falls</h2>"))
        .isEqualTo("Now a bridge falls");
  }

  @Test
  void aHeadingBesideTheArticleCountsLittleLess() {
    String aside = "<aside><h1>A bridge falls: why</h1></aside>";

    assertThat(title(og("A bridge falls: why") + aside + "<h1>A bridge falls</h1>"))
        .isEqualTo("A bridge falls");
    assertThat(
            title(
                og("Bridges: why they fall")
                    + "<aside><h1>Bridges: why they fall</h1></aside><h1>Bridges</h1>"))
        .isEqualTo("Bridges: why they fall");
  }

  @Test
  void aHiddenHeadingIsChosenWhenItSharesWordsWithATitle() {
    String og = og("one two three four five");
    String hidden = "<div hidden><h1>%s</h1></div>";

    assertThat(title(og + hidden.formatted("one two six seven eight")))
        .isEqualTo("one two six seven eight");
    assertThat(title(og + hidden.formatted("one six seven eight nine")))
        .isEqualTo("one two three four five");
    assertThat(title(og + "<h1>one six seven eight nine</h1>"))
        .isEqualTo("one six seven eight nine");
  }

  @Test
  void aHeadingThatTheUrlSpellsOutIsShown() {
    String url = "https://www.example.org/the-long-night-of-bridges.html";
    String og = og("Something else wholly");

    assertThat(title(og + "<h1>Other</h1><h1>The long night of bridges</h1>", url))
        .isEqualTo("The long night of bridges");
    assertThat(
            title(og + "<h1>Other</h1><div hidden><h1>The long night of bridges</h1></div>", url))
        .isEqualTo("Something else wholly");
  }

  @Test
  void aHiddenLowerHeadingIsNotSeen() {
    assertThat(isSeen(og("A bridge falls") + "<h2>A bridge falls</h2>")).isTrue();
    assertThat(isSeen(og("A bridge falls") + "<div hidden><h2>A bridge falls</h2></div>"))
        .isFalse();
  }

  @Test
  void theRootOfASiteBearsItsNameInsteadOfOneWord() {
    String root = "https://www.example.org/";

    assertThat(title("<title>Posts</title>", root)).isEqualTo("The Example");
    assertThat(title("<title>All posts</title>", root)).isEqualTo("All posts");
    assertThat(title("<title>Posts</title>")).isEqualTo("Posts");
  }

  @Test
  void aBannerLeadsHomeOrBeginsTheTitle() {
    String page = "<title>The Valley News: Bridge falls in the valley%s</title>%s%s";
    String home = "<h1><a href=/>The Valley News</a></h1>";
    String plain = "<h1>The Valley News</h1>";
    String part = "<h2>Bridge falls in the valley</h2>";

    assertThat(title(page.formatted("", home, part))).isEqualTo("Bridge falls in the valley");
    assertThat(title(page.formatted(" | 2019", home, part)))
        .isEqualTo("Bridge falls in the valley");
    assertThat(title(page.formatted("", plain, part))).isEqualTo("Bridge falls in the valley");
    assertThat(title(page.formatted(" | 2019", plain, part))).isEqualTo("The Valley News");
    assertThat(title(page.formatted("", part, plain))).isEqualTo("The Valley News");
  }

  @Test
  void aPartOfTheTitleStandsNeitherInAMenuNorInALinkHome() {
    String page = "<title>Valley | Bridge falls in the valley</title><h1>No</h1><h1>None</h1>%s";

    assertThat(isSeen(page.formatted("<h2>Bridge falls in the valley</h2>"))).isTrue();
    assertThat(isSeen(page.formatted("<nav><h2>Bridge falls in the valley</h2></nav>"))).isFalse();
    assertThat(isSeen(page.formatted("<h2><a href=/>Bridge falls in the valley</a></h2>")))
        .isFalse();
    assertThat(isSeen(page.formatted("<h2><a href=/a>Bridge falls in the valley</a></h2>")))
        .isTrue();
  }

  @Test
  void aKickerOfOneLetterMayBePartOfTheTitle() {
    String heading = "<h1><span class=kicker>%s</span>: <b>The long night here</b></h1>";

    assertThat(title(og("A: The long night here") + heading.formatted("A")))
        .isEqualTo("A: The long night here");
    assertThat(title(og("The long night here") + heading.formatted("A")))
        .isEqualTo("The long night here");
  }

  @Test
  void aRuledTitleIsCutWhereTheChoiceIsMostOfIt() {
    Headlines.Choice choice =
        new Headlines.Choice("A bridge falls", new RawValue("", "", ""), null);

    assertThat(choice.withoutKicker("Railway news A bridge falls")).isEqualTo("A bridge falls");
    assertThat(choice.withoutKicker("Railways newsy A bridge falls"))
        .isEqualTo("Railways newsy A bridge falls");
    assertThat(choice.withoutKicker("News: A bridge falls")).isEqualTo("News: A bridge falls");
    assertThat(choice.withoutKicker("A bridge falls")).isEqualTo("A bridge falls");
  }
}
