package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ConsentBoxesTest {
  private static List<String> held(String body) {
    Blocks blocks = HtmlSegmenter.segment(Jsoup.parse(body));
    ConsentBoxes boxes = new ConsentBoxes(blocks.outline());
    return blocks.list().stream().filter(boxes::hold).map(Block::text).toList();
  }

  @Test
  void boxesAreKnownByClassAndId() {
    String body =
        "<p>One<div class='cookie-bar'><p>Two<div><p>Three</div></div>"
            + "<div id=onetrust><p>Four</div><div class=recipe><p>Five</div>";

    assertThat(held(body)).containsExactly("Two", "Three", "Four");
  }

  @Test
  void blockThatIsABoxItselfIsHeld() {
    assertThat(held("<p class=gdpr>One<p>Two")).containsExactly("One");
  }

  @Test
  void bodyIsNamedAfterWhatHangsOverIt() {
    assertThat(held("<body class='cookie-open'><p>One")).isEmpty();
  }

  @Test
  void blocksAfterABoxAreNotHeld() {
    assertThat(held("<div><div class=consent><p>One</div><p>Two</div><p>Three"))
        .containsExactly("One");
  }
}
