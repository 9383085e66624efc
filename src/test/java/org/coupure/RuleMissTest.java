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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live rule, and what becomes of the records when the site changes under it. */
class RuleMissTest {
  private static final String FIRST =
      "<p>The council voted on Tuesday night to rebuild the old stone bridge, which has been closed"
          + " to cars since the flood of last winter.</p><p>Work will begin in May and take two"
          + " years, said the member who is in charge of roads, and cost nine million.</p>";

  private static final String SECOND =
      "<p>Shopkeepers on the far bank had asked for a ferry in the meantime, and a mason from the"
          + " next valley offered to look at the pillars.</p><p>The regional government pays one"
          + " half of the cost, the town the other, over a period of twenty years.</p>"
          + "<p>A second vote, on the colour of the railing, was put off until after the summer"
          + " because nobody could agree on it.</p>";

  @TempDir private Path folder;
  private Clipper clipper;

  @BeforeEach
  void rule() throws IOException {
    Files.writeString(
        folder.resolve("valley.yaml"),
        """
        match: {hosts: valley.example}
        content: .story-text
        title: h1.headline
        authors: .signature
        expect: [content, title]
        """);
    clipper = Clipper.builder().rules(RuleBook.load(List.of(folder))).build();
  }

  private Clip clip(String html) {
    byte[] bytes = ("<!doctype html><html lang=en>" + html).getBytes(UTF_8);
    return clipper.clip(Page.builder("page.html", bytes).url("https://valley.example/a").build());
  }

  private static String page(String body) {
    return "<title>Bridge | Valley</title><nav><a href=/>Home</a> <a href=/s>Sport</a></nav>"
        + "<article><h1 class=headline>Bridge to be rebuilt</h1>"
        + "<div class=signature>By Ada Lane</div>"
        + body
        + "</article><footer><p>All rights reserved</p></footer>";
  }

  @Test
  void ruleThatHoldsGivesTheText() {
    Clip clip = clip(page("<div class=story-text>" + FIRST + SECOND + "</div>"));

    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
    assertThat(clip.article().quality().path()).isEqualTo("rule");
    assertThat(clip.article().quality().flags()).isEmpty();
    assertThat(clip.article().provenance().rule()).isEqualTo("valley");
    assertThat(clip.article().body()).hasSize(5);
  }

  @Test
  void renamedClassIsAMissAndTheGenericPathAnswers() {
    Clip clip = clip(page("<div class=post-body>" + FIRST + SECOND + "</div>"));

    assertThat(clip.outcome()).isEqualTo(Outcome.RULE_MISS);
    assertThat(clip.reason()).isEqualTo(Reason.EXPECTATION);
    assertThat(clip.detail()).isEqualTo("rule valley: `content` found nothing");
    assertThat(clip.hasText()).isTrue();
    assertThat(clip.article().text()).contains("stone bridge", "railing");
    assertThat(clip.article().byline().authors()).containsExactly("Ada Lane");
    assertThat(clip.article().quality().path()).isEqualTo("generic");
    assertThat(clip.article().quality().flags()).contains("rule-miss");
    assertThat(clip.article().provenance().rule()).isEqualTo("valley");
  }

  @Test
  void movedContainerIsAMiss() {
    Clip clip =
        clip(
            page("<div class=body>" + FIRST + SECOND + "</div>")
                + "<aside class=story-text><p>Most read: the pool opens</p></aside>");

    assertThat(clip.outcome()).isEqualTo(Outcome.RULE_MISS);
    assertThat(clip.detail())
        .isEqualTo("rule valley: `content` holds 5 words, and 25 are expected");
    assertThat(clip.article().text()).contains("stone bridge", "railing");
  }

  @Test
  void challengeServedAsAPageIsNotTheRulesFault() {
    Clip clip =
        clip(
            "<title>Just a moment</title><h1>Checking your browser</h1>"
                + "<p>Please enable JavaScript and cookies to continue.</p>");

    assertThat(clip.outcome()).isEqualTo(Outcome.BLOCKED);
    assertThat(clip.reason()).isEqualTo(Reason.CHALLENGE);
    assertThat(clip.article().quality().flags()).doesNotContain("rule-miss");
    assertThat(clip.article().provenance().rule()).isNull();
  }

  @Test
  void pageWithoutTextIsEmptyAndStillAMiss() {
    Clip clip = clip("<title>Bridge</title><nav><a href=/>Home</a></nav><video src=a></video>");

    assertThat(clip.outcome()).isEqualTo(Outcome.EMPTY);
    assertThat(clip.detail()).contains("rule valley: `content` found nothing");
    assertThat(clip.article().quality().flags()).containsExactly("rule-miss");
  }

