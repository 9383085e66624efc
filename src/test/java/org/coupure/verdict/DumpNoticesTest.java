package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.block.Blocks;
import org.coupure.block.TextSegmenter;
import org.junit.jupiter.api.Test;

class DumpNoticesTest {
  private static final String TITLE = "The moth that reads road signs";

  @Test
  void dropsANoteOfTheEditorsAboutAChange() {
    assertThat(isDropped("Editor's note: This story was updated to correct a number.")).isTrue();
    assertThat(isDropped("Anm. d. Red.: Der Artikel wurde am 3. Mai korrigiert.")).isTrue();
    assertThat(isDropped("Editor's note: the names of the witnesses are not theirs.")).isFalse();
    assertThat(isDropped("The editor's notes were corrected by hand.")).isFalse();
  }

  @Test
  void dropsWhatLinksEarn() {
    assertThat(isDropped("If you buy through our links, we may earn a commission.")).isTrue();
    assertThat(isDropped("The commission met on Tuesday.")).isFalse();
  }

  private static boolean isDropped(String line) {
    Blocks blocks = TextSegmenter.segment(TITLE + "\n\n" + line);
    BlockVerdicts verdicts = new BlockVerdicts(blocks);
    DumpNotices.drop(verdicts);
    return !verdicts.isOpen(1);
  }
}
