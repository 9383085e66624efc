package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.block.Blocks;
import org.coupure.block.TextSegmenter;
import org.junit.jupiter.api.Test;

class DumpRowsTest {
  private static final String TEXT =
      "The mill turned on Monday for the first time since the flood, before a hundred villagers.";

  @Test
  void rowsOfNumbersStandTogether() {
    float[] raised =
        raised(
            new float[] {0.9f, 0.3f, 0.5f, 0.04f, 0.16f},
            TEXT,
            "By the numbers",
            "302 days late",
            "36 loaves",
            "0 questions asked");

    assertThat(raised).containsExactly(0.9f, 0.5f, 0.5f, 0.5f, 0.5f);
  }

  @Test
  void rowsOfLabelsStandTogether() {
    float[] given = {0.9f, 0.05f, 0.44f, 0.2f};

    assertThat(raised(given, TEXT, "Spelling: 9", "Arithmetic: 8", "Sports: 6"))
        .containsExactly(0.9f, 0.5f, 0.5f, 0.5f);
  }

  @Test
  void countersStayWhatTheyAre() {
    float[] given = {0.9f, 0.02f, 0.1f, 0.04f};

    assertThat(raised(given, TEXT, "36 loaves", "12 mills", "4 wheels")).isEqualTo(given);
    assertThat(raised(new float[] {0.9f, 0.1f, 0.4f}, TEXT, "36 loaves", "12 mills"))
        .containsExactly(0.9f, 0.1f, 0.4f);
  }

  private static float[] raised(float[] given, String... lines) {
    Blocks blocks = TextSegmenter.segment(String.join("\n\n", lines));
    float[] chances = given.clone();
    DumpRows.raise(blocks, chances);
    return chances;
  }
}
