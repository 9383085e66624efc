package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DumpTitleTest {
  private static final String TEXT =
      "The river left its bed on Monday night, and three villages were cut off, the prefect said.";

  @Test
  void isTheFirstLine() {
    assertThat(title("The river rises again", TEXT)).isEqualTo("The river rises again");
  }

  @Test
  void isTheLineThatTheBreadcrumbEndsWith() {
    assertThat(title("HomeNewsWorldThe river rises again", "The river rises again", TEXT))
        .isEqualTo("The river rises again");
  }

  @Test
  void isTheLineThatTheBreadcrumbCutsOff() {
    assertThat(
            title("Home WORLD FLOODS: The river rises...", "FLOODS: The river rises again", TEXT))
        .isEqualTo("FLOODS: The river rises again");
  }

  @Test
  void isTheLineWithoutTheSitesName() {
    assertThat(
            title(
                "The river rises again | Daily Flood",
                "Menu",
                "Weather in the mountains and beyond",
                "The river rises again",
                TEXT))
        .isEqualTo("The river rises again");
  }

  @Test
  void isNoJunkPhraseAndNoKicker() {
    assertThat(title("[ad_1]", "Live logo", "World", "The river rises again", TEXT))
        .isEqualTo("The river rises again");
  }

  @Test
  void isShortWhenNothingLongerIsNear() {
    assertThat(title("Floods", TEXT)).isEqualTo("Floods");
  }

  @Test
  void isMissingWhereTheDumpBeginsWithText() {
    String long0 = "word ".repeat(60).trim() + ".";

    assertThat(DumpTitle.find(TextSegmenter.segment(long0 + "\n\n" + TEXT))).isEqualTo(-1);
    assertThat(DumpTitle.find(TextSegmenter.segment(""))).isEqualTo(-1);
  }

  private static String title(String... lines) {
    Blocks blocks = TextSegmenter.segment(String.join("\n\n", lines));
    return blocks.list().get(DumpTitle.find(blocks)).text();
  }
}
