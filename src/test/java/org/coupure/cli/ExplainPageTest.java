package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.text.Html;
import org.junit.jupiter.api.Test;

class ExplainPageTest {
  private final String page = ExplainPage.of(Clips.explained());

  @Test
  void fillsEveryPlaceOfTheTemplate() {
    assertThat(page).doesNotContain("{{").startsWith("<!doctype html>").endsWith("</html>\n");
  }

  @Test
  void needsNothingElse() {
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContainPattern("(src|href)\\s*=\\s*\"?[^#\"]")
        .doesNotContain("@import", "url(");
  }

  @Test
  void showsTheFinishedArticle() {
    assertThat(page)
        .contains("<h1>Le pont rouvre lundi</h1>")
        .contains("Anne Le Goff · Le Courrier du Port · 2026-03-02")
        .contains("<p data-of=\"b3\">Fermé depuis l’automne, le pont rouvre lundi.</p>")
        .contains(
            """
            <ul>
            <li data-of="b7">Piétons : dès samedi</li>
            <li data-of="b8">Voitures : lundi</li>
            </ul>
            <table>
            <tr data-of="b9"><td>Ligne 3</td><td>lundi</td></tr>
            </table>
            """);
  }

  @Test
  void putsDroppedBlocksBesideKeptOnes() {
    assertThat(page)
        .contains("<div class=\"run l\"><div class=\"block keep\" id=\"b3\"")
        .contains("<div class=\"run r\"><div class=\"block drop\" id=\"b4\" data-by=\"phrase\">");
  }

  @Test
  void countsWhatTheButtonsShow() {
    assertThat(page)
        .contains(">All 11<", ">Kept 6<", ">Dropped 5<")
        .contains("data-decider=\"structure\">structure 2</button>");
  }

  @Test
  void showsWhereAFieldCameFrom() {
    assertThat(page)
        .contains(
            "<tr><th scope=\"row\">title</th><td>Le pont rouvre lundi</td><td>meta</td>"
                + "<td class=\"raw\">og:title</td>"
                + "<td class=\"raw\">Le pont rouvre lundi | Le Courrier</td>"
                + "<td><a href=\"#b2\">3</a></td></tr>");
  }

  @Test
  void saysAboveAllHowFarTheTextCanBeTrusted() {
    assertThat(page)
        .contains("<dt>Confidence</dt><dd>90 %</dd>")
        .contains(
            "<p>Nearly all pages with this confidence have the text that a reader would take");
    assertThat(page.indexOf("Confidence")).isLessThan(page.indexOf("<main>"));
  }

  @Test
  void takesNoMarkupFromThePage() {
    assertThat(page).contains("Ville &amp; &lt;b&gt;port&lt;/b&gt;").doesNotContain("<b>port");
  }

  @Test
  void takesPlaceholdersInAPageForText() {
    Clip clip = Clips.clipped("{{article}} $1 \\ \"'", "{{blocks}} </script>");

    assertThat(ExplainPage.of(clip))
        .contains("{{article}} $1 \\ &quot;&#39;")
        .contains("<p>{{blocks}} &lt;/script&gt;</p>");
  }

  @Test
  void saysWhyThereIsNoArticle() {
    assertThat(ExplainPage.of(Clips.empty("a.html")))
        .contains("<p class=\"why\">no-text: no block of the page was kept</p>")
        .contains("No block of this page was kept.")
        .contains("class=\"badge none\"");
  }

  @Test
  void replacesControlCharacters() {
    assertThat(Html.escape("a\u0000b\u001Bc\nd")).isEqualTo("a\uFFFDb\uFFFDc\nd");
  }

  @Test
  void wantsAnArticle() {
    Clip clip = Clip.failed("x.zip", Reason.BAD_ARCHIVE, "no archive");

    assertThatThrownBy(() -> ExplainPage.of(clip))
        .hasMessage("nothing to explain without an article: x.zip");
  }
}
