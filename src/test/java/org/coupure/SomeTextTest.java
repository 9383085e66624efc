package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.Block;
import org.coupure.page.Page;
import org.coupure.verdict.BlockVerdicts;
import org.junit.jupiter.api.Test;

/**
 * The last rung: a classifier that takes every block for furniture, and the prose that is given all
 * the same. No page of our sets needs it, so the classifier here is one that is wrong on purpose.
 */
class SomeTextTest {
  private static final String FIRST =
      "The well in the yard had been dry since June, and nobody in the house remembered another"
          + " summer in which the bucket came up empty.";
  private static final String SECOND =
      "In August they dug it deeper by two metres, and on the third day the water came back, brown"
          + " at first and then as clear as before.";
  private static final String LINKED =
      "<p><a href='/1'>Eleven more words that all belong to one link to elsewhere</a></p>";

  private static void dropAll(BlockVerdicts verdicts) {
    for (Block block : verdicts.blocks().list()) {
      verdicts.drop(block.index(), Decider.CLASSIFIER, "p 0.04, cut 0.15");
    }
  }

  private static Clip clip(String body) {
    String html = "<html><head><title>The well</title></head><body>" + body + "</body></html>";
    return Clipper.builder()
        .classifier(blocks -> SomeTextTest::dropAll)
        .explain(true)
        .build()
        .clip(Page.builder("well.html", html.getBytes(UTF_8)).build());
  }

  private static String paragraph(String text) {
    return "<p>" + text + "</p>";
  }

  @Test
  void proseThatTheModelDoubtedIsBetterThanNothing() {
    Clip clip = clip(paragraph(FIRST) + paragraph(SECOND));
    Article article = clip.article();

    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
    assertThat(article.text()).isEqualTo(FIRST + "\n\n" + SECOND);
    assertThat(article.quality().path()).isEqualTo("some-text");
    assertThat(article.explanation().blocks())
        .extracting(block -> block.verdict().why())
        .containsOnly("some text rather than none");
  }

  @Test
  void itsConfidenceIsLow() {
    assertThat(clip(paragraph(FIRST) + paragraph(SECOND)).article().quality().confidence())
        .isLessThan(0.5);
  }

  @Test
  void linksShortLinesAndHiddenTextAreNoProse() {
    String hidden = "<p hidden>" + FIRST.replace("June", "May") + "</p>";
    Clip clip =
        clip(paragraph(FIRST) + LINKED + paragraph("Nine o'clock") + hidden + paragraph(SECOND));

    assertThat(clip.article().text()).isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void whatIsCertainlyNoTextStaysOut() {
    String box = "<div class='cookie-consent'>" + paragraph(SECOND.replace("third", "first"));
    Clip clip = clip(paragraph(FIRST) + paragraph(SECOND) + paragraph(FIRST + SECOND) + box);

    assertThat(clip.article().text()).doesNotContain("first day");
  }

  @Test
  void fewerThanFortyWordsAreNoText() {
    assertThat(clip(paragraph(FIRST)).outcome()).isEqualTo(Outcome.EMPTY);
  }
}
