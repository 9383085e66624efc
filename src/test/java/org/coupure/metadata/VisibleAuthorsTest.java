package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.byline.BylineParser;
import org.coupure.byline.SiteNames;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit of what a reader learns about the author, on its two sides. */
class VisibleAuthorsTest {
  private static final String H1 = "<h1>A bridge falls</h1>";
  private static final String FAR = "<i></i>".repeat(100);
  private static final Element PLAIN = new Element("span");
  private static final Element STATED = new Element("span").attr("rel", "author");

  private static final VisibleAuthors AUTHORS =
      new VisibleAuthors(
          BylineParser.bundled(),
          line -> line.matches(".*\\b20\\d\\d\\b.*"),
          SiteNames.of(List.of(), null));

  private static boolean isNear(Element element, int context, int distance, int headlines) {
    MarkedElement headline = new MarkedElement(new Element("h1"), 0, headlines, 100);
    MarkedElement spot = new MarkedElement(element, 0, context, 100 + distance);
    return VisibleAuthors.isNear(spot, headline);
  }

  private static List<String> found(String html, boolean near) {
    Document document = Jsoup.parse(html);
    Blocks blocks = HtmlSegmenter.segment(document);
    PageScan scan = new PageScan(document, blocks, ElementRoles.load());
    @Nullable MarkedElement headline =
        scan.headings.stream()
            .filter(spot -> spot.element().normalName().equals("h1"))
            .findFirst()
            .orElse(null);
    HeadlineArea area = HeadlineArea.of(blocks, headline, "A bridge falls");
    return (near ? AUTHORS.near(scan, headline, area) : AUTHORS.far(scan, headline, area))
        .authors();
  }

  private static List<String> near(String html) {
    return found(html, true);
  }

  private static List<String> far(String html) {
    return found(html, false);
  }

  private static String shorts(int count) {
    return "<p>x</p>".repeat(count);
  }

  @Test
  void nearIsThirtyElementsBeforeTheHeadlineAndEightyBehind() {
    assertThat(isNear(PLAIN, 0, -30, 0)).isTrue();
    assertThat(isNear(PLAIN, 0, -31, 0)).isFalse();
    assertThat(isNear(PLAIN, 0, 80, 0)).isTrue();
    assertThat(isNear(PLAIN, 0, 81, 0)).isFalse();
    assertThat(isNear(STATED, 0, 81, 0)).isTrue();
    assertThat(isNear(STATED, 0, -31, 0)).isFalse();
  }

  @Test
  void asidesAreTheArticlesOwnWithinThirtyElements() {
    for (int context : List.of(ElementRoles.ASIDE, ElementRoles.FOOTER, ElementRoles.SPONSOR)) {
      assertThat(isNear(PLAIN, context, -30, 0)).isTrue();
      assertThat(isNear(PLAIN, context, 30, 0)).isTrue();
      assertThat(isNear(PLAIN, context, 31, 0)).isFalse();
      assertThat(isNear(PLAIN, context, 31, context)).isTrue();
    }
  }

  @Test
  void whatIsOfOthersIsNeverNear() {
    for (int context :
        List.of(
            ElementRoles.NAVIGATION,
            ElementRoles.RELATED,
            ElementRoles.COMMENT,
            PageScan.HIDDEN,
            PageScan.FIGURE)) {
      assertThat(isNear(PLAIN, context, 1, 0)).isFalse();
      assertThat(isNear(PLAIN, context, 31, 0)).isFalse();
      assertThat(isNear(PLAIN, context, 1, context)).isTrue();
    }
    assertThat(isNear(PLAIN, PageScan.ARTICLE | ElementRoles.BYLINE, 31, 0)).isTrue();
  }

  @Test
  void withoutAHeadlineNearIsTheBeginningOfThePage() {
    MarkedElement at = new MarkedElement(STATED, 0, 0, 80);

    assertThat(VisibleAuthors.isNear(at, null)).isTrue();
    assertThat(VisibleAuthors.isNear(new MarkedElement(STATED, 0, 0, 81), null)).isFalse();
    assertThat(VisibleAuthors.isNear(new MarkedElement(PLAIN, 0, ElementRoles.ASIDE, 31), null))
        .isFalse();
  }

