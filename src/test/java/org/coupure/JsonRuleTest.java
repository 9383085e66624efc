package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.coupure.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRuleTest {
  private static final String TEASER =
      "<p>The council of the valley decided on Monday evening, after a debate of three hours, to"
          + " build the old stone bridge anew in the coming spring.</p>";
  private static final String MORE =
      "<p>Shopkeepers on the far bank had asked for a ferry in the meantime, and a mason from the"
          + " next valley offered to look at the pillars before the winter.</p>";
  private static final String STATE =
      "<script>window.__INITIAL_STATE__ = {story: {\"title\": \"The bridge\","
          + "\"body\": \""
          + TEASER
          + MORE
          + "\"}}; start();</script>";

  @TempDir private Path folder;

  private Clip clip(String rule, String body) throws IOException {
    Files.writeString(folder.resolve("valley.yaml"), "match: {hosts: valley.example}\n" + rule);
    Clipper clipper = Clipper.builder().rules(RuleBook.load(List.of(folder))).build();
    byte[] bytes = ("<!doctype html><html lang=en><h1>Valley</h1>" + body).getBytes(UTF_8);
    return clipper.clip(Page.builder("page.html", bytes).url("https://valley.example/a").build());
  }

  @Test
  void contentAndFieldsComeFromTheStateOfThePage() throws IOException {
    Clip clip =
        clip(
            "content: {json: $.story.body}\ntitle: {json: $.story.title}\n",
            "<div class=story>" + TEASER + "</div>" + STATE);

    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
    assertThat(clip.article().headline().title()).isEqualTo("The bridge");
    assertThat(clip.article().body()).hasSize(2);
    assertThat(clip.article().text()).contains("stone bridge", "offered to look");
    assertThat(clip.article().quality().path()).isEqualTo("rule");
  }

  @Test
  void elementsCountWhereThePathLeadsNowhere() throws IOException {
    Clip clip =
        clip(
            "content: ['json:$.gone.body', .story]\nstrict: true\n",
            "<div class=story>" + TEASER + MORE + "</div>" + STATE);

    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
    assertThat(clip.article().text()).contains("stone bridge", "offered to look");
  }

  @Test
  void markOfANativeAdvertMakesThePageNoArticle() throws IOException {
    String rule = "content: .story\nnot-article: [.sponsored, {text: Advertisement feature}]\n";
    String story = "<div class=story>" + TEASER + MORE + "</div>";

    Clip clip = clip(rule, "<p class=sponsored>Paid for by the mill</p>" + story);

    assertThat(clip.outcome()).isEqualTo(Outcome.EMPTY);
    assertThat(clip.reason()).isEqualTo(Reason.NOT_ARTICLE);
    assertThat(clip.detail())
        .isEqualTo("rule valley says that the page is no article (valley.yaml:3 .sponsored)");
    assertThat(clip.article().text()).isEmpty();
    assertThat(clip(rule, "<p>Advertisement feature</p>" + story).reason())
        .isEqualTo(Reason.NOT_ARTICLE);
    assertThat(clip(rule, story).outcome()).isEqualTo(Outcome.CLIPPED);
  }

  @Test
  void containersComeInTheOrderOfTheRuleIfItSaysSo() throws IOException {
    String rule = "content: [.second, .first]\nstrict: true\n";
    String page = "<div class=first>" + TEASER + "</div><div class=second>" + MORE + "</div>";

    assertThat(clip(rule, page).article().text()).startsWith("The council");
    assertThat(clip(rule + "content-order: rule\n", page).article().text())
        .startsWith("Shopkeepers");
  }
}
