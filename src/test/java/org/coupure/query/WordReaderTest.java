package org.coupure.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Az aZ 09 | az az 09",
        "'@[`{/:' | ''",
        "l'Iran dit-on | l iran dit on",
        "Œuvre Æther Straße ĳs Øre ſo | oeuvre aether strasse ijs ore so",
        "Éte\u0301 | ete",
        "co\u00ADop a\u200Db | coop ab",
        "a\u200Bb a\u200Cb | a b a b",
        "٣ ३ | 3 3",
        "ﬁn Ａｂ | fin ab",
        "中国 | 中 国",
        "a中b | a 中 b",
        "ひら カナ | ひ ら カ ナ",
        "한국 | 한 국",
        "\u1112\u1161\u11AB\u1100 | 한 \u1100",
        "\u1100\u1161 \u1112\u1175\u11C2 | 가 힣",
        "ไทย | ไ ท ย",
        "😀ok👍🏽 | 😀 ok 👍",
        "ế ᾳ ơ | e α o",
        "שָׁלוֹם | שלום",
        "\u0301a | a",
        "𐐀 | 𐐨",
        "x² ½ | x",
      })
  void foldsWords(String text, String folded) {
    assertThat(WordIndex.folded(text)).isEqualTo(folded);
  }

  @Test
  void tellsWhereWordsStand() {
    List<String> words = new ArrayList<>();

    new WordReader(
            "L’œuvre, 中 e\u0301t.",
            false,
            (folded, length, start, end) ->
                words.add(new String(folded, 0, length) + " " + start + "-" + end))
        .read();

    assertThat(words).containsExactly("l 0-1", "oeuvre 2-7", "中 9-10", "et 11-14");
  }

  @Test
  void wildcardsBelongToWordsOfQueriesOnly() {
    assertThat(folded("europ* w?rd a? ?b")).containsExactly("europ*", "w?rd", "a", "b");
    assertThat(WordIndex.folded("europ* w?rd")).isEqualTo("europ w rd");
  }

  private static List<String> folded(String query) {
    return WordIndex.wordsOf(query).stream().map(WordIndex.Word::folded).toList();
  }

  @Test
  void aWordMayBeLong() {
    assertThat(WordIndex.folded("ab".repeat(100))).isEqualTo("ab".repeat(100));
  }
}
