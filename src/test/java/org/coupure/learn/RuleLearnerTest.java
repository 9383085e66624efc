package org.coupure.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.coupure.Clipper;
import org.coupure.article.Article;
import org.coupure.page.Page;
import org.coupure.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleLearnerTest {
  private final Clipper generic = Clipper.builder().explain(true).build();

  @TempDir private Path folder;

  private LearnedRule learned(SiteMaker site, int pages) {
    RuleLearner learner = new RuleLearner();
    for (int i = 0; i < pages; i++) {
      learner.add(generic.read(site.page(i)), generic.clip(site.page(i)));
    }
    return learner.learn("courier");
  }

  private Clipper ruled(LearnedRule lesson) throws IOException {
    Files.writeString(folder.resolve("courier.yaml"), Objects.requireNonNull(lesson.yaml()));
    return Clipper.builder().rules(RuleBook.load(List.of(folder))).build();
  }

  private static String text(Clipper clipper, Page page) {
    return Objects.requireNonNull(clipper.clip(page).article()).text();
  }

  private static int wrong(Clipper clipper, SiteMaker site, int from, int to) {
    int wrong = 0;
    for (int i = from; i < to; i++) {
      Article article = Objects.requireNonNull(clipper.clip(site.page(i)).article());
      for (int at = 0; at < 6 + i % 3; at++) {
        wrong += article.text().contains(SiteMaker.paragraph(i, at)) ? 0 : 1;
      }
      wrong += article.text().contains("newsletter") ? 1 : 0;
      wrong += article.text().contains("News of the") ? 1 : 0;
    }
    return wrong;
  }

  @Test
  void containerIsTheRulesContent() {
    assertThat(learned(new SiteMaker("story-copy"), 6).yaml())
        .startsWith("# Learned from 6 pages.\n")
        .contains("match:\n  hosts: courier.example\ncontent:\n  - .story-copy\n")
        .contains("title: h1.headline\n")
        .contains("expect: [content, title]\n");
  }

  @Test
  void furnitureInsideIsRemoved() {
    assertThat(learned(new SiteMaker("story-copy"), 6).yaml())
        .contains("remove:\n  - .promo-box\n");
  }

  @Test
  void placesWhereAllIsTextAreKept() {
    assertThat(learned(new SiteMaker("story-copy"), 6).yaml())
        .contains("keep:  # nearly all that stands there is text\n  - .story-copy > p\n");
  }

  @Test
  void lineThatLooksLikeFurnitureIsKeptWhereAllIsText() throws IOException {
    SiteMaker site = new SiteMaker("story-copy");
    Page page = site.with(9, "<p><a href=/plans>Plans of the market</a></p>");

    String before = text(generic, page);
    String after = text(ruled(learned(site, 6)), page);

    assertThat(before).doesNotContain("fax 555");
    assertThat(after).contains("Plans of");
  }

  @Test
  void nameOfOnePageIsNotLearned() {
    RuleLearner learner = new RuleLearner();
    for (int i = 0; i < 6; i++) {
      Page page = new SiteMaker("story-" + "abcdef".charAt(i) + "bout").page(i);
      learner.add(generic.read(page), generic.clip(page));
    }

    assertThat(learner.learn("courier").yaml()).doesNotContain("story-");
  }

  @Test
  void learnedRuleIsNoWorseOnPagesItHasNotSeen() throws IOException {
    SiteMaker site = new SiteMaker("story-copy");

    Clipper ruled = ruled(learned(site, 6));

    assertThat(ruled.clip(site.page(9)).article().provenance().rule()).isEqualTo("courier");
    assertThat(wrong(ruled, site, 6, 12)).isLessThanOrEqualTo(wrong(generic, site, 6, 12));
  }

  @Test
  void twoLayoutsGiveTwoContainers() throws IOException {
    SiteMaker site = new SiteMaker("story-copy").withTwoLayouts();

    LearnedRule lesson = learned(site, 8);

    assertThat(lesson.yaml()).contains("\n  - .story-copy\n").contains("\n  - .longread-copy\n");
    assertThat(wrong(ruled(lesson), site, 8, 12)).isLessThanOrEqualTo(wrong(generic, site, 8, 12));
  }

  @Test
  void namesOfMachinesAreNotLearned() {
    assertThat(learned(new SiteMaker("css-1x2y3z"), 6).yaml())
        .doesNotContain("css-1x2y3z")
        .contains("content:\n  - main\n");
  }

  private LearnedRule repaired(SiteMaker site, String yaml) throws IOException {
    Files.writeString(folder.resolve("courier.yaml"), yaml);
    RuleLearner learner = new RuleLearner();
    for (int i = 0; i < 6; i++) {
      learner.add(generic.read(site.page(i)), generic.clip(site.page(i)));
    }
    return learner.repair(RuleBook.load(List.of(folder)).named("courier").orElseThrow(), yaml);
  }

  @Test
  void repairKeepsWhatStillFindsSomething() throws IOException {
    String yaml =
        "match: {hosts: courier.example}\n# the story\ncontent: .story-copy\ntitle: h1.headline\n";

    LearnedRule lesson = repaired(new SiteMaker("news-body"), yaml);

    assertThat(lesson.yaml()).isEqualTo(yaml.replace(".story-copy", ".news-body"));
    assertThat(lesson.reason()).isEqualTo("content .story-copy becomes .news-body");
    assertThat(lesson.pages()).isEqualTo(6);
  }

  @Test
  void ruleThatIsWellIsNotRepaired() throws IOException {
    String yaml = "match: {hosts: courier.example}\ncontent: .story-copy\n";

    LearnedRule lesson = repaired(new SiteMaker("story-copy"), yaml);

    assertThat(lesson.yaml()).isNull();
    assertThat(lesson.reason())
        .isEqualTo("the rule holds nearly all of the text; nothing is to repair");
  }

  @Test
  void twoPagesTeachNoRule() {
    assertThat(learned(new SiteMaker("story-copy"), 2).reason())
        .isEqualTo("a rule wants at least 3 pages of one site that have text; there are 2");
  }

  private static Page unaddressed(SiteMaker site) {
    return Page.builder("a.html", site.page(0).bytes()).build();
  }

  @Test
  void pageWithoutUrlBelongsToNoSite() {
    Page page = unaddressed(new SiteMaker("story-copy"));
    RuleLearner learner = new RuleLearner();

    learner.add(generic.read(page), generic.clip(page));

    assertThat(learner.learn("a").reason())
        .isEqualTo(
            "a rule wants at least 3 pages of one site that have text; there are 0, and 1 without a"
                + " URL, which a --manifest can give");
  }

  private LearnedRule drafted(Page... pages) {
    RuleLearner learner = new RuleLearner();
    for (Page page : pages) {
      learner.add(generic.read(page), generic.clip(page));
    }
    return learner.draft("courier");
  }

  @Test
  void onePageGivesADraft() throws IOException {
    SiteMaker site = new SiteMaker("story-copy");

    LearnedRule draft = drafted(site.page(0));

    assertThat(draft.yaml())
        .startsWith("# Drafted from 1 page; look at it, then try it:\n")
        .contains("match:\n  hosts: courier.example\ncontent:\n  - .story-copy\n")
        .contains("remove:\n  - .promo-box\n", "title: h1.headline\n");
    assertThat(draft.tests()).hasSize(1);
    assertThat(text(ruled(draft), site.page(1))).isEqualTo(text(generic, site.page(1)));
  }

  @Test
  void draftFromPagesWithoutUrlAsksForTheHost() {
    assertThat(drafted(unaddressed(new SiteMaker("story-copy"))).yaml())
        .contains("  hosts: example.org  # no page has a URL; write the site's here\n");
  }

  @Test
  void namesOfMachinesAreNotDrafted() {
    String html =
        "<!doctype html><title>Roof</title><div class=sc-bdVaJa><h1 class=sc-htoDjs>Roof</h1>"
            + ("<p class=sc-gZMcBi>" + SiteMaker.paragraph(1, 2)).repeat(6)
            + "<div class=sc-dnqmqq>Subscribe to our newsletter</div></div>";
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);

    LearnedRule draft = drafted(Page.builder("a", bytes).url("https://a.example/1").build());

    assertThat(draft.yaml())
        .contains("# doubtful: the pages do not agree where the text stands: no element with a")
        .contains("title: h1\n", "expect: [title]\n")
        .doesNotContain("sc-");
  }

  @Test
  void savedPageBelongsToTheSiteThatItStates() {
    String html =
        "<link rel=canonical href=https://press.example/a><h1>A bridge</h1>"
            + "<p>The council met on Tuesday to speak about the bridge over the river.".repeat(9);
    Page page = Page.builder("a.html", html.getBytes(StandardCharsets.UTF_8)).build();

    assertThat(new RuleLearner().add(generic.read(page), generic.clip(page))).isTrue();
  }

  @Test
  void ruleHoldsForSavedPagesThatStateTheirSite() throws IOException {
    SiteMaker site = new SiteMaker("story-copy");
    Clipper clipper = ruled(learned(site, 6));
    String html = new String(site.page(7).bytes(), StandardCharsets.UTF_8);
    String stated = "<link rel=canonical href=" + site.page(7).url() + ">" + html;
    Page page = Page.builder("a.html", stated.getBytes(StandardCharsets.UTF_8)).build();

    Article article = Objects.requireNonNull(clipper.clip(page).article());

    assertThat(article.provenance().rule()).isEqualTo("courier");
  }
}
