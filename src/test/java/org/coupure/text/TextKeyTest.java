package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextKeyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Bridge falls | the bridge falls",
        "' -- A, b; c! ' | a b c",
        "AZaz09 | azaz09",
        "'@[`{/:' | ''",
        "it's | its",
        "it’s | its",
        "'' | ''",
        "Été à l'Île | été à lîle",
        "«Été» … | été",
        "ﬁn | fin",
        "१२ हिन्दी | १२ हिन्दी",
        "𝒜b | ab",
        "a—b | a b",
        "😀 ok | 😀 ok",
        "zero 9 | zero 9",
      })
  void keepsLettersAndDigitsInSmallLetters(String text, String key) {
    assertThat(TextKey.of(text)).isEqualTo(key);
  }

  @Test
  void invisibleSignsDoNotPartWords() {
    assertThat(TextKey.of("é\u200Btude")).isEqualTo("étude");
    assertThat(TextKey.of("a\u00ADb")).isEqualTo("ab");
    assertThat(TextKey.of("\u00E9\u0300")).isEqualTo("\u00E9\u0300");
  }

  @ParameterizedTest
  @CsvSource({
    "The bridge, the bridge, true",
    "A bridge, the bridge, false",
    "The bridge, '', false",
    "7 bridges, 7 bridges, true",
    "8 bridges, 7 bridges, false",
    "T, a, true",
    "'', a, true",
    "'«The', a, true",
    "' The', a, true",
    "Été, a, true",
    "Ế, a, true",
  })
  void firstCharactersTellMostTextsApart(String text, String key, boolean maybe) {
    assertThat(TextKey.mayBe(text, key)).isEqualTo(maybe);
    assertThat(TextKey.mayBe(text, TextKey.of(text)) || TextKey.of(text).isEmpty()).isTrue();
  }

  @Test
  void aMarkBehindTheFirstLetterMayChangeIt() {
    assertThat(TextKey.mayBe("e\u0301t", "\u00E9t")).isTrue();
  }
}