  @Test
  void aLinkWithThirtyCharactersMoreIsACard() {
    Element link = Jsoup.parse("<a><b>Jane</b>" + "x".repeat(30) + "</a>").selectFirst("b");
    Element card = Jsoup.parse("<a><b>Jane</b>" + "x".repeat(31) + "</a>").selectFirst("b");

    assertThat(VisibleAuthors.isOfCard(link)).isFalse();
    assertThat(VisibleAuthors.isOfCard(card)).isTrue();
    assertThat(VisibleAuthors.isOfCard(PLAIN)).isFalse();
    assertThat(VisibleAuthors.isOfCard((Element) null)).isFalse();
    assertThat(VisibleAuthors.isOfCard(new MarkedElement(card, 0, PageScan.LINKED, 1))).isTrue();
    assertThat(VisibleAuthors.isOfCard(new MarkedElement(card, 0, PageScan.ARTICLE, 1))).isFalse();
  }

  @Test
  void aNameBesideADateStandsWithinSixBlocksBehindTheHeadlineAndThreeBefore() {
    String line = "<p>Jane Roe, 14 March 2019</p>";

    assertThat(near(H1 + shorts(5) + line)).containsExactly("Jane Roe");
    assertThat(near(H1 + shorts(6) + line)).isEmpty();
    assertThat(near(line + shorts(2) + H1)).containsExactly("Jane Roe");
    assertThat(near(line + shorts(3) + H1)).isEmpty();
    assertThat(near(H1 + shorts(6) + "<p>By Jane Roe</p>")).containsExactly("Jane Roe");
  }

  @Test
  void aNameBesideADateStandsInALineOfNinetyCharacters() {
    String line = "Jane Roe, 14 March 2019";

    assertThat(near(H1 + "<p>" + line + " -".repeat(33) + "-</p>")).containsExactly("Jane Roe");
    assertThat(near(H1 + "<p>" + line + " -".repeat(34) + "</p>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>\u2014 Jane Roe, 14 March 2019</p>",
        "<p>\u2013 Jane Roe, 14 March 2019</p>",
        "<p>Jane Roe (@jane) 14 March 2019</p>",
        "<p>A bridge in March 2019</p>"
      })
  void aQuotedLineAndOneOfTheHeadlineAreNoBylines(String line) {
    assertThat(near(H1 + line)).isEmpty();
  }

  @Test
  void aGivenNameAloneStandsInAShortElement() {
    assertThat(near(H1 + "<p class=byline>Jane</p>")).containsExactly("Jane");
    assertThat(near(H1 + "<p class=byline>Jane<br>" + "x".repeat(22) + "</p>"))
        .containsExactly("Jane");
    assertThat(near(H1 + "<p class=byline>Jane<br>" + "x".repeat(23) + "</p>"))
        .doesNotContain("Jane");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b class='byline u-author'>frogman</b>",
        "<b class='byline p-author'>frogman</b>",
        "<b class=byline rel=author>frogman</b>",
        "<b itemprop=author>frogman</b>",
        "<p class=byline>by frogman</p>"
      })
  void aNicknameIsBelievedWhereTheMarkupOrByStates(String markup) {
    assertThat(near(H1 + markup)).containsExactly("frogman");
  }

  @Test
  void aNicknameIsNotBelievedElsewhere() {
    assertThat(near(H1 + "<p class=byline>frogman</p>")).isEmpty();
  }

  @Test
  void farOffALineThatSignsHasSixtyCharacters() {
    String line = "By Jane Roe";

    assertThat(far(H1 + FAR + "<p class=byline>" + line + "</p>")).containsExactly("Jane Roe");
    assertThat(far(H1 + FAR + "<p class=byline>" + line + ", writer" + " -".repeat(20) + "</p>"))
        .containsExactly("Jane Roe");
    assertThat(far(H1 + FAR + "<p class=byline>" + line + ", writer" + " -".repeat(21) + "</p>"))
        .isEmpty();
    assertThat(far("<p class=byline>" + line + "</p>" + FAR + H1)).isEmpty();
  }

  @Test
  void farOffANameAloneStandsInTheArticle() {
    String name = "<p class=byline>Jane Roe</p>";

    assertThat(far("<article>" + H1 + FAR + name + "</article>")).containsExactly("Jane Roe");
    assertThat(far("<article>" + H1 + FAR + "<footer>" + name + "</footer></article>"))
        .containsExactly("Jane Roe");
    assertThat(far("<article>" + H1 + FAR + "<aside>" + name + "</aside></article>")).isEmpty();
    assertThat(far(H1 + FAR + name)).isEmpty();
  }

