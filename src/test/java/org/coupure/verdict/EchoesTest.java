package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.block.NameWords;
import org.junit.jupiter.api.Test;

class EchoesTest {
  private static Echoes of(String... texts) {
    Echoes echoes = new Echoes(texts.length);
    for (String text : texts) {
      for (String word : List.of(text.split(" ", -1))) {
        echoes.word(NameWords.hash(word));
      }
      echoes.endBlock();
    }
    return echoes;
  }

  @Test
  void whatNobodyRepeatsIsNoEcho() {
    assertThat(of("one two three four five", "six seven eight nine ten").share(0)).isZero();
  }

  @Test
  void quoteEchoesAllOfItsWordsAndTheTextOnlyThose() {
    Echoes echoes = of("a b c d e f g h", "c d e f");

    assertThat(echoes.share(1)).isEqualTo(1);
    assertThat(echoes.share(0)).isEqualTo(0.2f);
  }

  @Test
  void blockThatRepeatsItselfIsNoEcho() {
    assertThat(of("a b c d a b c d", "e f g h").share(0)).isZero();
  }

  @Test
  void runsDoNotCrossBlocks() {
    assertThat(of("a b", "c d", "a b c d").share(2)).isZero();
  }

  @Test
  void shortBlocksHaveNoRuns() {
    assertThat(of("a b c", "a b c").share(0)).isZero();
  }

  @Test
  void pageWithoutWordsHasNoEcho() {
    assertThat(of("").share(0)).isZero();
  }

  @Test
  void longTextsAreCompared() {
    String text = "w".repeat(3).concat(" ");
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      words.append(text).append(i).append(' ');
    }
    String all = words.toString().strip();

    assertThat(of(all, all).share(1)).isEqualTo(1);
  }

  @Test
  void eachBlockOfManyIsToldFromTheOthers() {
    String[] texts = new String[600];
    for (int i = 0; i < texts.length; i++) {
      String own = "w" + i;
      texts[i] = i % 3 == 0 ? "a b c d" : own + " x" + i + " y" + i + " z" + i;
    }
    Echoes echoes = of(texts);

    for (int i = 0; i < texts.length; i++) {
      assertThat(echoes.share(i)).as("block %d", i).isEqualTo(i % 3 == 0 ? 1 : 0);
    }
  }
}
