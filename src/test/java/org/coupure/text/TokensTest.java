package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 0",
        "' ' | 0",
        "— … » | 0",
        "a | 1",
        "a b  c | 3",
        "L’été dernier, déjà. | 4",
        "l'eau | 2",
        "rendez-vous | 2",
        "1 234,56 € | 3",
        "snake_case | 1",
        "3D | 1",
        "Straße İstanbul ıslak | 3",
        "e\u0301te\u0301 | 1",
        "Привет мир | 2",
        "مرحبا بالعالم | 2",
        "कि हिन्दी | 2",
        "안녕 세계 | 2",
        "漢 | 1",
        "漢字 | 1",
        "漢字漢 | 2",
        "漢字漢字 | 2",
        "日本語のテスト | 4",
        "漢a字 | 3",
        "昨天，北京 | 2",
        "สวัสดีครับ | 3",
        "ก | 1",
        "漢字กขคง | 2",
      })
  void wordsAreCountedAsReadersDo(String text, int words) {
    assertThat(Tokens.count(text)).isEqualTo(words);
  }

  @Test
  void setsAndCountsCutWordsAlike() {
    Random random = new Random(3);
    String alphabet = "ab1_ ,.-éЖм漢字かกข\u0301\uD83D\uDE00\u200B";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      int words = Tokens.count(text.toString());

      assertThat(WordSet.of(text.toString()).size())
          .as(text.toString())
          .isBetween(words > 0 ? 1 : 0, words);
    }
  }
}
