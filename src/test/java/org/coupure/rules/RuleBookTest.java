package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coupure.block.Blocks;
import org.coupure.block.HtmlSegmenter;
import org.coupure.block.TextSegmenter;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBookTest {
  private static final String PAGE = "<body class='kind story-7'><p class=lead>Text</p>";

  @TempDir private Path folder;
  @TempDir private Path other;

  private static void write(Path folder, String name, String yaml) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
  }

  private List<String> matched(String url, String html) throws IOException {
    return new JudgedPage(RuleBook.load(List.of(folder, other)), url, html).rules();
  }

  @Test
  void hostMatchesItsSubdomainsAndNotItsNeighbours() throws IOException {
    write(folder, "site.yaml", "match: {hosts: example.org}\ntitle: h1\n");

    assertThat(matched("https://example.org/a", PAGE)).containsExactly("site");
    assertThat(matched("http://m.WWW.Example.org.:8080?x=1", PAGE)).containsExactly("site");
    assertThat(matched("https://myexample.org/", PAGE)).isEmpty();
    assertThat(matched("https://example.org.evil.test/", PAGE)).isEmpty();
    assertThat(matched("https://user:example.org@evil.test/", PAGE)).isEmpty();
    assertThat(matched("not an address", PAGE)).isEmpty();
  }

  @Test
  void internationalHostMatchesInBothSpellings() throws IOException {
    write(folder, "site.yaml", "match: {hosts: zürich.example}\ntitle: h1\n");

    assertThat(matched("https://www.xn--zrich-kva.example/", PAGE)).containsExactly("site");
    assertThat(matched("https://ZÜRICH.example/", PAGE)).containsExactly("site");
  }

  @Test
  void longestHostComesFirstAndThemesLast() throws IOException {
    write(folder, "a-theme.yaml", "match: {classes: lead}\nremove: .x\n");
    write(folder, "domain.yaml", "match: {hosts: example.org}\ntitle: h1\n");
    write(folder, "sub.yaml", "match: {hosts: blog.example.org}\ntitle: h2\n");

    assertThat(matched("https://blog.example.org/", PAGE))
        .containsExactly("sub", "domain", "a-theme");
  }

  @Test
  void earlierFolderOverridesByHost() throws IOException {
    write(folder, "mine.yaml", "match: {hosts: example.org}\ntitle: h1\n");
    write(other, "theirs.yaml", "match: {hosts: [example.org, example.net]}\ntitle: h2\n");

    assertThat(matched("https://example.org/", PAGE)).containsExactly("mine");
    assertThat(matched("https://example.net/", PAGE)).containsExactly("theirs");
  }

  @Test
  void ruleOfTheSameNameReplacesTheBundledOne() throws IOException {
    write(folder, "themes/blogger.yaml", "match: {generator: blogger}\nremove: .mine\n");
    String html = "<meta name=generator content=Blogger><p class=mine>One</p><p>Two</p>";

    JudgedPage page = new JudgedPage(RuleBook.load(List.of(folder)), null, html);

    assertThat(page.rules()).containsExactly("themes/blogger");
    assertThat(page.verdictOn("One")).isEqualTo("drop THEME themes/blogger.yaml:2 .mine");
  }

  @Test
  void marksOfOneSetMustAllBeShown() throws IOException {
    write(
        folder,
        "both.yaml",
        "match: {classes: [lead, other], body-classes: 'story-*', without-classes: no}\n"
            + "title: h1\n");

    assertThat(matched(null, PAGE)).containsExactly("both");
    assertThat(matched(null, "<body class=page><p class=lead>Text")).isEmpty();
    assertThat(matched(null, PAGE + "<i class=no>Text</i>")).isEmpty();
  }

  @Test
  void oneSetOfAListIsEnough() throws IOException {
    write(
        folder,
        "any.yaml",
        "match:\n  - generator: [Joomla, TYPO3]\n  - all-classes: [a, b]\ntitle: h1\n");

    assertThat(matched(null, "<meta name=Generator content='TYPO3 CMS'><p>x"))
        .containsExactly("any");
    assertThat(matched(null, "<p class='a b'>x")).containsExactly("any");
    assertThat(matched(null, "<p class=a>x")).isEmpty();
  }

  @Test
  void selectorIsAskedWhereTheCheapMarksFit() throws IOException {
    write(folder, "s.yaml", "match: {classes: lead, selector: 'p.lead > b'}\ntitle: h1\n");

    assertThat(matched(null, "<p class=lead><b>Text</b>")).containsExactly("s");
    assertThat(matched(null, "<p class=lead>Text")).isEmpty();
  }

  @Test
  void onlyTheFirstRuleWithContentHasTheSayAboutIt() throws IOException {
    write(folder, "a.yaml", "match: {classes: lead}\ncontent: .lead\n");
    write(folder, "b.yaml", "match: {classes: lead}\ncontent: .wrong\nremove: .ad\n");
    String text = "The council has met again and again this week. ".repeat(6);

    JudgedPage page =
        new JudgedPage(
            RuleBook.load(List.of(folder)),
            null,
            "<p class=lead>"
                + text
                + "</p><p class=wrong>"
                + text
                + "</p>"
                + "<div class=lead><p class=ad>Buy</p></div>");

    assertThat(page.rules()).containsExactly("a", "b");
    assertThat(page.left()).containsExactly(text.strip());
    assertThat(page.verdictOn("Buy")).isEqualTo("drop THEME b.yaml:3 .ad");
  }

  @Test
  void plainTextHasNoRules() {
    Blocks blocks = TextSegmenter.segment("A line.\n\nAnother line.\n");

    assertThat(RuleBook.bundled().match("https://example.org/", null, blocks)).isEmpty();
  }

  @Test
  void pageWithoutMarksHasNoBundledTheme() {
    Blocks blocks = HtmlSegmenter.segment(Jsoup.parse("<p class=entry-content>Text</p>"));

    assertThat(RuleBook.bundled().match("https://example.org/", null, blocks)).isEmpty();
  }
}
