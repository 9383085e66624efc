package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coupure.text.Hash64;
import org.junit.jupiter.api.Test;

class SharedShinglesTest {
  private static SharedShingles of(String... texts) {
    SharedShingles sharedShingles = new SharedShingles(texts.length);
    for (String text : texts) {
      for (String word : List.of(text.split(" ", -1))) {
        sharedShingles.word(Hash64.of(word));
      }
      sharedShingles.endBlock();
    }
    return sharedShingles;
  }

  @Test
  void whatNobodyRepeatsIsNoEcho() {
    assertThat(of("one two three four five", "six seven eight nine ten").share(0)).isZero();
  }

  @Test
  void quoteEchoesAllOfItsWordsAndTheTextOnlyThose() {
    SharedShingles sharedShingles = of("a b c d e f g h", "c d e f");

    assertThat(sharedShingles.share(1)).isEqualTo(1);
    assertThat(sharedShingles.share(0)).isEqualTo(0.2f);
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
    SharedShingles sharedShingles = of(texts);

    for (int i = 0; i < texts.length; i++) {
      assertThat(sharedShingles.share(i)).as("block %d", i).isEqualTo(i % 3 == 0 ? 1 : 0);
    }
  }
}