  private static String halves(String between) {
    return page(
        "<div class=story-text>"
            + FIRST
            + "</div>"
            + between
            + "<div class=story-more>"
            + SECOND
            + "</div>");
  }

  @Test
  void halfOfTheBodyInAnotherContainerIsAMissAndTheGenericPathAnswers() {
    Clip clip = clip(halves(""));

    assertThat(clip.outcome()).isEqualTo(Outcome.RULE_MISS);
    assertThat(clip.reason()).isEqualTo(Reason.EXPECTATION);
    assertThat(clip.detail()).isEqualTo("rule valley: `content` holds 46 words of a text of 113");
    assertThat(clip.article().text()).contains("stone bridge", "railing");
    assertThat(clip.article().quality().path()).isEqualTo("generic");
    assertThat(clip.article().quality().flags()).containsExactly("rule-beaten", "rule-miss");
    assertThat(clip.article().provenance().rule()).isEqualTo("valley");
  }

  private static String lead() {
    return page(
        "<p class=lead>The council of the valley decided on Monday evening, after a debate of three"
            + " hours, to build the old bridge anew in the coming spring.</p><div class=story-text>"
            + FIRST
            + SECOND
            + "</div>");
  }

  @Test
  void leadBesideTheContentWidensARuleThatIsNotStrict() {
    Clip clip = clip(lead());

    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
    assertThat(clip.article().text()).contains("debate of three", "railing");
    assertThat(clip.article().quality().flags()).containsExactly("rule-widened");
    assertThat(clip.article().quality().path()).isEqualTo("rule");
  }

  @Test
  void strictRuleIsNotWidened() throws IOException {
    Files.writeString(
        folder.resolve("valley.yaml"),
        "match: {hosts: valley.example}\ncontent: .story-text\nstrict: true\n");
    clipper = Clipper.builder().rules(RuleBook.load(List.of(folder))).build();

    Clip clip = clip(lead());

    assertThat(clip.article().text()).contains("railing").doesNotContain("debate of three");
    assertThat(clip.article().quality().flags()).isEmpty();
  }

  @Test
  void whatTheRuleRemovesStaysAwayWhenTheGenericPathAnswers() throws IOException {
    Files.writeString(
        folder.resolve("valley.yaml"),
        "match: {hosts: valley.example}\ncontent: .story-text\nremove: .opinion\n");
    clipper = Clipper.builder().rules(RuleBook.load(List.of(folder))).build();

    Clip clip =
        clip(halves("<div class=opinion><p>The paper holds this vote for wrong.</p></div>"));

    assertThat(clip.article().quality().flags()).contains("rule-beaten");
    assertThat(clip.article().text()).contains("railing").doesNotContain("The paper holds");
  }

  @Test
  void ruleThatRemovesTheRestHasTheLastWord() throws IOException {
    Files.writeString(
        folder.resolve("valley.yaml"),
        "match: {hosts: valley.example}\ncontent: .story-text\nremove: .story-more\n");
    clipper = Clipper.builder().rules(RuleBook.load(List.of(folder))).build();

    Clip clip = clip(halves(""));

    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
    assertThat(clip.article().text()).doesNotContain("railing");
    assertThat(clip.article().quality().flags()).containsExactly("rule-beaten");
  }

  @Test
  void mistakeThatIsFoundLateIsAMissAndTheGenericPathAnswers() throws IOException {
    for (int i = 0; i < 200; i++) {
      String rule = "match: {hosts: n" + i + ".example}\ntitle: h1\n";
      Files.writeString(folder.resolve("n" + i + ".yaml"), rule);
    }
    Files.writeString(
        folder.resolve("valley.yaml"),
        "match: {hosts: valley.example}\ncontent: .opinion\nremove: div[class=\n");
    clipper = Clipper.builder().rules(RuleBook.open(List.of(folder))).build();

    Clip clip = clip(page("<div class=story-text>" + FIRST + SECOND + "</div>"));

    assertThat(clip.outcome()).isEqualTo(Outcome.RULE_MISS);
    assertThat(clip.reason()).isEqualTo(Reason.RULE_MISTAKE);
    assertThat(clip.detail())
        .isEqualTo(
            "rule valley: has a mistake, so that nothing of it counts: valley.yaml:3:9: remove: bad"
                + " selector 'div[class=': Did not find balanced marker at 'class='");
    assertThat(clip.article().text()).contains("stone bridge", "railing");
    assertThat(clip.article().quality().path()).isEqualTo("generic");
    assertThat(clip.article().quality().flags()).containsExactly("rule-miss");
    assertThat(clip.article().provenance().rule()).isEqualTo("valley");
  }
}
