package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordSetTest {
  /** FNV-1a over UTF-16 units, as the set documents it. */
  private static long hash(String word) {
    long hash = 0xcbf29ce484222325L;
    for (char c : word.toCharArray()) {
      hash = (hash ^ c) * 0x100000001b3L;
    }
    return hash;
  }

  @Test
  void holdsWordsInLowerCase() {
    WordSet set = WordSet.of("L’Été, DÉJÀ 2024!");

    assertThat(set.size()).isEqualTo(4);
    assertThat(set.contains(hash("été"))).isTrue();
    assertThat(set.contains(hash("déjà"))).isTrue();
    assertThat(set.contains(hash("2024"))).isTrue();
    assertThat(set.contains(hash("l"))).isTrue();
    assertThat(set.contains(hash("Été"))).isFalse();
    assertThat(set.contains(hash("hier"))).isFalse();
  }

  @Test
  void repeatedWordsCountOnce() {
    assertThat(WordSet.of("a A a, b").size()).isEqualTo(2);
    assertThat(WordSet.of("漢字漢字漢字").size()).isEqualTo(1);
  }

  @Test
  void localeDoesNotMatter() {
    // Tests run in a Turkish locale, where I would become a dotless i.
    assertThat(WordSet.of("TITLE").contains(hash("title"))).isTrue();
    assertThat(WordSet.lower('I')).isEqualTo('i');
    assertThat(WordSet.lower('İ')).isEqualTo('i');
  }

  @Test
  void emptySetHoldsNothing() {
    assertThat(WordSet.of("").size()).isZero();
    assertThat(WordSet.of(" — ").contains(hash("a"))).isFalse();
    assertThat(WordSet.EMPTY.contains(0)).isFalse();
  }

  @Test
  void everyCharacterMayBeAWord() {
    String mixed = "a漢".repeat(50_000) + "é ".repeat(50_000);

    assertThat(WordSet.of(mixed).size()).isEqualTo(3);
    StringBuilder distinct = new StringBuilder();
    for (char c = 0x4E00; c < 0x9000; c++) {
      distinct.append(c).append('a');
    }
    assertThat(WordSet.of(distinct.toString()).size()).isEqualTo(0x9000 - 0x4E00 + 1);
  }
}
