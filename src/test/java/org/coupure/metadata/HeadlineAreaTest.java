package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HeadlineAreaTest {
  private static final String TITLE = "A bridge falls";
  private static final String H1 = "<h1>" + TITLE + "</h1>";

  private static String lines(String name, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "<p>" + name + i + "</p>")
        .collect(Collectors.joining());
  }

  private static String words(int count) {
    return "<p>" + "word ".repeat(count).strip() + "</p>";
  }

  private static Blocks blocks(String html) {
    return HtmlSegmenter.segment(Jsoup.parse(html));
  }

  private static HeadlineArea area(String html) {
    return HeadlineArea.of(blocks(html), null, TITLE);
  }

  private static HeadlineArea byElement(String html) {
    Blocks blocks = blocks(html);
    Document document = blocks.document();
    return HeadlineArea.of(
        blocks, new MarkedElement(document.selectFirst(".headline"), 0, 0, 0), TITLE);
  }

  private static List<String> texts(List<Block> blocks) {
    return blocks.stream().map(Block::text).toList();
  }

  @Test
  void linesAreSixteenAfterTheHeadlineAndSixBefore() {
    List<String> found = texts(area(lines("above", 8) + H1 + lines("below", 18)).lines());

    assertThat(found).hasSize(22).startsWith("below1", "below2").endsWith("above4", "above3");
    assertThat(found.get(15)).isEqualTo("below16");
    assertThat(found.get(16)).isEqualTo("above8");
    assertThat(texts(area(lines("above", 2) + H1).lines())).containsExactly("above2", "above1");
    assertThat(texts(area(H1).lines())).isEmpty();
    assertThat(texts(area(lines("other", 3)).lines())).isEmpty();
  }

  @Test
  void linesAreShortShownAndNoCode() {
    String longest = "x".repeat(HeadlineArea.MAX_LINE);

    assertThat(texts(area(H1 + "<p>" + longest + "</p><p>" + longest + "x</p>").lines()))
        .containsExactly(longest);
    assertThat(
            texts(
                area(H1 + "<pre>code</pre><p style='display:none'>hidden</p><p>shown</p>").lines()))
        .containsExactly("shown");
  }

  @Test
  void theHeadlineMayStandDeepInItsElement() {
    String deep =
        "<div class=headline>" + "<div>".repeat(4) + "<p>Inside</p></div></div></div></div>";

    assertThat(byElement(lines("above", 2) + deep + "</div><p>after</p>").headline()).isEqualTo(2);
    assertThat(
            byElement("<p>above</p><div class=headline>" + "<b>".repeat(9) + "<p>In</p>")
                .headline())
        .isEqualTo(-1);
    assertThat(byElement("<p>above</p><h1 class=headline></h1><p>below</p>").headline())
        .isEqualTo(-1);
  }

  @Test
  void theHeadlineIsTheFirstBlockThatSaysItAndLittleElse() {
    assertThat(area("<p>above</p><p>a bridge falls!</p>" + H1).headline()).isEqualTo(1);
    // As many characters more as the title has are too many to compare: 28 against 27.
    assertThat(area("<p>A bridge falls" + "!".repeat(14) + "</p>").headline()).isEqualTo(-1);
    assertThat(area("<p>A bridge falls" + "!".repeat(13) + "</p>").headline()).isZero();
    assertThat(HeadlineArea.of(blocks(H1), null, null).headline()).isEqualTo(-1);
  }

  @Test
  void aParagraphOfThirtyWordsIsText() {
    String above = lines("above", 6);

    assertThat(texts(area(above + words(29) + words(30)).aboveText()))
        .hasSize(4)
        .endsWith("above6", "above5", "above4");
    assertThat(texts(area(above + words(30)).aboveText()))
        .containsExactly("above6", "above5", "above4", "above3");
    assertThat(texts(area(lines("above", 1) + words(30)).aboveText())).containsExactly("above1");
    assertThat(area(words(30) + above).aboveText()).isEmpty();
    assertThat(area(above + words(29)).aboveText()).isEmpty();
  }

  @Test
  void aParagraphOfLinksIsNoText() {
    String half = "<p><a href=/a>" + "word ".repeat(16) + "</a>" + " word".repeat(15) + "</p>";
    String less = "<p><a href=/a>" + "word ".repeat(10) + "</a>" + " word".repeat(21) + "</p>";

    assertThat(area("<p>above</p>" + half).aboveText()).isEmpty();
    assertThat(texts(area("<p>above</p>" + less).aboveText())).containsExactly("above");
  }

  @Test
  void textBeginsBehindTheFirstParagraph() {
    HeadlineArea area = area(words(40) + H1 + "<p>By</p>" + words(30) + "<p>end</p>");
    List<Block> below = area.below();

    assertThat(texts(below)).startsWith("By").endsWith("end").hasSize(3);
    assertThat(area.isInText(below.get(0))).isFalse();
    assertThat(area.isInText(below.get(1))).isFalse();
    assertThat(area.isInText(below.get(2))).isTrue();
    HeadlineArea unseen = area(words(30) + "<p>end</p>");
    assertThat(unseen.isInText(unseen.below().get(1))).isFalse();
    assertThat(unseen.below()).hasSize(2);
  }

  @Test
  void theBeginningIsSixteenBlocks() {
    assertThat(texts(area(lines("a", 2) + H1 + lines("b", 20)).beginning()))
        .hasSize(16)
        .startsWith("b1")
        .endsWith("b16");
    assertThat(texts(area(H1 + lines("b", 3)).beginning())).hasSize(3);
    assertThat(texts(area(lines("b", 18)).beginning())).hasSize(16).startsWith("b1");
  }

  @Test
  void firstParagraphsAreTheTwoThatAreLong() {
    String longs = words(40) + "<p>short</p>" + words(41) + words(42);

    assertThat(area(words(50) + H1 + longs).firstParagraphs())
        .extracting(Block::words)
        .containsExactly(40, 41);
    assertThat(area(H1 + lines("a", 15) + words(40) + words(41)).firstParagraphs())
        .extracting(Block::words)
        .containsExactly(40);
    assertThat(area(longs).firstParagraphs()).isEmpty();
    assertThat(area(H1 + "<p>" + "x".repeat(HeadlineArea.MAX_LINE) + "</p>").firstParagraphs())
        .isEmpty();
    assertThat(area(H1).firstParagraphs()).isEmpty();
  }

  @Test
  void afterABlockComeTwo() {
    HeadlineArea area = area(H1 + lines("a", 4));
    List<Block> below = area.below();

    assertThat(texts(area.after(below.get(0)))).containsExactly("a2", "a3");
    assertThat(texts(area.after(below.get(2)))).containsExactly("a4");
    assertThat(area.after(below.get(3))).isEmpty();
    assertThat(area.before(below.get(1))).isEqualTo("a1");
    assertThat(area.before(area.block())).isEmpty();
  }

  @Test
  void aNameIsSaidInItsCaseAnywhereAndInAnyCaseNearTheHeadline() {
    HeadlineArea area =
        area(H1 + "<p>By JANE ROE</p>" + lines("a", 17) + "<p>Ann Poe, MAX DOE</p>");

    assertThat(area.says(List.of("Jane Roe"))).isTrue();
    assertThat(area.says(List.of("Max Doe", "Ann Poe"))).isTrue();
    assertThat(area.says(List.of("Max Doe"))).isFalse();
    assertThat(area.says(List.of())).isFalse();
  }

  @Test
  void aLineIsOfTheHeadlineByItsFirstTwoWords() {
    HeadlineArea area = area("<p>other</p>" + H1);

    assertThat(area.isOfHeadline("A bridge is gone")).isTrue();
    assertThat(area.isOfHeadline("A bridgehead is gone")).isFalse();
    assertThat(area.isOfHeadline("A brid")).isFalse();
    assertThat(area.isOfHeadline("A bridge")).isFalse();
    assertThat(area("<p>other</p>").isOfHeadline("A bridge is gone")).isFalse();
  }

  @Test
  void anotherBlockTellsOfOneWhenItSaysMore() {
    HeadlineArea area =
        area(
            "<p>Jane Roe</p><p>Jane Roe is a writer</p><p>Max</p><p>Max</p><p>Ann</p><p>Ann:)</p><p>Bo</p>");
    List<Block> all = area.below();

    assertThat(area.tellsOf(all.get(0))).isTrue();
    assertThat(area.tellsOf(all.get(2))).isFalse();
    assertThat(area.tellsOf(all.get(4))).isTrue();
    assertThat(area.tellsOf(all.get(6))).isFalse();
    HeadlineArea same = area("<p>Ann</p><p>Ann:</p>");
    assertThat(same.tellsOf(same.below().get(0))).isFalse();
  }

  @Test
  void whatStandsBehindTheTitle() {
    assertThat(byElement("<h1 class=headline>A bridge falls By Jane Roe</h1>").behindTitle())
        .isEqualTo("By Jane Roe");
    assertThat(area("<p>other</p>").behindTitle()).isEmpty();
  }
}
