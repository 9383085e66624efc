package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.coupure.block.Blocks;
import org.coupure.block.TextSegmenter;
import org.junit.jupiter.api.Test;

class DumpContinuationsTest {
  private static final String TEXT =
      "The mill turned on Monday for the first time since the flood, before a hundred villagers.";
  private static final String AFTER =
      "The flour goes into the bread for the feast. The rest will be sold to pay for the wheel.";

  @Test
  void whatAColonAnnouncesIsText() {
    assertThat(raised(0.26f, TEXT, "Minutes taken by:", "John Sage")).isEqualTo(0.5f);
    assertThat(raised(0.1f, TEXT, "Minutes taken by:", "John Sage")).isEqualTo(0.1f);
  }

  @Test
  void aQuotationBelowTextIsText() {
    assertThat(raised(0.37f, TEXT, "“It is a good sound to wake to”")).isEqualTo(0.5f);
  }

  @Test
  void theTextGoesOnBehindOneHeadline() {
    String link = "Reservoirs are 61 percent full";

    assertThat(raised(0.37f, TEXT, "Read also", link, AFTER)).isEqualTo(0.5f);
    assertThat(raised(0.37f, TEXT, "Reservoirs", link, AFTER)).isEqualTo(0.37f);
  }

  private static float raised(float last, String... lines) {
    Blocks blocks = TextSegmenter.segment(String.join("\n\n", lines));
    float[] chances = new float[lines.length];
    Arrays.fill(chances, 0.9f);
    chances[lines.length - 1] = last;
    DumpContinuations.raise(blocks, chances);
    return chances[lines.length - 1];
  }
}
