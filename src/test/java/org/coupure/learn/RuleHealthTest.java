package org.coupure.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.coupure.Clipper;
import org.coupure.article.Article;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleHealthTest {
  private static final String RULE =
      """
      # the courier's stories
      match: {hosts: courier.example}
      content:
        - .story-copy   # since 2024
      remove: .promo-box
      title: h1.headline
      expect: [content, title]
      """;
  private static final int PAGES = 6;

  private final Clipper generic = Clipper.builder().explain(true).build();

  @TempDir private Path folder;

  private Clipper ruled(String yaml) throws IOException {
    Files.writeString(folder.resolve("courier.yaml"), yaml);
    return Clipper.builder().rules(RuleBook.load(List.of(folder))).explain(true).build();
  }

  private RuleState state(SiteMaker site, String yaml) throws IOException {
    Clipper ruled = ruled(yaml);
    Rule rule = RuleBook.load(List.of(folder)).named("courier").orElseThrow();
    RuleHealth health = new RuleHealth();
    for (int i = 0; i < PAGES; i++) {
      health.add(rule, site.page(i), ruled.clip(site.page(i)), generic.clip(site.page(i)));
    }
    return health.states().get(0);
  }

  private static String text(Clipper clipper, SiteMaker site, int page) {
    Article article = Objects.requireNonNull(clipper.clip(site.page(page)).article());
    return article.text();
  }

  private void assertRepairs(SiteMaker broken, String repaired) throws IOException {
    String before = text(ruled(RULE), new SiteMaker("story-copy"), 9);

    assertThat(text(ruled(repaired), broken, 9)).isEqualTo(before);
    assertThat(state(broken, repaired).health()).isEqualTo(1);
  }

  @Test
  void livingRuleIsWell() throws IOException {
    RuleState state = state(new SiteMaker("story-copy"), RULE);

    assertThat(state.health()).isEqualTo(1);
    assertThat(state.selectors()).noneMatch(RuleState.SelectorState::isDead);
    assertThat(state.repair()).isEmpty();
  }

  @Test
  void renamedContainerIsFoundAgain() throws IOException {
    SiteMaker broken = new SiteMaker("news-body");

    RuleState state = state(broken, RULE);

    assertThat(state.misses()).isEqualTo(PAGES);
    assertThat(state.cause()).isEqualTo("rule courier: `content` found nothing");
    assertThat(state.lostPlace()).contains("news-body");
    String repaired = RulePatch.apply(RULE, state.repair());
    assertThat(repaired).isEqualTo(RULE.replace(".story-copy", ".news-body"));
    assertRepairs(broken, repaired);
  }

  @Test
  void halfTheBodyInAnotherContainerIsAdded() throws IOException {
    SiteMaker broken = new SiteMaker("story-copy").withHalfIn("story-more");

    RuleState state = state(broken, RULE);

    assertThat(state.health()).isZero();
    assertThat(state.misses()).isZero();
    assertThat(state.lostPlace()).contains("story-more");
    String repaired = RulePatch.apply(RULE, state.repair());
    assertThat(repaired).contains("  - .story-copy   # since 2024\n  - .story-more");
    assertRepairs(broken, repaired);
  }

  @Test
  void deadTitleIsReplacedInItsLine() throws IOException {
    String yaml = RULE.replace("h1.headline", "h2.old-title");

    RuleState state = state(new SiteMaker("story-copy"), yaml);

    assertThat(RulePatch.apply(yaml, state.repair())).isEqualTo(RULE);
  }
}
