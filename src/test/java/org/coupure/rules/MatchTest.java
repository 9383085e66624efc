package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pages a rule is for, by URL, language and day; and what it extends. */
class MatchTest {
  private static final String PAGE = "<html lang=pt-BR><body><p class=lead>Text</p>";

  @TempDir private Path folder;
  @TempDir private Path other;

  private void rule(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), yaml);
  }

  private List<String> matched(String url) throws IOException {
    return matched(url, null);
  }

  private List<String> matched(String url, String day) throws IOException {
    Instant captured = day == null ? null : Instant.parse(day + "T12:00:00Z");
    return new JudgedPage(RuleBook.load(List.of(folder, other)), url, captured, PAGE).rules();
  }

  private String refusal() {
    try {
      RuleBook.load(List.of(folder, other));
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void starAsksForAHostBelow() throws IOException {
    rule("r", "match: {hosts: '*.example.org'}\ntitle: h1\n");

    assertThat(matched("https://blog.example.org/")).containsExactly("r");
    assertThat(matched("https://example.org/")).isEmpty();
  }

  @Test
  void pathsAreGlobsForAllOfIt() throws IOException {
    rule("r", "match: {hosts: example.org, paths: [/news/*, '/a/**/b']}\ntitle: h1\n");

    assertThat(matched("https://example.org/news/story?x=1#top")).containsExactly("r");
    assertThat(matched("https://example.org/news/2026/story")).isEmpty();
    assertThat(matched("https://example.org/news")).isEmpty();
    assertThat(matched("https://example.org/a/1/2/b")).containsExactly("r");
    assertThat(matched("https://example.org")).isEmpty();
  }

  @Test
  void expressionsMatchAPartOfTheUrl() throws IOException {
    rule("r", "match: {hosts: example.org, urls: 're:[?&]id=\\d+'}\ntitle: h1\n");

    assertThat(matched("https://example.org/?id=7")).containsExactly("r");
    assertThat(matched("https://example.org/?id=x")).isEmpty();
  }

  @Test
  void languageIsTheDeclaredOneOrOneWithinIt() throws IOException {
    rule("a", "match: {hosts: example.org, languages: pt}\ntitle: h1\n");
    rule("b", "match: {hosts: example.org, languages: [fr, pt-PT]}\ntitle: h1\n");

    assertThat(matched("https://example.org/")).containsExactly("a");
  }

  @Test
  void captureDateChoosesTheVersion() throws IOException {
    rule("old", "match: {hosts: example.org}\nvalid: {until: 2024-02-29}\ntitle: h2\n");
    rule("new", "match: {hosts: example.org}\nvalid: {from: 2024-03-01}\ntitle: h1\n");

    assertThat(matched("https://example.org/", "2024-02-29")).containsExactly("old");
    assertThat(matched("https://example.org/", "2024-03-01")).containsExactly("new");
    assertThat(matched("https://example.org/", null)).containsExactly("new");
  }

  @Test
  void twoRulesForOneHostAtATimeAreRefused() throws IOException {
    rule("a", "match: {hosts: [example.org, example.net]}\ntitle: h1\n");
    rule("b", "match: {hosts: example.org}\nvalid: {until: 2024-01-01}\ntitle: h2\n");

    assertThat(refusal())
        .isEqualTo(
            "b.yaml:1:1: a.yaml is for example.org, too; make them one rule, or tell them apart by"
                + " `paths` or `valid`");
  }

  @Test
  void ruleForSomePagesGoesBeforeTheOneForAll() throws IOException {
    rule("all", "match: {hosts: example.org}\ntitle: h1\n");
    rule("some", "match: {hosts: example.org, paths: /blog/**}\ntitle: h2\n");

    assertThat(matched("https://example.org/blog/a")).containsExactly("some", "all");
    assertThat(matched("https://example.org/a")).containsExactly("all");
  }

  @Test
  void publicSuffixIsNoHost() throws IOException {
    rule("r", "match: {hosts: [co.uk, '*.com.br', bbc.co.uk]}\ntitle: h1\n");

    assertThat(refusal().lines().filter(line -> line.startsWith("r.yaml")))
        .containsExactly(
            "r.yaml:1:17: hosts: anybody can have a name under 'co.uk'; write the site's own, like"
                + " example.co.uk",
            "r.yaml:1:24: hosts: anybody can have a name under 'com.br'; write the site's own, like"
                + " example.com.br");
  }

  @Test
  void listsOfTheExtendedRuleComeAfterOnesOwn() throws IOException {
    rule(
        "base",
        "match: {classes: nothing}\nremove: .lead\ntitle: [h1, h2]\nheaders: {X-A: base}\nrender: true\n");
    rule("r", "match: {hosts: example.org}\nextends: base\ntitle: .own\nheaders: {X-A: own}\n");

    JudgedPage page =
        new JudgedPage(
            RuleBook.load(List.of(folder)),
            JudgedPage.URL,
            "<h2>Two</h2><h1>One</h1><p class=lead>L</p><p>" + "Words of the text. ".repeat(9));

    assertThat(page.fields().title().raw()).isEqualTo("One");
    assertThat(page.verdictOn("L")).isEqualTo("drop RULE base.yaml:2 .lead");
    assertThat(page.rule().renders()).isTrue();
    assertThat(page.rule().headers()).containsExactly(java.util.Map.entry("X-A", "own"));
  }

  @Test
  void extendingOnesOwnNameMeansTheRuleThatIsReplaced() throws IOException {
    Files.writeString(other.resolve("r.yaml"), "match: {hosts: example.org}\ntitle: h1\n");
    rule("r", "match: {hosts: example.org}\nextends: r\nremove: .lead\n");

    JudgedPage page =
        new JudgedPage(
            RuleBook.load(List.of(folder, other)), JudgedPage.URL, "<h1>One</h1><p>Two</p>");

    assertThat(page.rules()).containsExactly("r");
    assertThat(page.fields().title().where()).isEqualTo("r.yaml:2 h1");
  }

  @Test
  void circleIsShown() throws IOException {
    rule("a", "match: {hosts: a.example}\nextends: b\n");
    rule("b", "match: {hosts: b.example}\nextends: c\n");
    rule("c", "match: {hosts: c.example}\nextends: a\n");

    assertThat(refusal()).isEqualTo("a.yaml:2:10: extends: goes round in a circle: a > b > c > a");
  }

  @Test
  void unknownNameIsSuggested() throws IOException {
    rule("a", "match: {hosts: a.example}\nextends: themes/tagdvi\n");

    assertThat(refusal())
        .isEqualTo(
            "a.yaml:2:10: extends: there is no rule `themes/tagdvi`; did you mean"
                + " `themes/tagdiv`?");
  }

  @Test
  void urlAloneFindsTheHeaders() throws IOException {
    rule("r", "match: {hosts: example.org, paths: /a/**}\nheaders: {Accept-Language: fr}\n");
    rule("s", "match: {hosts: example.org, classes: lead}\nheaders: {Accept-Language: de}\n");
    RuleBook book = RuleBook.load(List.of(folder));

    assertThat(book.forUrl("https://example.org/a/b")).extracting(Rule::name).containsOnly("r");
    assertThat(book.forUrl("https://example.org/b")).isEmpty();
    assertThat(book.forUrl("no address")).isEmpty();
  }

  @Test
  void nextAndPrintPageAreUrls() throws IOException {
    rule("r", "match: {hosts: example.org}\nnext-page: a.next@href\nprint-page: a.print@href\n");
    Rule rule = RuleBook.load(List.of(folder)).named("r").orElseThrow();
    Blocks page =
        HtmlSegmenter.segment(
            Jsoup.parse(
                "<a class=next href='?p=2'>2</a><a class=print href='javascript:print()'>P</a>"));

    assertThat(rule.nextPage(page, "https://example.org/a")).contains("https://example.org/a?p=2");
    assertThat(rule.printPage(page, "https://example.org/a")).isEmpty();
  }

  @Test
  void nobodyElsesRuleIsNamed() throws IOException {
    assertThat(RuleBook.bundled().named("none")).isEmpty();
    assertThatThrownBy(() -> RuleBook.load(List.of(folder.resolve("gone"))))
        .isInstanceOf(IOException.class);
  }
}
