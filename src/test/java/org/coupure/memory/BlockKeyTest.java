package org.coupure.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockKeyTest {
  @ParameterizedTest
  @CsvSource({
    "12 commentaires, 7 commentaires",
    "LIRE AUSSI, Lire aussi",
    "IMPRIMER, imprimer",
    "Vu 1.200 fois, Vu 3 fois",
    "Le 3 mars à 12:30, Le 14 mars à 9:05",
    "©2024 La Vigie, ©2026 La Vigie"
  })
  void isOneForLinesThatDifferInCaseAndNumbersOnly(String one, String other) {
    assertThat(BlockKey.of(one)).isEqualTo(BlockKey.of(other));
  }

  @Test
  void foldsWhiteSpaceOfCode() {
    assertThat(BlockKey.of("let a\n\t= b")).isEqualTo(BlockKey.of("let a = b"));
  }

  @ParameterizedTest
  @CsvSource({"Lire aussi, Lire", "Partie deux, Partie trois", "a b, ab", "12 avis, avis"})
  void differsForOtherWords(String one, String other) {
    assertThat(BlockKey.of(one)).isNotEqualTo(BlockKey.of(other));
  }

  @ParameterizedTest
  @CsvSource({"12", "***", "3 - 2", "'| 4 %'"})
  void isNoneWithoutLetters(String text) {
    assertThat(BlockKey.of(text)).isEqualTo(BlockKey.NONE);
  }

  @Test
  void tellsTitlesByTheirNumbers() {
    assertThat(BlockKey.ofTitle("Chapitre 3")).isNotEqualTo(BlockKey.ofTitle("Chapitre 4"));
  }

  @Test
  void takesLongRunsOfDigitsAndSignsInOnePass() {
    String digits = "1,".repeat(500_000);

    assertThat(BlockKey.of(digits + "a")).isEqualTo(BlockKey.of("1,a"));
  }
}
