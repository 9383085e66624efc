package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooseWordsTest {
  /** Returns the words as they stand, between bars. */
  private static String cut(String text) {
    LooseWords words = new LooseWords(text);
    StringBuilder cut = new StringBuilder();
    while (words.next() != LooseWords.END) {
      cut.append(cut.length() == 0 ? "" : "|").append(text, words.start(), words.end());
    }
    return cut.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "suivantSaisie; suivant|Saisie",
        "Partager12; Partager|12",
        "USAToday; USA|Today",
        "USA; USA",
        "iOS; i|OS",
        "NewYORK; New|YORK",
        "az; az",
        "azAZ09_; az|AZ|09|_",
        "ad_12; ad_12",
        "a_B; a_B",
        "ad_1x; ad_1x",
        "a1; a|1",
        "étéHiver; été|Hiver",
        "a٣; a|٣",
        "a@b[c`d{e/f:g; a|b|c|d|e|f|g",
        "how?; how|?",
        "© 2025; ©|2025",
        "हिन्दी; हिन्दी",
        "e\u0301te; e\u0301te",
      })
  void cutsGluedWords(String text, String words) {
    assertThat(cut(text)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1 204 views; 1 204|views",
        "1 20 views; 1|20|views",
        "1 2045; 1|2045",
        "1 204; 1 204",
        "1,5; 1,5",
        "1.204,50 kg; 1.204,50|kg",
        "1'204’5\u00A06\u202F7; 1'204’5\u00A06\u202F7",
        "1-2; 1|2",
        "1.; 1",
        "1.2K; 1.2K",
        "3M views; 3M|views",
        "3Mb; 3|Mb",
        "3m; 3m",
        "3k.; 3k",
        "9 / 0; 9|0",
        "12٣; 12٣",
      })
  void readsNumbersWithTheSignsInside(String text, String words) {
    assertThat(cut(text)).isEqualTo(words);
  }

  @Test
  void numbersAreAllOneWord() {
    assertThat(new LooseWords("7").next()).isEqualTo(LooseWords.NUMBER);
    assertThat(new LooseWords("x 1.2K", 1).next()).isEqualTo(LooseWords.NUMBER);
    assertThat(new LooseWords("?").next()).isEqualTo(new LooseWords("؟").next());
    assertThat(new LooseWords("?").next()).isEqualTo(new LooseWords("？").next());
    assertThat(new LooseWords("©").next()).isNotEqualTo(new LooseWords("?").next());
    assertThat(new LooseWords("Été").next()).isEqualTo(new LooseWords("ete").next());
    assertThat(new LooseWords(" - ").next()).isEqualTo(LooseWords.END);
  }
}
