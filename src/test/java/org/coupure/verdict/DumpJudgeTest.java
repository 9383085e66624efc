package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.coupure.block.Block;
import org.coupure.block.Cut;
import org.coupure.block.TextSegmenter;
import org.junit.jupiter.api.Test;

class DumpJudgeTest {
  private static final String TITLE = "La crue du siècle vue du pont";
  private static final String TEXT =
      "Le fleuve est sorti de son lit dans la nuit de lundi à mardi, a indiqué la préfecture.";

  @Test
  void dropsTheHeadlineAndWhatRepeatsIt() {
    assertThat(open("AccueilMondeLa crue du siècle vue du pont", TITLE, TEXT, TITLE, "La crue"))
        .containsExactly(TEXT, "La crue");
  }

  @Test
  void keepsAParagraphThatBeginsWithTheHeadline() {
    String begins = TITLE + " : " + TEXT;

    assertThat(open(TITLE, TEXT, begins)).containsExactly(TEXT, begins);
  }

  @Test
  void dropsTheAuthorsInitials() {
    assertThat(open(TITLE, TEXT, "R. I.", TEXT)).containsExactly(TEXT, TEXT);
  }

  @Test
  void dropsLinesWithoutAWordAndWordsThatAreData() {
    String data = "iVBORw0KGgo".repeat(60);

    assertThat(open(TITLE, "=====", TEXT, "* * *", data)).containsExactly(TEXT);
  }

  @Test
  void dropsTheWholeTextOnceMoreBelow() {
    String second = "Trois villages ont été coupés du monde pendant deux jours.";
    String third = "L’eau baisse.";

    assertThat(open(TITLE, TEXT, second, third, TITLE, TEXT, second, third))
        .containsExactly(TEXT, second, third);
    assertThat(open(TITLE, TEXT, second, TEXT)).containsExactly(TEXT, second, TEXT);
  }

  @Test
  void dropsASentenceWithItsCredit() {
    String caption = "Le pont de pierre au petit matin.";

    assertThat(open(TITLE, TEXT, caption + " Photo : Jean Dupont", TEXT)).doesNotContain(caption);
  }

  @Test
  void dropsTheTeaserOfAParagraphBelow() {
    String teaser = "Le fleuve est sorti de son lit dans la nuit de lundi à…";

    assertThat(open(TITLE, teaser, TEXT)).containsExactly(TEXT);
    assertThat(open(TITLE, TEXT, teaser)).containsExactly(TEXT, teaser);
  }

  @Test
  void isSilentAboutHtml() {
    BlockVerdicts verdicts = new BlockVerdicts(Cut.page("<p>" + TITLE + "</p><p>" + TEXT + "</p>"));

    new DumpJudge().judge(verdicts);

    assertThat(verdicts.isOpen(0)).isTrue();
  }

  private static List<String> open(String... lines) {
    BlockVerdicts verdicts = new BlockVerdicts(TextSegmenter.segment(String.join("\n\n", lines)));
    new DumpJudge().judge(verdicts);
    List<String> open = new ArrayList<>();
    for (Block block : verdicts.blocks().list()) {
      if (verdicts.isOpen(block.index())) {
        open.add(block.text());
      }
    }
    return open;
  }
}
