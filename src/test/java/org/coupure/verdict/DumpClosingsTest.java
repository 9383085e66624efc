package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.block.Blocks;
import org.coupure.block.TextSegmenter;
import org.junit.jupiter.api.Test;

class DumpClosingsTest {
  private static final String TEXT =
      "The mill turned on Monday for the first time since the flood, before a hundred villagers.";

  @Test
  void nameAndPlaceBelowAClosingAreText() {
    assertThat(raised("Yours faithfully,", "John Sage", "Retired miller, Upper Valley"))
        .containsExactly(0.9f, 0.9f, 0.5f, 0.5f);
  }

  @Test
  void labelsAndDatesBelowItAreNot() {
    assertThat(raised("Yours faithfully,", "John Sage", "Topics: mills, floods"))
        .containsExactly(0.9f, 0.9f, 0.5f, 0.2f);
    assertThat(raised("Yours faithfully,", "12 May 2024", "The Valley"))
        .containsExactly(0.9f, 0.9f, 0.2f, 0.2f);
  }

  @Test
  void belowAParagraphNothingIsSigned() {
    assertThat(raised("Nobody came.", "John Sage", "The Valley"))
        .containsExactly(0.9f, 0.9f, 0.2f, 0.2f);
  }

  private static float[] raised(String... lines) {
    Blocks blocks = TextSegmenter.segment(TEXT + "\n\n" + String.join("\n\n", lines));
    float[] chances = {0.9f, 0.9f, 0.2f, 0.2f};
    DumpClosings.raise(blocks, chances);
    return chances;
  }
}
