package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.coupure.block.Blocks;
import org.coupure.block.TextSegmenter;
import org.coupure.model.WordOdds;
import org.junit.jupiter.api.Test;

class DumpWordsTest {
  @Test
  void visitsWordsAndPairs() {
    assertThat(keys("Sign up now")).hasSize(5).doesNotHaveDuplicates();
    assertThat(keys("Sign up")).containsExactlyElementsOf(keys("Sign up now").subList(0, 3));
    assertThat(keys("up sign")).doesNotContain(keys("Sign up").get(2));
  }

  @Test
  void caseAndMarksBetweenDoNotMatter() {
    assertThat(keys("« SIGN – up ! »")).isEqualTo(keys("sign up"));
  }

  @Test
  void numbersAreOneWord() {
    assertThat(keys("12 comments")).isEqualTo(keys("7 comments"));
    assertThat(keys("12th")).isNotEqualTo(keys("7th"));
  }

  @Test
  void unspacedScriptsAreCutByCharacters() {
    assertThat(keys("首页新闻")).hasSize(3);
  }

  @Test
  void sumsWhatIsKnownOfTheWords() {
    WordOdds odds =
        new WordOdds.Builder()
            .addValue(keys("subscribe").get(0), -3)
            .addValue(keys("said").get(0), 2)
            .build();
    Blocks blocks = TextSegmenter.segment("Subscribe now\n\nHe said: subscribe\n\nNothing");

    DumpWords words = new DumpWords(blocks.list(), odds);

    assertThat(words.sums).containsExactly(-3, -1, 0);
    assertThat(words.least).containsExactly(-3, -3, 0);
    assertThat(words.most).containsExactly(0, 2, 0);
    assertThat(words.first).containsExactly(-3, -1, 0);
  }

  private static List<Long> keys(String text) {
    List<Long> keys = new ArrayList<>();
    DumpWords.visit(text, keys::add);
    return keys;
  }
}
