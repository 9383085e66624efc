package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.coupure.article.Article;
import org.coupure.page.Page;
import org.coupure.verdict.HiddenText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of text that a browser would not show. */
class HiddenTextTest {
  private static final String SHOWN =
      """
      <p>The council voted on Tuesday to close the old bridge for two years, because the steel has \
      rusted beyond what the engineers call safe, and the detour will cost half an hour a day.</p>
      <p>Shop owners on the north bank say they will lose their customers, and they want the city \
      to pay for a ferry; the mayor answered that no money is in the budget before next spring.</p>
      """;

  private static final String MORE =
      """
      <p>The ferry company said that it could begin in May with a boat for sixty passengers, if \
      the landing stage on the north side was repaired by then and lit at night.</p>
      """;

  private static final String DRAFT =
      "A draft that nobody is to read says that lorries will cross at night until the vote is over.";

  private static Article clip(HiddenText policy, String body) {
    String html = "<title>Bridge closed</title><article><h1>Bridge closed</h1>" + body;
    Page page = Page.builder("bridge.html", html.getBytes(StandardCharsets.UTF_8)).build();
    Article article = Clipper.builder().hidden(policy).build().clip(page).article();
    assertThat(article).isNotNull();
    return article;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p hidden>%s</p>",
        "<p style='display:none'>%s</p>",
        "<p class='note' style='color:red; visibility: hidden'>%s</p>",
        "<div style='display:none !important'><p>%s</p></div>",
        "<p style='position:absolute;left:-9999px'>%s</p>",
        "<p style='font-size:0'>%s</p>",
      })
  void paragraphsThatNothingOpensAreDropped(String hidden) {
    Article article = clip(HiddenText.AUTO, SHOWN + hidden.formatted(DRAFT) + MORE + SHOWN);

    assertThat(article.text()).contains("The ferry company").doesNotContain(DRAFT);
    assertThat(article.quality().flags()).doesNotContain("hidden-text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<button aria-controls='more'>More</button><div id='more' hidden>%s</div>",
        "<div class='accordion-content' style='display:none'>%s</div>",
        "<div role='tabpanel' hidden>%s</div>",
        "<h2>What does the ferry cost?</h2><div style='display:none'>%s</div>"
            + "<h2>And the lorries?</h2>",
        "<div hidden='until-found'>%s</div>",
      })
  void sectionsThatUnfoldAreKeptAndMarked(String unfolding) {
    Article article = clip(HiddenText.AUTO, SHOWN + unfolding.formatted(MORE) + SHOWN);

    assertThat(article.text()).contains("The ferry company");
    assertThat(article.quality().flags()).contains("hidden-text");
  }

  @Test
  void restOfTextBehindButtonIsKept() {
    String rest = MORE.replace("<p>", "<p style='display:none'>");
    Article article = clip(HiddenText.AUTO, SHOWN + rest + rest.replace("ferry", "boat"));

    assertThat(article.text()).contains("The ferry company", "The boat company");
  }

  @Test
  void policyDecides() {
    String body =
        SHOWN + "<p hidden>" + DRAFT + "</p><div role='tabpanel' hidden>" + MORE + "</div>";

    assertThat(clip(HiddenText.DROP, body + SHOWN).text()).doesNotContain(DRAFT, "ferry company");
    assertThat(clip(HiddenText.KEEP, body + SHOWN).text()).contains(DRAFT, "ferry company");
    assertThat(clip(HiddenText.KEEP, body + SHOWN).quality().flags()).doesNotContain("hidden-text");
    assertThat(clip(HiddenText.FLAG, body + SHOWN).quality().flags()).contains("hidden-text");
  }
}
