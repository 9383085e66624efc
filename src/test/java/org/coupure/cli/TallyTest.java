package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Provenance;
import org.coupure.article.Quality;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {
  @Test
  void saysWhatBecameOfThePages() {
    Tally tally = new Tally();
    for (int i = 0; i < 1450; i++) {
      tally.add(Clips.clipped("a", "text"));
    }
    tally.add(Clips.empty("b"));
    tally.add(Clips.failed("c"));

    assertThat(tally.summary(Duration.ofMillis(12_340)))
        .isEqualTo("1,452 pages: 1,450 clipped, 1 empty, 1 failed; 12.3 s");
  }

  private static Clip ruled(String rule, String... flags) {
    Article article =
        Article.builder("id", new Provenance("a", null, null, rule, "1"))
            .quality(new Quality(0.9, 1, "generic", List.of(flags)))
            .build();
    return new Clip("a", Outcome.RULE_MISS, Reason.EXPECTATION, "missed", article);
  }

  @Test
  void countsWhatEachRuleMissed() {
    Tally tally = new Tally();
    tally.add(ruled("good.example"));
    tally.add(ruled("b.example", "rule-miss"));
    for (int i = 0; i < 1200; i++) {
      tally.add(ruled("a.example", "rule-miss"));
      tally.add(ruled("a.example"));
    }
    tally.add(ruled("a.example", "rule-beaten"));

    assertThat(tally.ruleLines())
        .containsExactly(
            "rule a.example: missed on 1,200 of 2,401 pages, beaten by the generic path on 1 of"
                + " 2,401 pages",
            "rule b.example: missed on 1 of 1 page");
  }

  @Test
  void namesEachMistakeOnce() {
    Tally tally = new Tally();
    for (int i = 0; i < 24; i++) {
      Clip clip = ruled("r.example", "rule-miss");
      String detail = "mistake " + i / 2;
      tally.add(new Clip("a", clip.outcome(), Reason.RULE_MISTAKE, detail, clip.article()));
    }

    assertThat(tally.ruleLines())
        .hasSize(12)
        .startsWith("rule r.example: missed on 24 of 24 pages", "mistake 0", "mistake 1")
        .endsWith("mistake 9", "and mistakes in 2 more rules");
  }

  @Test
  void namesTheWorstRulesOnly() {
    Tally tally = new Tally();
    for (int i = 0; i < 12; i++) {
      tally.add(ruled(i + ".example", "rule-miss"));
    }

    assertThat(tally.ruleLines()).hasSize(11).last().isEqualTo("and 2 more rules");
  }

  @Test
  void saysThatThereWasNothing() {
    assertThat(new Tally().summary(Duration.ZERO)).isEqualTo("no pages found");
  }

  @ParameterizedTest
  @CsvSource({"40, 0.0 s", "50, 0.1 s", "59900, 59.9 s", "61000, 1 min 1 s", "7380000, 2 h 3 min"})
  void saysTheTimeAsPeopleDo(long millis, String expected) {
    Tally tally = new Tally();
    tally.add(Clips.clipped("a", "text"));

    assertThat(tally.summary(Duration.ofMillis(millis)))
        .isEqualTo("1 page: 1 clipped; " + expected);
  }

  @ParameterizedTest
  @CsvSource({"0, '0'", "999, '999'", "1000, '1,000'", "1234567, '1,234,567'"})
  void groupsThousands(long number, String expected) {
    assertThat(Tally.grouped(number)).isEqualTo(expected);
  }
}
