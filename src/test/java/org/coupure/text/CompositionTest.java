package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cafe\u0301",
        "A\u030Angstro\u0308m",
        "\u0438\u0306",
        "\u1100\u1161\u11A8",
        "\u304B\u3099",
        "\u0627\u0653",
        "\uD834\uDD5E",
        "\uD87E\uDC02"
      })
  void composesWhatCanBeComposed(String text) {
    assertThat(Composition.of(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  @Test
  void leavesComposedTextItself() {
    String text = "Caf\u00E9, \u0439, \u4E2D\u6587, \u0939\u093F\u0928\u094D \uD83D\uDE00";

    assertThat(Composition.of(text)).isSameAs(text);
  }

  @Test
  void missesNoCharacterOfTheBasicPlane() {
    for (int c = 1; c < 0x10000; c++) {
      if (!Character.isSurrogate((char) c)) {
        String text = "a" + (char) c + "b";
        assertThat(Composition.of(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
      }
    }
  }
}
