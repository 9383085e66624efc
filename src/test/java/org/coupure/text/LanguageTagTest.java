package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {
  @ParameterizedTest
  @CsvSource({
    "en, en",
    "en_GB, en-GB",
    "PT-br, pt-BR",
    "de_DE.utf8, de-DE",
    "'fr, en', fr",
    "zh-Hant-TW, zh-Hant-TW",
    "iw, he",
    "gsw, gsw",
    "haw, haw"
  })
  void languagesAreWellFormedTags(String declared, String tag) {
    assertThat(LanguageTag.of(declared)).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"utf", "utf-8", "ere", "jp", "english", "x-default", "und", "mul", "", "1"})
  void whatIsNoCodeOfALanguageIsNone(String declared) {
    assertThat(LanguageTag.of(declared)).isNull();
  }
}
