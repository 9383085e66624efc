package org.coupure.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.page.Page;
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
      ParsedPage page = ruled.read(site.page(i));
      health.add(rule, page, ruled.clip(page), generic.clip(page));
    }
    return health.states().get(0);
  }

  private static String text(Clipper clipper, SiteMaker site, int page) {
    Article article = Objects.requireNonNull(clipper.clip(site.page(page)).article());
    return article.text();
  }

  private void assertAnswered(SiteMaker broken, String flag) throws IOException {
    Clip clip = ruled(RULE).clip(broken.page(9));
    Article article = Objects.requireNonNull(clip.article());

    assertThat(clip.outcome()).isEqualTo(Outcome.RULE_MISS);
    assertThat(article.quality().path()).isEqualTo("generic");
    assertThat(article.quality().flags()).contains(flag);
    assertThat(article.provenance().rule()).isEqualTo("courier");
    assertThat(article.text()).isEqualTo(text(generic, broken, 9));
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
    assertThat(state.rates().selectors()).noneMatch(RuleState.SelectorState::isDead);
    assertThat(state.repair()).isEmpty();
  }

  @Test
  void ruleThatTakesParagraphsAwayMakesTextsWorse() throws IOException {
    String yaml = RULE.replace(".promo-box", "[p:nth-of-type(2), p:nth-of-type(3)]");

    RuleState.Effect effect = state(new SiteMaker("story-copy"), yaml).effect();

    assertThat(effect.kind()).isEqualTo(RuleState.Effect.Kind.WORSE);
    assertThat(effect.worse()).isEqualTo(PAGES);
    assertThat(effect.told())
        .matches("worse than without it \\(-0\\.\\d{3}; 0 pages better, 6 worse\\)");
  }

  @Test
  void ruleThatChangesNothingIsTheSame() throws IOException {
    RuleState.Effect effect = state(new SiteMaker("story-copy"), RULE).effect();

    assertThat(effect.kind()).isEqualTo(RuleState.Effect.Kind.SAME);
    assertThat(effect.told()).startsWith("the same as without it (");
  }

  @Test
  void renamedContainerIsFoundAgain() throws IOException {
    SiteMaker broken = new SiteMaker("news-body");

    RuleState state = state(broken, RULE);

    assertThat(state.counts().misses()).isEqualTo(PAGES);
    assertThat(state.complaint().cause()).isEqualTo("rule courier: `content` found nothing");
    assertThat(state.complaint().lostPlace()).contains("news-body");
    String repaired = RulePatch.apply(RULE, state.repair());
    assertThat(repaired).isEqualTo(RULE.replace(".story-copy", ".news-body"));
    assertRepairs(broken, repaired);
  }

  @Test
  void halfTheBodyInAnotherContainerIsAdded() throws IOException {
    SiteMaker broken = new SiteMaker("story-copy").withHalfIn("story-more");

    RuleState state = state(broken, RULE);

    assertThat(state.health()).isZero();
    assertThat(state.counts().misses()).isZero();
    assertThat(state.counts().beaten()).isEqualTo(PAGES);
    assertThat(state.complaint().cause()).startsWith("rule courier: `content` holds ");
    assertThat(state.complaint().lostPlace()).contains("story-more");
    String repaired = RulePatch.apply(RULE, state.repair());
    assertThat(repaired).contains("  - .story-copy   # since 2024\n  - .story-more");
    assertRepairs(broken, repaired);
  }

  @Test
  void recordsOfBrokenRulesComeFromTheGenericPath() throws IOException {
    assertAnswered(new SiteMaker("news-body"), "rule-miss");
    assertAnswered(new SiteMaker("news-body").withAside("story-copy"), "rule-miss");
    assertAnswered(new SiteMaker("story-copy").withHalfIn("story-more"), "rule-beaten");
  }

  @Test
  void containerThatMovedIsFoundAgain() throws IOException {
    SiteMaker broken = new SiteMaker("news-body").withAside("story-copy");

    RuleState state = state(broken, RULE);

    assertThat(state.counts().misses()).isEqualTo(PAGES);
    assertThat(state.complaint().cause())
        .isEqualTo("rule courier: `content` holds 18 words, and 25 are expected");
    assertThat(state.complaint().lostPlace()).contains("news-body");
    assertRepairs(broken, RulePatch.apply(RULE, state.repair()));
  }

  @Test
  void boxesOfTheNewContainerTakeThePlaceOfDeadRemovals() throws IOException {
    String yaml = RULE.replace(".promo-box", ".old-box");

    RuleState state = state(new SiteMaker("news-body"), yaml);

    assertThat(RulePatch.apply(yaml, state.repair())).contains("\nremove: .promo-box\n");
  }

  @Test
  void deadRemovalStaysWhereTheContainerIsWell() throws IOException {
    String yaml = RULE.replace("remove: .promo-box", "remove: [.promo-box, .rare-box]");

    assertThat(state(new SiteMaker("story-copy"), yaml).repair()).isEmpty();
  }

  @Test
  void challengesAreNotTheRulesFault() throws IOException {
    Clipper ruled = ruled(RULE);
    Rule rule = RuleBook.load(List.of(folder)).named("courier").orElseThrow();
    RuleHealth health = new RuleHealth();
    for (int i = 0; i < PAGES; i++) {
      Page page = SiteMaker.challenge(i);
      health.add(rule, ruled.read(page), ruled.clip(page), generic.clip(page));
    }

    RuleState state = health.states().get(0);

    assertThat(ruled.clip(SiteMaker.challenge(9)).outcome()).isEqualTo(Outcome.BLOCKED);
    assertThat(state.counts()).isEqualTo(new RuleState.Counts(0, 0, 0, 0, PAGES));
    assertThat(state.complaint().cause()).startsWith("the page asks to prove to be a person");
    assertThat(state.health()).isZero();
    assertThat(state.repair()).isEmpty();
  }

  @Test
  void fieldsAreCounted() throws IOException {
    RuleState state = state(new SiteMaker("story-copy"), RULE);

    assertThat(state.rates().fields())
        .containsEntry("title", PAGES)
        .containsEntry("authors", 0)
        .containsEntry("published", 0);
  }

  @Test
  void deadTitleIsReplacedInItsLine() throws IOException {
    String yaml = RULE.replace("h1.headline", "h2.old-title");

    RuleState state = state(new SiteMaker("story-copy"), yaml);

    assertThat(RulePatch.apply(yaml, state.repair())).isEqualTo(RULE);
  }
}
