package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.Seam.Sign;
import org.junit.jupiter.api.Test;

class SeamCutterTest {
  @Test
  void aSentenceEndWithACapitalDirectlyBehindIsASeam() {
    assertThat(texts("Der Bäcker kam erst am Montag.Lesen Sie auch: Neues vom Müller"))
        .containsExactly("Der Bäcker kam erst am Montag.", "Lesen Sie auch: Neues vom Müller");
  }

  @Test
  void shortcodesStandAlone() {
    assertThat(texts("[ad_1]عاد الخباز إلى فرنه بعد أسبوع على البحر.[ad_2]"))
        .containsExactly("[ad_1]", "عاد الخباز إلى فرنه بعد أسبوع على البحر.", "[ad_2]");
  }

  @Test
  void shortcodesThatATextSpeaksAboutStay() {
    assertThat(texts("Les marques « [ad_1] », [ad_2] et les autres restent vides.")).hasSize(1);
  }

  @Test
  void aJunkPhraseBehindASentenceIsCut() {
    assertThat(SeamCutter.cut("The baker came back from the sea. Advertisement"))
        .extracting(SeamCutter.Piece::seam)
        .containsExactly(null, new Seam(Sign.PHRASE, " "));
  }

  @Test
  void aDashedLabelBehindASentenceIsCut() {
    String text = "The baker went to the sea with his family.";

    assertThat(SeamCutter.cut(text + "- Advertisement -"))
        .extracting(SeamCutter.Piece::text)
        .containsExactly(text, "- Advertisement -");
  }

  @Test
  void buttonsInFrontOfTheTextAreCut() {
    assertThat(SeamCutter.cut("Share on FacebookShare on TwitterThe baker went to the sea."))
        .extracting(SeamCutter.Piece::text)
        .containsExactly("Share on Facebook", "Share on Twitter", "The baker went to the sea.");
  }

  @Test
  void aYearGluedToTheFirstSentenceIsCut() {
    assertThat(texts("Publié le 4 mai 2024Le boulanger est revenu de la mer hier matin."))
        .containsExactly("Publié le 4 mai 2024", "Le boulanger est revenu de la mer hier matin.");
  }

  @Test
  void aCreditGluedToTheFirstSentenceIsCut() {
    String text = "Das Brot schmeckte den meisten besser als das alte, was ihm niemand sagte.";

    assertThat(texts("Foto: A. Beck / DorfblattDie Bäckerei ist zu. " + text)).hasSize(2);
  }

  @Test
  void namesUrlsNumbersAndInitialsStayWhole() {
    for (String text :
        List.of(
            "J.R.R. Baker of McDonald paid 3.5 million for YouTube and iPhone parts.",
            "Write to Baker.Anna@brot.example or see https://brot.example/a.Html today.",
            "He said: well...Then the U.S.Army came, and TikTok and LinkedIn followed.")) {
      assertThat(texts(text)).containsExactly(text);
    }
  }

  private static List<String> texts(String text) {
    return SeamCutter.cut(text).stream().map(SeamCutter.Piece::text).toList();
  }
}
