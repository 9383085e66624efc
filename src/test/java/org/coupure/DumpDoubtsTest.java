package org.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.PassageKind;
import org.coupure.article.Verdict;
import org.coupure.article.Verdict.Decider;
import org.coupure.block.DumpLines;
import org.junit.jupiter.api.Test;

class DumpDoubtsTest {
  @Test
  void sureLinesHaveNoFlags() {
    assertThat(flags(0.9f, .01f, .99f, .98f, .97f, .99f, .02f)).isEmpty();
  }

  @Test
  void doubtfulTitleIsNamed() {
    assertThat(flags(0.4f, .01f, .99f, .98f, .97f, .99f, .02f)).containsExactly("title-doubtful");
  }

  @Test
  void doubtfulLineBehindTheLastIsAtTheEnd() {
    assertThat(flags(0.9f, .01f, .99f, .98f, .97f, .99f, .3f)).containsExactly("end-doubtful");
  }

  @Test
  void doubtfulLineWithinIsInTheMiddle() {
    assertThat(flags(0.9f, .01f, .99f, .6f, .97f, .99f, .02f)).containsExactly("middle-doubtful");
  }

  private static List<String> flags(float title, float... chances) {
    List<Verdict> verdicts = new ArrayList<>();
    for (float chance : chances) {
      verdicts.add(
          chance > 0.5
              ? Verdict.keep(PassageKind.PARAGRAPH, Decider.CLASSIFIER, "model")
              : Verdict.drop(Decider.CLASSIFIER, "model"));
    }
    return DumpDoubts.flags(new DumpLines(chances, 0, title), verdicts);
  }
}
