package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.coupure.block.Blocks;
import org.coupure.block.DumpLines;
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

  @Test
  void dropsWhoEditedAPostAndTheMottoBelow() {
    String note = "Last edited by miller on Sun Jan 14, 2024 5:02 pm, edited 2 times in total.";

    assertThat(isDropped(note)).isTrue();
    assertThat(isDropped("The book was last edited by his daughter.")).isFalse();
    assertThat(dropped(TITLE, note, "Slow wheels grind, too.")).containsExactly(1, 2);
  }

  @Test
  void dropsWhomToAskBelowARelease() {
    assertThat(dropped(TITLE, "Press contact:", "Jane Doe, 0000 000000", "doe@valley.example"))
        .containsExactly(1, 2, 3);
    assertThat(dropped(TITLE, "More information:", "The mill is open on Sundays")).isEmpty();
  }

  private static List<Integer> dropped(String... lines) {
    Blocks blocks = TextSegmenter.segment(String.join("\n\n", lines));
    DumpLines judged = new DumpLines(new float[lines.length], 0, 0.9f);
    BlockVerdicts verdicts = new BlockVerdicts(blocks.with(judged));
    DumpNotices.drop(verdicts);
    return IntStream.range(0, lines.length).filter(i -> !verdicts.isOpen(i)).boxed().toList();
  }

  private static boolean isDropped(String line) {
    Blocks blocks = TextSegmenter.segment(TITLE + "\n\n" + line);
    BlockVerdicts verdicts = new BlockVerdicts(blocks);
    DumpNotices.drop(verdicts);
    return !verdicts.isOpen(1);
  }
}
