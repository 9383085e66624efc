package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.coupure.article.Clip;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.page.Page;
import org.coupure.verdict.BlockVerdicts;
import org.coupure.verdict.Judge;
import org.junit.jupiter.api.Test;

class OwnJudgesTest {
  private static final String LONG =
      "The council of the town decided on Monday evening that the old bridge over the river will be"
          + " closed for two years, because its pillars are damaged, and that a ferry will run.";

  @Test
  void aJudgeDropsWhatTheModelKeeps() {
    Clipper clipper = Clipper.builder().judge(starting("+++")).build();

    assertThat(text(clipper, "https://a.example/1")).contains("The council").doesNotContain("+++");
    assertThat(text(Clipper.create(), "https://a.example/1")).contains("+++ In other news");
  }

  @Test
  void aJudgeIsAskedAboutItsPagesOnly() {
    Clipper clipper =
        Clipper.builder()
            .judge(page -> "https://a.example/1".equals(page.url()), starting("+++"))
            .build();

    assertThat(text(clipper, "https://b.example/1")).contains("+++ In other news");
  }

  @Test
  void theFirstJudgeThatSpeaksWinsAndIsNamed() {
    Judge keeping =
        verdicts ->
            each(verdicts, "+++", i -> verdicts.keep(i, PassageKind.QUOTE, Decider.RULE, "mine"));
    Clipper clipper = Clipper.builder().judge(keeping).judge(starting("+++")).explain(true).build();

    assertThat(clip(clipper, "https://a.example/1").article().explanation().blocks())
        .filteredOn(block -> block.text().startsWith("+++"))
        .allSatisfy(
            block -> {
              assertThat(block.verdict().keptAs()).isEqualTo(PassageKind.QUOTE);
              assertThat(block.verdict().decider()).isEqualTo(Decider.RULE);
            })
        .isNotEmpty();
  }

  private static Judge starting(String with) {
    return verdicts -> each(verdicts, with, i -> verdicts.drop(i, Decider.RULE, "ticker"));
  }

  private static void each(BlockVerdicts verdicts, String with, IntConsumer act) {
    for (Block block : verdicts.blocks().list()) {
      if (block.text().startsWith(with)) {
        act.accept(block.index());
      }
    }
  }

  private static String text(Clipper clipper, String url) {
    return clip(clipper, url).article().text();
  }

  private static Clip clip(Clipper clipper, String url) {
    String html =
        "<title>Bridge</title><article><h1>Bridge</h1><p>"
            + LONG
            + "</p><p>"
            + LONG.replace("Monday", "Tuesday")
            + "</p><p>+++ In other news, "
            + LONG.replace("bridge", "tower")
            + "</p><p>"
            + LONG.replace("Monday", "Friday")
            + "</p></article>";
    return clipper.clip(
        Page.builder("a.html", html.getBytes(StandardCharsets.UTF_8)).url(url).build());
  }
}
