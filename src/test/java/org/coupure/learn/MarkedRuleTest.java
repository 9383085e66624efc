package org.coupure.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.block.Block;
import org.coupure.learn.MarkedRule.Mark;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;

class MarkedRuleTest {
  private static final String TEXT =
      "<p>The council of the valley met in the old school and spoke about the bridge, which the"
          + " flood had taken away in the spring of the year before.</p>";

  private final Clipper clipper = Clipper.builder().explain(true).build();

  private ParsedPage page(String inside) {
    String html =
        "<html><title>A story</title><article><h1 class=story-title>A story</h1>"
            + "<div class=story-text>"
            + TEXT.repeat(2)
            + inside
            + TEXT
            + "</div></article></html>";
    return clipper.read(
        Page.builder("a.html", html.getBytes(StandardCharsets.UTF_8))
            .url("https://www.valley.example/a")
            .build());
  }

  private String rule(ParsedPage page, String text, Mark mark) {
    Block block =
        page.blocks().list().stream().filter(b -> b.text().startsWith(text)).findFirst().get();
    MarkedRule rule = MarkedRule.of(page, clipper.clip(page), Map.of(block.index(), mark));
    return String.valueOf(rule.write("valley").yaml());
  }

  @Test
  void namesTheBoxThatHoldsOnlyWhatWasMarked() {
    ParsedPage page = page("<div class=fact-box><p>The paper is made by eleven people.</p></div>");

    assertThat(rule(page, "The paper", Mark.JUNK))
        .contains("hosts: valley.example", "remove:\n  - .fact-box > p")
        .contains("page: tests/valley-1.html", "lacks: The paper is made by eleven people.");
  }

  @Test
  void writesTheTextWhereNoNameTellsTheBlockFromOthers() {
    ParsedPage page = page("<p>Read more of this in our weekly paper for the whole valley.</p>");

    assertThat(rule(page, "Read more", Mark.JUNK))
        .contains("- text: Read more of this in our weekly paper for the whole valley.");
  }

  @Test
  void takesTheNameOfTheMarkedFieldsElement() {
    assertThat(rule(page(""), "A story", Mark.TITLE))
        .contains("title: h1.story-title", "expect: [title]", "title: A story");
  }

  @Test
  void marksMustBeOfThePage() {
    ParsedPage page = page("");

    assertThatThrownBy(() -> MarkedRule.of(page, clipper.clip(page), Map.of(99, Mark.JUNK)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the page has no block 99");
  }
}
