package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each limit of the standfirst, on its two sides. The headline is block 0. */
class StandfirstBoundsTest {
  private static final String H1 = "<h1>A bridge falls</h1>";
  private static final String TEXT = "Rain brought it down, says the mayor";
  private static final String MARKED = "<p class=standfirst>" + TEXT + "</p>";
  private static final String PLAIN = "<p>" + TEXT + "</p>";

  private static String chars(int count) {
    return "<p>" + "Many words ".repeat(count).substring(0, count - 1) + ".</p>";
  }

  private static String shorts(int count) {
    return "<p>x</p>".repeat(count);
  }

  private static @Nullable String find(String html, Map<Integer, String> spent) {
    Document document = Jsoup.parse(html);
    Blocks blocks = HtmlSegmenter.segment(document);
    PageScan scan = new PageScan(document, blocks, ElementRoles.load());
    HeadlineArea area = HeadlineArea.of(blocks, null, "A bridge falls");
    return new Standfirst(scan, blocks, area, "A bridge falls", spent)
        .find(null, new EvidenceLog());
  }

  private static @Nullable String find(String html) {
    return find(html, Map.of());
  }

  @Test
  void standsWithinFourteenBlocks() {
    assertThat(find(H1 + shorts(13) + MARKED)).isEqualTo(TEXT);
    assertThat(find(H1 + shorts(14) + MARKED)).isNull();
  }

  @Test
  void isNotBehindTheBylineWhenOnlyItsPlaceTells() {
    String page = H1 + "<p>line</p>" + PLAIN + "<p>line</p>";

    assertThat(find(page, Map.of(1, "authors", 3, "published"))).isNull();
    assertThat(find(page, Map.of(1, "title", 3, "published"))).isEqualTo(TEXT);
    assertThat(find(page, Map.of(3, "published"))).isEqualTo(TEXT);
  }

  @Test
  void isNotBehindTheFirstParagraphOfTheText() {
    assertThat(find(H1 + "<div>" + chars(80) + chars(120) + "</div>" + MARKED)).isEqualTo(TEXT);
    assertThat(find(H1 + "<div>" + chars(81) + chars(120) + "</div>" + MARKED)).isNull();
  }

  @Test
  void aSummaryStandsApartFromTheParagraphsOfTheNextTenBlocks() {
    String page = "<meta name=description content='" + TEXT + "'>" + H1 + PLAIN;

    assertThat(find(page + shorts(9) + chars(100))).isNull();
    assertThat(find(page + shorts(10) + chars(100))).isEqualTo(TEXT);
    assertThat(find(page + chars(81))).isNull();
    assertThat(find(page + chars(80))).isEqualTo(TEXT);
  }

  @Test
  void aBylineStandsAtMostTwoBlocksBehind() {
    assertThat(find(H1 + PLAIN + shorts(3), Map.of(2, "authors"))).isEqualTo(TEXT);
    assertThat(find(H1 + PLAIN + shorts(3), Map.of(3, "authors"))).isEqualTo(TEXT);
    assertThat(find(H1 + PLAIN + shorts(3), Map.of(4, "authors"))).isNull();
    assertThat(find(H1 + PLAIN + shorts(3), Map.of(2, "subtitle"))).isNull();
    assertThat(find(H1 + PLAIN + shorts(3))).isNull();
  }

  @Test
  void itStandsItselfAtMostTwoBlocksBehindTheHeadlineThen() {
    assertThat(find(H1 + shorts(1) + PLAIN + shorts(1), Map.of(3, "authors"))).isEqualTo(TEXT);
    assertThat(find(H1 + shorts(2) + PLAIN + shorts(1), Map.of(4, "authors"))).isNull();
  }

