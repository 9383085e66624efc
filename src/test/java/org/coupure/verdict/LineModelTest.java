package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.Blocks;
import org.coupure.block.Cut;
import org.coupure.block.DumpLines;
import org.coupure.block.DumpTitle;
import org.coupure.block.TextSegmenter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineModelTest {
  private static final String TITLE = "Der Fluss steht seit Dienstag bis an die Rathaustreppe";
  private static final String ONE =
      "Der Fluss ist in der Nacht zum Dienstag über die Ufer getreten und steht nun am Rathaus.";
  private static final String TWO =
      "Die Feuerwehr zählte 214 Keller unter Wasser. Verletzt wurde niemand, sagte die Bürgermeisterin.";
  private static final String THREE =
      "Am Mittwoch soll der Pegel sinken. Die Brücke bleibt bis zum Wochenende gesperrt.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Donnerstag, 12. Juni 2025",
        "Zum Inhalt springen",
        "Startseite | Lokales | Sport | Kultur | Anzeigen",
        "Startseite > Lokales > Der Fluss steht seit Dienstag bis …",
        "Lokales",
        "EUR 1.08 DAX 18.401"
      })
  void titleStandsBelowWhatIsNone(String above) {
    assertThat(title(above, TITLE, "Von Jana Petersen", ONE, TWO, THREE)).isEqualTo(TITLE);
  }

  @Test
  void subHeadingStaysAndCaptionGoes() {
    String caption = "Das Rathaus am Dienstagmorgen. Foto: Jana Petersen";
    Blocks blocks = blocks(TITLE, ONE, caption, TWO, "Wie es weitergeht", THREE);

    assertThat(chance(blocks, 2)).isLessThan(chance(blocks, 4));
    assertThat(chance(blocks, 4)).isGreaterThan(0.5f);
  }

  @Test
  void linesOfTextBehindTheEndAreOut() {
    Blocks blocks =
        blocks(
            TITLE,
            ONE,
            TWO,
            THREE,
            "Mehr zum Thema",
            "Neue Brücke wird teurer als gedacht",
            "3. Juni 2025",
            "Stadtbad öffnet wieder",
            "Alle Rechte vorbehalten");

    for (int i = 4; i < 9; i++) {
      assertThat(chance(blocks, i)).isLessThan(0.3f);
    }
  }

  @Test
  void labelledTitleIsTheTitle() {
    assertThat(title("Title: Hochwasser", "Author: Jana Petersen", "", ONE, TWO, THREE))
        .isEqualTo("Hochwasser");
  }

  @Test
  void isSilentAboutHtml() {
    Blocks page = Cut.page("<p>" + ONE + "</p>");

    assertThat(LineModel.bundled().judge(page)).isSameAs(page);
  }

  private static Blocks blocks(String... lines) {
    return LineModel.bundled().judge(TextSegmenter.segment(String.join("\n\n", List.of(lines))));
  }

  private static float chance(Blocks blocks, int index) {
    DumpLines lines = blocks.dumpLines();
    assertThat(lines).isNotNull();
    return lines == null ? -1 : lines.chance(index);
  }

  private static String title(String... lines) {
    Blocks blocks = LineModel.bundled().judge(TextSegmenter.segment(String.join("\n", lines)));
    return blocks.dumpTitle() < 0 ? "" : DumpTitle.text(blocks, blocks.dumpTitle());
  }
}
