package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.block.Cut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureJudgeTest {
  private static final String TEXT =
      "<p>The keeper lit the lamp at dusk and wrote the hour into the book, as he had done on every"
          + " evening of the last thirty years.</p>";

  private static BlockVerdicts judged(String html) {
    BlockVerdicts verdicts = new BlockVerdicts(Cut.page(html));
    new StructureJudge().judge(verdicts);
    return verdicts;
  }

  @ParameterizedTest
  @CsvSource({
    "class='post-disclaimer', disclaimer",
    "id='Disclaimers', disclaimers",
    "class='c-newsletter-box', newsletter",
    "id='cookie-bar', cookie",
    "class='gdpr', gdpr",
    "role='form', form",
  })
  void boxesAreKnownByTheirNames(String attribute, String name) {
    BlockVerdicts verdicts = judged(TEXT + "<div " + attribute + "><p>Not the text</p></div>");

    assertThat(verdicts.isOpen(0)).isTrue();
    assertThat(verdicts.isOpen(1)).isFalse();
    assertThat(verdicts.verdict(1).why()).isEqualTo("inside a box named " + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class='newsletterish'",
        "class='content'",
        "aria-label='cookie'",
        "role='main'",
        "hidden",
      })
  void othersAreLeftToTheModel(String attribute) {
    assertThat(judged(TEXT + "<div " + attribute + "><p>Not the text</p></div>").isOpen(1))
        .isTrue();
  }

  @Test
  void aBoxThatIsMostOfThePageIsThePage() {
    BlockVerdicts verdicts = judged("<p>Home</p><div class='disclaimer'>" + TEXT + "</div>");

    assertThat(verdicts.isOpen(0)).isTrue();
    assertThat(verdicts.isOpen(1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h2 class='visually-hidden'>Article content</h2>",
        "<div class='u-sr-only'><p>Article content</p></div>",
        "<p class='screen-reader-text'>Article content</p>",
      })
  void labelsForScreenReadersAreNoText(String label) {
    BlockVerdicts verdicts = judged(TEXT + label + TEXT);

    assertThat(verdicts.isOpen(0)).isTrue();
    assertThat(verdicts.isOpen(2)).isTrue();
    assertThat(verdicts.verdict(1).why()).isEqualTo("only for screen readers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p><span class='sr-only'>Note:</span> the lamp burns oil</p>",
        "<p class='md:not-sr-only'>Shown on wide screens</p>",
        "<div class='sr-only'>" + TEXT + TEXT + "</div>",
      })
  void otherTextForThemIsLeftToTheModel(String html) {
    assertThat(judged(TEXT + html).isOpen(1)).isTrue();
  }
}