  @Test
  void aNameAboveADateIsTheAuthorsWhenThePageSaysMoreOfIt() {
    String name = "<p>Jane Roe</p>";
    String more = shorts(20) + "<p>Jane Roe is a writer who lives at the river.</p>";

    assertThat(far(H1 + shorts(5) + name + "<p>14 March 2019</p>" + more))
        .containsExactly("Jane Roe");
    assertThat(far(H1 + shorts(6) + name + "<p>14 March 2019</p>" + more)).isEmpty();
    assertThat(far(name + "<p>14 March 2019</p>" + H1 + more)).isEmpty();
    String thirty = "14 March 2019, a day of spring";
    assertThat(far(H1 + name + "<p>" + thirty + "</p>" + more)).containsExactly("Jane Roe");
    assertThat(far(H1 + name + "<p>" + thirty + "s</p>" + more)).isEmpty();
  }

  @Test
  void aLabelledLineHasNinetyCharacters() {
    String line = "Text: Jane Roe";

    assertThat(far(H1 + shorts(20) + "<p>" + line + "</p>")).containsExactly("Jane Roe");
    assertThat(far(H1 + shorts(20) + "<p>" + line + " -".repeat(38) + "</p>"))
        .containsExactly("Jane Roe");
    assertThat(far(H1 + shorts(20) + "<p>" + line + " -".repeat(38) + "-</p>")).isEmpty();
    assertThat(far(H1 + shorts(20) + "<p style='display:none'>" + line + "</p>")).isEmpty();
    assertThat(far(H1 + shorts(20) + "<nav><p>" + line + "</p></nav>")).isEmpty();
  }

  @Test
  void aBoxAboutTheAuthorSaysTheNameTwice() {
    String box = "<div class=author><b>Jane Roe</b><p>%s writes about bridges.</p></div>";

    assertThat(far(H1 + FAR + box.formatted("Jane"))).containsExactly("Jane Roe");
    assertThat(far(H1 + FAR + box.formatted("She"))).isEmpty();
    assertThat(far(box.formatted("Jane") + FAR + H1)).isEmpty();
    assertThat(far(box.formatted("Jane"))).isEmpty();
  }

  @Test
  void aNicknamesElementIsShortAndHasOneChild() {
    String thirty = "frogman-" + "x".repeat(21);

    assertThat(near(H1 + "<b class=username>" + thirty + "</b>")).containsExactly(thirty);
    assertThat(near(H1 + "<b class=username>" + thirty + "x</b>")).isEmpty();
    assertThat(near(H1 + "<b class=username><i>frogman</i></b>")).containsExactly("frogman");
    assertThat(near(H1 + "<b class=username><i>frog</i><i>man</i></b>")).isEmpty();
  }

  @Test
  void aNicknameBehindByIsShort() {
    assertThat(near(H1 + "<p class=byline>by " + "f".repeat(26) + "</p>"))
        .containsExactly("f".repeat(26));
    assertThat(near(H1 + "<p class=byline>by " + "f".repeat(27) + "</p>")).isEmpty();
  }

  @Test
  void theFirstPosterStandsWithinThreeHundredElements() {
    String poster = "<b class=username>frogman</b>";

    assertThat(far(H1 + "<i></i>".repeat(299) + poster)).containsExactly("frogman");
    assertThat(far(H1 + "<i></i>".repeat(300) + poster)).isEmpty();
    assertThat(far(poster + "<i></i>".repeat(40) + H1)).isEmpty();
    assertThat(far("<div>" + "<i></i>".repeat(90) + poster + "</div>")).containsExactly("frogman");
    assertThat(far(H1 + FAR + "<aside>" + poster + "</aside>")).isEmpty();
    assertThat(far("<aside>" + H1 + FAR + poster + "</aside>")).containsExactly("frogman");
    assertThat(far(H1 + FAR + "<b class=username>" + "f".repeat(30) + "</b>"))
        .containsExactly("f".repeat(30));
    assertThat(far(H1 + FAR + "<b class=username>" + "f".repeat(31) + "</b>")).isEmpty();
    assertThat(far(H1 + FAR + "<b class=byline>frogman</b>")).isEmpty();
  }
}
