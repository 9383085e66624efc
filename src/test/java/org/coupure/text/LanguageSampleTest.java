package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageSampleTest {
  private static String words(String text) {
    LanguageSample sample = LanguageSample.of(text);
    return new String(sample.words(), 0, sample.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AZ az | ' az az '",
        "'@[`{/:0' | ' '",
        "-- a, b! | ' a b '",
        "l'été | ' l été '",
        "lʼété | ' l été '",
        "e\u0301te\u0301 | ' été été'",
        "हिन्दी | ' हिन्दी '",
        "中文 | ' 中文 '",
        "'' | ' '",
      })
  void holdsWordsInSmallLetters(String text, String words) {
    String wanted = text.startsWith("e\u0301") ? " été " : words;
    assertThat(words(text)).isEqualTo(wanted);
  }

  @Test
  void samplesALongTextInFiveWindows() {
    String text = "word ".repeat(1000);

    assertThat(words("word ".repeat(256)).length()).isEqualTo(5 * 256 + 1);
    assertThat(words(text).length()).isBetween(5 * 240, 5 * 257);
    assertThat(words(text).replace(" word", "").strip()).hasSizeLessThan(12);
    assertThat(words("a ".repeat(2000) + "zebra ".repeat(500))).doesNotContain("zebra");
    assertThat(words("a ".repeat(1990) + "zebra ".repeat(500))).contains("zebra");
  }

  @Test
  void knowsTheScriptOfMostLetters() {
    assertThat(LanguageSample.of("abc где ж").script()).isEqualTo(Script.CYRILLIC);
    assertThat(LanguageSample.of("abcd где").script()).isEqualTo(Script.LATIN);
    assertThat(LanguageSample.of("123").script()).isNull();
    assertThat(LanguageSample.of("123").letters()).isZero();
    assertThat(LanguageSample.of("abc где").share(Script.LATIN)).isEqualTo(.5);
  }

  @Test
  void hanWithKanaIsJapanese() {
    assertThat(LanguageSample.of("中".repeat(11) + "の").script()).isEqualTo(Script.KANA);
    assertThat(LanguageSample.of("中".repeat(12) + "の").script()).isEqualTo(Script.HAN);
    assertThat(LanguageSample.of("中の").share(Script.KANA)).isEqualTo(1);
  }
}