  @Test
  void isProseThatIsShownAndNoLink() {
    assertThat(find(H1 + "<ul><li class=standfirst>" + TEXT + "</li></ul>")).isNull();
    assertThat(find(H1 + "<p class=standfirst><a href=/a>" + TEXT + "</a></p>")).isNull();
    assertThat(find(H1 + "<p class=standfirst><a href=/a>" + TEXT + "</a> today</p>")).isNull();
    assertThat(find(H1 + "<p class=standfirst style='display:none'>" + TEXT + "</p>")).isNull();
    assertThat(find(H1 + "<h2 class=standfirst>" + TEXT + "</h2>")).isEqualTo(TEXT);
  }

  @Test
  void isNoPartOfTheHeadline() {
    assertThat(find("<hgroup>" + H1 + "<h2 class=standfirst>" + TEXT + "</h2></hgroup>")).isNull();
    assertThat(find(H1 + "<p class=standfirst>A bridge falls after much rain</p>")).isNull();
    assertThat(find(H1 + "<p class=standfirst>The bridge falls after much rain</p>"))
        .isEqualTo("The bridge falls after much rain");
  }

  @Test
  void mayStandInATeaserRightBelowTheHeadlineOnly() {
    String related = "<div class=related>" + MARKED + "</div>";

    assertThat(find(H1 + shorts(2) + related)).isEqualTo(TEXT);
    assertThat(find(H1 + shorts(3) + related)).isNull();
    assertThat(find(H1 + shorts(3) + MARKED)).isEqualTo(TEXT);
    assertThat(find(H1 + "<aside>" + MARKED + "</aside>")).isNull();
    assertThat(find(H1 + "<nav>" + MARKED + "</nav>")).isNull();
  }

  @Test
  void isNamedAtMostThreeLevelsAbove() {
    String three = "<div class=standfirst><div><div>" + PLAIN + "</div></div></div>";
    String four = "<div class=standfirst><div><div><div>" + PLAIN + "</div></div></div></div>";

    assertThat(find(H1 + three)).isEqualTo(TEXT);
    assertThat(find(H1 + four)).isNull();
    assertThat(find(H1 + "<div class=standfirst>" + PLAIN + shorts(1) + "</div>")).isNull();
    assertThat(find("<div class=standfirst>" + H1 + PLAIN + "</div>")).isNull();
  }

  @Test
  void isAPlainParagraphWhenOnlyItsPlaceTells() {
    Map<Integer, String> signed = Map.of(2, "authors");

    assertThat(find(H1 + "<div class=byline>" + PLAIN + "</div><p>x</p>", signed)).isNull();
    assertThat(find(H1 + "<div class=byline><div>" + PLAIN + "</div></div><p>x</p>", signed))
        .isEqualTo(TEXT);
    assertThat(find(H1 + "<h2>" + TEXT + "</h2><p>x</p>", signed)).isNull();
    assertThat(find(H1 + "<h2><p>" + TEXT + "</p></h2><p>x</p>", signed)).isNull();
    assertThat(find(H1 + "<dl><dd>" + PLAIN + "</dd></dl><p>x</p>", signed)).isEqualTo(TEXT);
  }

  @Test
  void isASentenceInTheHeadlinesOwnBox() {
    String text = "<div>" + chars(100) + chars(100) + "</div>";

    assertThat(find("<header>" + H1 + chars(60) + "</header>" + text)).hasSize(60);
    assertThat(find("<header>" + H1 + chars(59) + "</header>" + text)).isNull();
    assertThat(find("<header>" + H1 + shorts(2) + chars(60) + "</header>" + text)).hasSize(60);
    assertThat(find("<header>" + H1 + shorts(3) + chars(60) + "</header>" + text)).isNull();
    assertThat(find("<header>" + H1 + chars(60) + "</header>" + shorts(9) + text)).hasSize(60);
    assertThat(find("<header>" + H1 + chars(60) + "</header>" + shorts(10) + text)).isNull();
    assertThat(find("<header>" + H1 + chars(60) + text + "</header>" + text)).isNull();
    assertThat(find("<header>" + H1 + chars(60) + "</header>" + chars(100))).isNull();
  }
}
