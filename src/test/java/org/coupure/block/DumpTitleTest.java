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

  @Test
  void isBelowTheTrailToThePage() {
    assertThat(title("ホーム > ニュース > 社会 > 記事", "老朽化した駅前の図書館", TEXT)).isEqualTo("老朽化した駅前の図書館");
    assertThat(title("当前位置：首页 > 新闻 > 正文", "老城区百年茶楼修缮完工", TEXT)).isEqualTo("老城区百年茶楼修缮完工");
  }

  @Test
  void isTheEndOfTheTrailWhereNothingElseIs() {
    assertThat(title("Home > World > The river rises again", TEXT))
        .isEqualTo("The river rises again");
  }

  @Test
  void isNoTextAboutCookies() {
    String consent =
        "We use cookies to give you the best experience. By continuing to use this site you agree to"
            + " our use of cookies. Accept Read more";

    assertThat(title(consent, "Menu", "The river rises again", TEXT))
        .isEqualTo("The river rises again");
  }

  @Test
  void isNoFirstParagraph() {
    String first =
        "The river left its bed on Monday night, and three villages were cut off. The prefect said"
            + " that nobody had been hurt so far.";

    assertThat(DumpTitle.find(TextSegmenter.segment(first + "\n\n" + TEXT))).isEqualTo(-1);
  }

  @Test
  void mayBeTwoShortSentences() {
    String title = "Who let the river rise? Nobody will say.";

    assertThat(title(title, TEXT)).isEqualTo(title);
  }

  @Test
  void isWhatTheHeadCallsTitle() {
    assertThat(title("URL: https://flood.example/river", "Title: The river rises", TEXT))
        .isEqualTo("The river rises");
  }

  @Test
  void losesTheMarksOfMarkdown() {
    assertThat(title("# The river rises again #", TEXT)).isEqualTo("The river rises again");
    assertThat(title("**The river rises again**", TEXT)).isEqualTo("The river rises again");
    assertThat(title("#", TEXT)).isEqualTo("#");
  }

  private static String title(String... lines) {
    Blocks blocks = TextSegmenter.segment(String.join("\n\n", lines));
    return DumpTitle.text(blocks, DumpTitle.find(blocks));
  }
}
