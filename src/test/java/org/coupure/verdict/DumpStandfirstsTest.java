package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.coupure.block.Blocks;
import org.coupure.block.DumpLines;
import org.coupure.block.TextSegmenter;
import org.junit.jupiter.api.Test;

class DumpStandfirstsTest {
  private static final String TITLE = "The mill turns again";
  private static final String STANDFIRST = "A flood stopped it and a village has paid";
  private static final String TEXT =
      "The mill turned on Monday for the first time since the flood, before a hundred villagers.";

  @Test
  void aLineBetweenHeadlineAndBylineIsText() {
    assertThat(raised(1, "News", TITLE, STANDFIRST, "By John Sage", TEXT)[2]).isEqualTo(0.5f);
    assertThat(raised(1, "News", TITLE, STANDFIRST, "Monday 12 May 2024", TEXT)[2]).isEqualTo(0.5f);
  }

  @Test
  void withoutABylineItMayBeAnotherHeadline() {
    assertThat(raised(1, "News", TITLE, STANDFIRST, "Sports", TEXT)[2]).isEqualTo(0.1f);
  }

  @Test
  void creditsAndPeopleInAPostAreNone() {
    String caption = "The wheel of the mill on Monday. Photo: A. Roe";
    String post = "The Valley Post is with John Sage and 4 others.";

    assertThat(raised(1, "News", TITLE, caption, "By John Sage", TEXT)[2]).isEqualTo(0.1f);
    String names = "John Sage, Jane Doe, Ann Roe and Peter Poe";

    assertThat(raised(1, "News", TITLE, post, "12 May 2024", TEXT)[2]).isEqualTo(0.1f);
    assertThat(raised(1, "News", TITLE, names, "12 May 2024", TEXT)[2]).isEqualTo(0.1f);
  }

  @Test
  void belowTheFirstLineOfAllItNeedsNoByline() {
    assertThat(raised(0, TITLE, STANDFIRST, TEXT)[1]).isEqualTo(0.5f);
  }

  @Test
  void pointsUnderTheirLabelAreText() {
    String[] lines = {
      "News", TITLE, "Highlights", "The mill turned again", "Nobody was hurt by it", TEXT
    };

    assertThat(raised(1, lines)).containsExactly(0.1f, 0.1f, 0.1f, 0.5f, 0.5f, 0.9f);
  }

  private static float[] raised(int title, String... lines) {
    Blocks blocks = TextSegmenter.segment(String.join("\n\n", lines));
    float[] chances = new float[lines.length];
    Arrays.fill(chances, 0.1f);
    chances[lines.length - 1] = 0.9f;
    DumpLines judged = new DumpLines(chances.clone(), title, 0.9f);
    DumpStandfirsts.raise(blocks.with(judged), judged, chances);
    return chances;
  }
}
