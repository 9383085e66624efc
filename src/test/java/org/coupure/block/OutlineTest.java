package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
  private static final Pattern WORD = Pattern.compile("w\\d+\\.");

  /** Returns {@code name first-end} for every element with a range. */
  private static List<String> ranges(String html) {
    Outline outline = Cut.page(html).outline();
    List<String> ranges = new ArrayList<>();
    for (int row = 1; row < outline.size(); row++) {
      ranges.add(
          outline.element(row).normalName()
              + " "
              + outline.firstBlock(row)
              + "-"
              + outline.endBlock(row));
    }
    return ranges;
  }

  private static final String LINE =
      "Le conseil a voté le budget mardi soir, après quatre heures de débat et un vote serré.....";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>a<p>b | p 0-1, p 1-2",
        "<div>a<p>b</p>c</div> | div 0-3, p 1-2",
        "<p>a <b>b</b> c<i></i></p> | p 0-1, b 0-1, i 0-0",
        "a<span><p>b</p></span>c | span 1-2, p 1-2",
        "<span>a<p>b</p></span>c | span 0-2, p 1-2",
        "<span><p>a</p>b</span>c | span 0-2, p 0-1",
        "<p>a</p><span> </span><p>b</p> | p 0-1, span 1-1, p 1-2",
        "a<p></p>b | p 1-1",
        "<b>a<br><br>b</b> | b 0-2, br 0-0, br 1-1",
      })
  void rangesHoldTheBlocksWithTextInside(String html, String expected) {
    assertThat(String.join(", ", ranges(html))).isEqualTo(expected);
  }

  @Test
  void linesThatBecomeBlocksAreInTheirElements() {
    assertThat(ranges("<div><span>" + LINE + "<br>" + LINE + "<br>" + LINE + "</span></div>"))
        .startsWith("div 0-3", "span 0-3");
    assertThat(ranges("<p>" + LINE + "<br><b>" + LINE + "</b><br><i>" + LINE + "</i>" + LINE))
        .containsExactly("p 0-3", "br 0-0", "b 1-2", "br 0-0", "i 2-3");
    assertThat(ranges("<i><p>x</p>" + LINE + "<br>" + LINE + "</i><b>x</b>"))
        .containsExactly("i 0-3", "p 0-1", "br 1-1", "b 2-3");
  }

  @Test
  void linesThatBecomeBlocksKnowTheirElement() {
    List<Block> list = Cut.page("<p>" + LINE + "<br><b>" + LINE + "</b><br>" + LINE).list();

    assertThat(list).extracting(b -> b.element().normalName()).containsExactly("p", "b", "p");
  }

  @Test
  void rangesAreExactOnRandomPages() {
    for (int seed = 0; seed < 200; seed++) {
      String html = RandomPage.html(seed);
      Blocks blocks = Cut.page(html);
      for (int row = 0; row < blocks.outline().size(); row++) {
        checkRange(blocks, row, "seed " + seed + ": " + html);
      }
    }
  }

  private static void checkRange(Blocks blocks, int row, String page) {
    Outline outline = blocks.outline();
    TreeSet<Integer> inRange = new TreeSet<>();
    for (int i = outline.firstBlock(row); i < outline.endBlock(row); i++) {
      inRange.add(i);
    }
    TreeSet<Integer> withText = new TreeSet<>();
    Matcher word = WORD.matcher(outline.element(row).wholeText());
    while (word.find()) {
      for (Block block : blocks.list()) {
        if (block.text().contains(word.group())) {
          withText.add(block.index());
        }
      }
    }
    assertThat(inRange).as("row %d in %s", row, page).isEqualTo(withText);
  }

  @Test
  void noTextIsLostOrDoubledOnRandomPages() {
    for (int seed = 400; seed < 800; seed++) {
      String html = RandomPage.html(seed);
      List<String> inPage = words(html);

      assertThat(words(String.join(" ", Cut.texts(html)))).as(html).isEqualTo(inPage);
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(r -> r.group()).sorted().toList();
  }

  @Test
  void blocksLieInTheirBoxes() {
    for (int seed = 800; seed < 1_000; seed++) {
      Blocks blocks = Cut.page(RandomPage.html(seed));
      Outline outline = blocks.outline();
      for (Block block : blocks.list()) {
        assertThat(outline.element(block.row())).isSameAs(block.element());
        assertThat(outline.element(block.boxRow())).isSameAs(block.box());
        assertThat(isWithin(block.element(), block.box())).isTrue();
        assertThat(block.index())
            .isBetween(outline.firstBlock(block.row()), outline.endBlock(block.row()) - 1);
        assertThat(block.text()).isNotBlank();
        assertThat(block.linkDensity()).isBetween(0.0, 1.0);
        assertThat(block.ink().boldChars()).isBetween(0, block.text().length());
      }
    }
  }

  private static boolean isWithin(Element inner, Element outer) {
    return inner == outer || inner.parents().contains(outer);
  }

  @Test
  void parentsAndDepthsFollowTheTree() {
    Outline outline = Cut.page("<div><p>a<b>b</b></p></div><ul><li>c</ul>").outline();

    for (int row = 1; row < outline.size(); row++) {
      assertThat(outline.element(outline.parent(row))).isSameAs(outline.element(row).parent());
      assertThat(outline.depth(row)).isEqualTo(outline.depth(outline.parent(row)) + 1);
      assertThat(outline.tag(row)).isEqualTo(Tags.number(outline.element(row).normalName()));
    }
    assertThat(outline.parent(0)).isEqualTo(-1);
  }

  @Test
  void elementsWithoutTextAreListedWhereTheyStand() {
    Outline outline = Cut.page("<p>a<svg></svg></p><meta name=x><p>b</p><input>").outline();

    List<String> skipped = new ArrayList<>();
    for (Outline.Skipped each : outline.skipped()) {
      skipped.add(each.element().normalName() + " " + each.parent() + " " + each.next());
    }

    assertThat(skipped).containsExactly("svg 1 2", "meta 0 2", "input 0 3");
  }

  @Test
  void attributesSayWhatIsHiddenAndWhoWrote() {
    Outline outline =
        Cut.page(
                "<p hidden>a<p style='color:red;display: none'>b<p><a rel='nofollow author'>c</a>"
                    + "<p class=x id=y>d")
            .outline();

    assertThat(outline.isConcealed(1)).isTrue();
    assertThat(outline.isConcealed(2)).isTrue();
    assertThat(outline.isConcealed(3)).isFalse();
    assertThat(outline.isByAuthor(3)).isFalse();
    assertThat(outline.isByAuthor(4)).isTrue();
    assertThat(outline.isConcealed(5)).isFalse();
    assertThat(outline.id(5)).isEqualTo("y");
  }

  @Test
  void pathsAreKnownByClassIdAndLabel() {
    Outline outline =
        Cut.page(
                "<nav class=BreadCrumbs>a</nav><nav id=crumb>b</nav><nav aria-label='Breadcrumb'>c"
                    + "</nav><nav aria-label=Menu class=main>d</nav>")
            .outline();

    assertThat(outline.isTrail(1)).isTrue();
    assertThat(outline.isTrail(2)).isTrue();
    assertThat(outline.isTrail(3)).isTrue();
    assertThat(outline.isTrail(4)).isFalse();
  }

  @Test
  void labelsHaveNumbersAndTheSameIdMayComeTwice() {
    Outline outline = Cut.page("<p id=a role=b>1<p id=a itemprop=c>2<p>3").outline();

    assertThat(outline.id(1)).isEqualTo("a");
    assertThat(outline.id(2)).isEqualTo("a");
    assertThat(outline.role(1)).isEqualTo("b");
    assertThat(outline.property(2)).isEqualTo("c");
    assertThat(outline.idNumber(3)).isZero();
    assertThat(outline.labelNames().has("a")).isTrue();
    assertThat(outline.labelNames().has("d")).isFalse();
  }
}
