package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;

class TeaserTest {
  private static String paragraph(int number) {
    return "Sentence number "
        + number
        + " tells how the council of the valley decided, after a debate of three long hours on"
        + " Monday evening, to build the old stone bridge over the river anew; the mayor said that"
        + " the work would begin in spring and that nobody should have to take the long way round.";
  }

  private static List<String> flags(int shown, int stated) {
    StringBuilder html = new StringBuilder("<!doctype html><html lang=en><title>Bridge</title>");
    StringBuilder body = new StringBuilder();
    html.append("<h1>Bridge to be rebuilt</h1><article>");
    for (int i = 0; i < Math.max(shown, stated); i++) {
      html.append(i < shown ? "<p>" + paragraph(i) + "</p>" : "");
      body.append(i < stated ? paragraph(i) + " " : "");
    }
    html.append("</article><script type=application/ld+json>{\"@type\":\"NewsArticle\",");
    html.append("\"articleBody\":\"").append(body).append("\"}</script>");
    byte[] bytes = html.toString().getBytes(UTF_8);
    return Clipper.create().clip(Page.builder("p.html", bytes).build()).article().quality().flags();
  }

  @Test
  void pageThatShowsTheBeginningOfItsStatedBodyIsFlagged() {
    assertThat(flags(4, 12)).contains("teaser");
  }

  @Test
  void pageThatShowsAllOfItIsNot() {
    assertThat(flags(12, 12)).doesNotContain("teaser");
    assertThat(flags(10, 12)).doesNotContain("teaser");
  }
}
