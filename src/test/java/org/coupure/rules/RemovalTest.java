package org.coupure.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What `remove`, `keep`, `strip`, `replace` and `phrases` do to the blocks of a page. */
class RemovalTest {
  private static final String LONG =
      "La mairie a voté mardi soir le budget de la nouvelle école, après trois heures de débat et"
          + " malgré l’opposition de deux élus qui réclamaient un report à l’automne prochain.";

  private static final String PAGE =
      "<p>Menu</p><div class=story><p class=lead>Chapeau</p><p>"
          + LONG
          + "</p><h2>Liens utiles</h2><p>Un lien</p><h3>Plus bas</h3><p>Autre lien</p>"
          + "<h2>Suite</h2><p>Fin du texte.</p><span class=end></span><p>Lire aussi</p><p>Pub</p>"
          + "</div><p>Pied</p>";

  @TempDir private Path folder;

  private JudgedPage judge(String rule, String html) throws IOException {
    Files.writeString(folder.resolve("r.yaml"), "match: {hosts: example.org}\n" + rule);
    return new JudgedPage(RuleBook.load(List.of(folder)), JudgedPage.URL, html);
  }

  private JudgedPage judge(String rule) throws IOException {
    return judge("content: .story\n" + rule, PAGE);
  }

  @Test
  void textIsAWholeBlockInAnyCase() throws IOException {
    JudgedPage page = judge("remove: [{text: LIRE AUSSI}, {text: lien}]\n");

    assertThat(page.verdictOn("Lire")).isEqualTo("drop RULE r.yaml:3 text LIRE AUSSI");
    assertThat(page.verdictOn("Un lien")).isEqualTo("open");
  }

  @Test
  void expressionMatchesAnywhereInABlock() throws IOException {
    JudgedPage page = judge("remove: [{text: 're:lien$'}]\n");

    assertThat(page.verdictOn("Un lien")).isEqualTo("drop RULE r.yaml:3 text re:lien$");
    assertThat(page.verdictOn("Autre lien")).startsWith("drop");
    assertThat(page.verdictOn("Liens utiles")).isEqualTo("open");
  }

  @Test
  void afterAnEmptyMarkerAllGoesThatFollowsInTheContent() throws IOException {
    JudgedPage page = judge("remove: [{after: .end}]\n");

    assertThat(page.verdictOn("Lire")).isEqualTo("drop RULE r.yaml:3 after .end");
    assertThat(page.verdictOn("Pub")).startsWith("drop RULE r.yaml:3");
    assertThat(page.verdictOn("Fin")).isEqualTo("open");
    assertThat(page.verdictOn("Pied")).contains("outside of content");
  }

  @Test
  void afterLeavesItsMarkerAndFromTakesIt() throws IOException {
    assertThat(judge("remove: [{after: {text: Lire aussi}}]\n").texts()).contains("Lire aussi");
    assertThat(judge("remove: [{from: {text: Lire aussi}}]\n").texts())
        .contains("Fin du texte.")
        .doesNotContain("Lire aussi", "Pub");
  }

  @Test
  void beforeLeavesItsMarker() throws IOException {
    JudgedPage page = judge("remove: [{before: 'xpath://p[contains(., \"mairie\")]'}]\n");

    assertThat(page.texts()).startsWith(LONG);
  }

  @Test
  void sectionEndsAtTheNextHeadingOfItsLevel() throws IOException {
    JudgedPage page = judge("remove: {section: Liens utiles}\n");

    assertThat(page.texts())
        .containsExactly("Chapeau", LONG, "Suite", "Fin du texte.", "Lire aussi", "Pub");
    assertThat(page.verdictOn("Plus bas")).isEqualTo("drop RULE r.yaml:3 section Liens utiles");
  }

  @Test
  void boldLineIsAHeadingToo() throws IOException {
    String html = "<p>" + LONG + "</p><p><b>À lire</b></p><p>Un</p><p><b>Enfin</b></p><p>Deux</p>";

    assertThat(judge("remove: {section: À lire}\n", html).texts())
        .containsExactly(LONG, "Enfin", "Deux");
  }

  @Test
  void markerThatIsNotThereRemovesNothing() throws IOException {
    assertThat(judge("remove: [{after: .gone}, {section: Rien}]\n").dropped())
        .containsExactly("Menu", "Pied");
  }

  @Test
  void markerOutsideOfTheContentIsNone() throws IOException {
    assertThat(judge("remove: [{after: {text: Menu}}]\n").dropped())
        .containsExactly("Menu", "Pied");
  }

  @Test
  void keptTextStaysOutsideOfContent() throws IOException {
    assertThat(judge("keep: {text: Pied}\n").verdictOn("Pied"))
        .isEqualTo("keep RULE r.yaml:3 text Pied");
  }

  @Test
  void stripTakesMarksOutOfAPassage() throws IOException {
    JudgedPage page =
        judge(
            "strip: ['re:\\[ad_\\d+\\]', (Publicité)]\n",
            "<p>Un [ad_12] deux (Publicité) trois.</p><p>[ad_1]</p><p>Prix : 4 $1</p>");

    assertThat(page.texts()).containsExactly("Un deux trois.", "Prix : 4 $1");
    assertThat(page.verdictOn("[ad_1]")).isEqualTo("drop RULE r.yaml:2 strip re:\\[ad_\\d+\\]");
  }

  @Test
  void replacementIsTakenAsItIs() throws IOException {
    assertThat(judge("replace: {text: 're:(\\d)EUR', with: '$1 €'}\n", "<p>Prix 4EUR</p>").texts())
        .containsExactly("Prix $1 €");
  }

  @Test
  void phrasesAreWrittenAsTheBundledOnes() throws IOException {
    JudgedPage page =
        judge(
            "phrases:\n  - Suivez {n} chaînes\n  - 'Publié par {few}'\n",
            "<p>Suivez 3 chaînes</p><p>Publié par Jean Dupont</p><p>" + LONG + "</p>");

    assertThat(page.texts()).containsExactly(LONG);
    assertThat(page.verdictOn("Suivez")).isEqualTo("drop RULE phrase r.yaml:3");
  }

  @Test
  @Timeout(10)
  void catastrophicExpressionTakesLinearTime() throws IOException {
    String html = "<p>" + "a".repeat(50_000) + "</p>";

    assertThat(judge("remove: {text: 're:(a+)+c|(a|aa)*b'}\nstrip: 're:(a*)*c'\n", html).texts())
        .hasSize(1);
  }

  @Test
  void aPartOfALineGoesAndTheLineStays() throws IOException {
    JudgedPage page =
        judge(
            "remove: [sup, .share]\n",
            "<p>See [1] here.<sup>[1]</sup> More <b>[1]</b>"
                + "<sup>[1]</sup> follows. <a class=share>Share</a></p><p>Share</p>");

    assertThat(page.texts()).containsExactly("See [1] here. More [1] follows.", "Share");
  }
}
