package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final Blocks BLOCKS =
      HtmlSegmenter.segment(
          Jsoup.parse(
              """
              <html class=all><body><div class=a><p>1</p><div class="b c"><p>2</p></div></div>
              <p>3 <a class=link>4</a></p><p><a class=link>5</a></p><svg class=c></svg>
              """));

  private static Coverage of(String... css) {
    PageDom page = new PageDom(BLOCKS.document(), BLOCKS.outline());
    List<Selector> selectors = new ArrayList<>();
    for (String one : css) {
      selectors.add(CssSelector.parse(one, one, false));
    }
    return Coverage.of(selectors, page);
  }

  private static List<String> over(Coverage coverage) {
    List<String> over = new ArrayList<>();
    for (Block block : BLOCKS.list()) {
      Coverage.Hit hit = coverage.over(block);
      over.add(hit == null ? "-" : hit.where());
    }
    return over;
  }

  @Test
  void theNearestMatchCounts() {
    assertThat(over(of(".a", ".b"))).containsExactly(".a", ".b", "-", "-");
    assertThat(over(of(".c", ".b"))).containsExactly("-", ".c", "-", "-");
  }

  @Test
  void whatIsAroundTheBodyCoversAll() {
    assertThat(over(of(".all", ".b"))).containsExactly(".all", ".b", ".all", ".all");
  }

  @Test
  void aLinkCoversABlockThatIsNothingElse() {
    assertThat(over(of(".link"))).containsExactly("-", "-", "-", ".link");
  }

  @Test
  void whatHoldsOtherMatchesIsLeftOut() {
    Coverage rest = of(".all", ".a", ".b", ".link").withoutThoseAround(of(".c"));

    assertThat(over(rest)).containsExactly("-", "-", "-", ".link");
  }

  @Test
  void aMatchWithoutTextIsAMatch() {
    assertThat(of("svg").isEmpty()).isFalse();
    assertThat(over(of("svg"))).containsOnly("-");
    assertThat(of(".none").isEmpty()).isTrue();
  }
}
