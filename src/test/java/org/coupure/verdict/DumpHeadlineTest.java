package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.block.TextSegmenter;
import org.junit.jupiter.api.Test;

class DumpHeadlineTest {
  private static final String TITLE = "Miller of the valley: «The wheel is my clock»";
  private static final String TEXT =
      "The mill turned on Monday for the first time since the flood, before a hundred villagers.";

  @Test
  void theLineAboveASentenceIsTheHeadline() {
    String[] lines = {"News", "The mill turns again", "A village has paid for it.", TEXT};

    assertThat(of(new float[] {0.1f, 0.3f, 0.4f, 0}, lines).aboveSentence(2)).isEqualTo(1);
    assertThat(of(new float[] {0.1f, 0.1f, 0.4f, 0}, lines).aboveSentence(2)).isEqualTo(2);
  }

  @Test
  void theFirstLineOfTheTextIsTheHeadlineWhereNoneIsLikely() {
    assertThat(of(new float[5], "Home", "News", "Mills", TITLE, TEXT).firstLine()).isEqualTo(3);
    assertThat(of(new float[5], "Home", "News", "Mills", TEXT, TEXT).firstLine()).isEqualTo(-1);
    assertThat(of(new float[3], "Home", TITLE, TEXT).firstLine()).isEqualTo(-1);
  }

  @Test
  void aBreadcrumbWithoutMarksEndsWithTheHeadline() {
    String trail = "Home Local news The mill turns again";
    String[] lines = {"Home", "Local news", trail, "The mill turns again", TEXT, TEXT};

    assertThat(of(new float[6], lines).endOfTrail(2)).isEqualTo(3);
    assertThat(of(new float[6], lines).endOfTrail(3)).isEqualTo(3);
  }

  @Test
  void aHeadlineWhoseEndIsALineIsNoBreadcrumb() {
    String title = "Rain stops the fair: The mill turns again";

    assertThat(of(new float[5], "Home", title, "The mill turns again", TEXT, TEXT).endOfTrail(1))
        .isEqualTo(1);
    assertThat(of(new float[4], "Mill", "Mill opens", "opens", TEXT).endOfTrail(1)).isEqualTo(1);
  }

  private static DumpHeadline of(float[] headlines, String... lines) {
    float[] chances = new float[lines.length];
    chances[lines.length - 2] = 0.6f;
    chances[lines.length - 1] = 0.9f;
    return new DumpHeadline(TextSegmenter.segment(String.join("\n\n", lines)), headlines, chances);
  }
}
