package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleTest {
  private static final String LONG =
      "La mairie a voté mardi soir le budget de la nouvelle école, après trois heures de débat et"
          + " malgré l’opposition de deux élus qui réclamaient un report à l’automne prochain.";

  @TempDir private Path folder;

  private JudgedPage judge(String yaml, String html) throws IOException {
    Files.writeString(folder.resolve("r.yaml"), yaml);
    return new JudgedPage(RuleBook.load(List.of(folder)), JudgedPage.URL, html);
  }

  @Test
  void strictContentIsKeptAndTheRestDropped() throws IOException {
    JudgedPage page =
        judge(
            "match: {hosts: example.org}\ncontent: .story\nstrict: true\n",
            "<p>Menu</p><div class=story><p>" + LONG + "</p></div><p>Pied de page</p>");

    assertThat(page.verdictOn("La mairie")).isEqualTo("keep RULE r.yaml:2 .story");
    assertThat(page.verdictOn("Menu")).isEqualTo("drop RULE outside of content, r.yaml:2 .story");
  }

  @Test
  void themeContentIsLeftToThoseWhoJudgeLater() throws IOException {
    JudgedPage page =
        judge(
            "match: {classes: story}\ncontent: .story\n",
            "<p>Menu</p><div class=story><p>" + LONG + "</p></div>");

    assertThat(page.verdictOn("La mairie")).isEqualTo("open");
    assertThat(page.verdictOn("Menu")).isEqualTo("drop THEME outside of content, r.yaml:2 .story");
  }

  @Test
  void contentOfFewWordsIsNotBelieved() throws IOException {
    JudgedPage page =
        judge(
            "match: {classes: story}\ncontent: .story\n",
            "<div class=story><p>À lire aussi : le budget</p></div><p>" + LONG + "</p>");

    assertThat(page.left()).containsExactly("À lire aussi : le budget", LONG);
  }

  @Test
  void severalContainersMakeOneContentInPageOrder() throws IOException {
    JudgedPage page =
        judge(
            "match: {hosts: example.org}\ncontent: [.second, .first]\n",
            "<p class=first>" + LONG + "</p><p>Publicité</p><p class=second>Fin.</p>");

    assertThat(page.left()).containsExactly(LONG, "Fin.");
  }

  @Test
  void removeComesBeforeKeepAndContent() throws IOException {
    JudgedPage page =
        judge(
            "match: {hosts: example.org}\ncontent: .story\nkeep: .lead\nremove: .ad\n",
            "<p class=lead>Le chapeau</p><div class=story><p>"
                + LONG
                + "</p><p class='ad lead'>Offre</p></div>");

    assertThat(page.verdictOn("Le chapeau")).isEqualTo("keep RULE r.yaml:3 .lead");
    assertThat(page.verdictOn("Offre")).isEqualTo("drop RULE r.yaml:4 .ad");
  }

  @Test
  void matchInsideALineDropsTheBlockOnlyIfItIsAllOfIt() throws IOException {
    JudgedPage page =
        judge(
            "match: {hosts: example.org}\nremove: .tag\n",
            "<p><span class=tag>Photo</span> La place du marché.</p>"
                + "<p><span class=tag>Photo : agence</span></p><p>"
                + LONG
                + "</p>");

    assertThat(page.dropped()).containsExactly("Photo : agence");
  }

  @Test
  void ruleWithoutContentOnlyRemoves() throws IOException {
    JudgedPage page =
        judge(
            "match: {hosts: example.org}\nremove: ['xpath://p[starts-with(., \"Lire\")]']\n",
            "<p>Lire aussi</p><p>Un mot.</p><p>" + LONG + "</p>");

    assertThat(page.verdictOn("Lire"))
        .isEqualTo("drop RULE r.yaml:2 xpath://p[starts-with(., \"Lire\")]");
    assertThat(page.verdictOn("Un mot")).isEqualTo("open");
  }

  @Test
  void fieldsComeFromTheFirstSelectorThatFindsAny() throws IOException {
    RuleFields ruleFields =
        judge(
                """
                match: {hosts: example.org}
                title: [h1.none, h1]
                authors: .by a
                published: [time.gone@datetime, time]
                """,
                "<h1> Un\n titre </h1><p class=by><a>Anne</a> et <a>Boris</a></p>"
                    + "<time datetime='2026-03-01'>hier</time>")
            .fields();

    assertThat(ruleFields.title()).isEqualTo(new RuleFields.Found("Un titre", "r.yaml:2 h1"));
    assertThat(ruleFields.authors())
        .extracting(RuleFields.Found::raw)
        .containsExactly("Anne", "Boris");
    assertThat(ruleFields.published())
        .isEqualTo(new RuleFields.Found("2026-03-01", "r.yaml:4 time"));
  }

  @Test
  void fieldsMayBeAttributesByCssAndValuesByXPath() throws IOException {
    RuleFields ruleFields =
        judge(
                """
                match: {hosts: example.org}
                title: "xpath:substring-before(//title, ' |')"
                authors: "xpath://a[@rel='author']/@title"
                published: abbr.date@title
                """,
                "<title>Titre | Journal</title><a rel=author title=Anne>A.</a>"
                    + "<abbr class=date title=2026-03-01>hier</abbr>")
            .fields();

    assertThat(ruleFields.title().raw()).isEqualTo("Titre");
    assertThat(ruleFields.authors()).extracting(RuleFields.Found::raw).containsExactly("Anne");
    assertThat(ruleFields.published().raw()).isEqualTo("2026-03-01");
  }

  @Test
  void judgingDoesNotChangeThePage() throws IOException {
    Files.writeString(
        folder.resolve("r.yaml"),
        "match: {hosts: example.org}\ncontent: ['xpath://div', .story]\nremove: .ad\n");
    String html = "<div class=story><p>" + LONG + "</p><p class=ad>Offre</p></div>";
    RuleBook book = RuleBook.load(List.of(folder));

    JudgedPage first = new JudgedPage(book, JudgedPage.URL, html);
    String before = first.html();
    first.fields();

    assertThat(first.html()).isEqualTo(before);
  }

  @Test
  void groupsOfAPatternAreOneValueAndEachANameForAuthors() throws IOException {
    JudgedPage page =
        judge(
            """
            match: {hosts: example.org}
            title: {selectors: h1, pattern: '(.+?) \\| \\w+ \\| (.+)'}
            authors: {selectors: .by, pattern: 'Par (.+?)(?: et (.+))? à'}
            section: {selectors: .in, pattern: '(Dans|Sous) (?P<name>\\w+)'}
            """,
            "<h1>Le pont | Ville | La suite</h1><p class=by>Par Ada Lane et Bo Reed à Metz</p>"
                + "<p class=in>Sous Culture</p>");

    assertThat(page.fields().title().raw()).isEqualTo("Le pont La suite");
    assertThat(page.fields().authors())
        .extracting(RuleFields.Found::raw)
        .containsExactly("Ada Lane", "Bo Reed");
    assertThat(page.fields().filing().section().raw()).isEqualTo("Culture");
  }
}
