package org.coupure.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.coupure.text.Hash64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {
  private static List<Long> hashes(String words) {
    List<Long> hashes = new ArrayList<>();
    for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
      hashes.add(Hash64.of(word));
    }
    return hashes;
  }

  private static List<Long> words(NameWords names, int number) {
    List<Long> words = new ArrayList<>();
    for (int place = names.from(number); place < names.to(number); place++) {
      words.add(names.word(place));
    }
    return words;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | ''",
        "2_ | ''",
        "entry-content | entry content",
        "entryContent  mainNav | entry content main nav",
        "HTMLBody NAV | htmlbody nav",
        "x1y | x y",
        "fußNote | fuß note",
      })
  void attributesAreCutIntoWords(String attribute, String words) {
    NameWords names = new NameWords();
    names.number("before it");
    int number = names.number(attribute);
    names.number("behind it");

    assertThat(words(names, number)).isEqualTo(hashes(words));
  }

  @Test
  void attributesAreNumberedOnce() {
    NameWords names = new NameWords();

    assertThat(names.number("")).isZero();
    assertThat(names.number("a b")).isEqualTo(1);
    assertThat(names.number("b a")).isEqualTo(2);
    assertThat(names.number(new String("a b"))).isEqualTo(1);
    assertThat(names.attributes()).containsExactly("", "a b", "b a");
  }

  @Test
  void hundredsOfAttributesKeepTheirNumbers() {
    NameWords names = new NameWords();
    for (int i = 1; i < 2000; i++) {
      assertThat(names.number("name x" + (i - 1) % 500)).isEqualTo((i - 1) % 500 + 1);
    }
  }

  @Test
  void neighboursAreKnownAsOneWordToo() {
    NameWords names = new NameWords();
    int number = names.number("most-readList");
    int first = names.from(number);

    assertThat(names.pair(first)).isZero();
    assertThat(names.pair(first + 1)).isEqualTo(Hash64.of("mostread"));
    assertThat(names.pair(first + 2)).isEqualTo(Hash64.of("readlist"));
    assertThat(names.isJoined(first + 1)).isFalse();
    assertThat(names.isJoined(first + 2)).isTrue();
  }

  @Test
  void singleLettersAreMarked() {
    NameWords names = new NameWords();
    int number = names.number("p-author");

    assertThat(names.isLetter(names.from(number))).isTrue();
    assertThat(names.isLetter(names.from(number) + 1)).isFalse();
  }

  @Test
  void longAttributesAreCutAndReadNoFurtherThanTheyTell() {
    NameWords names = new NameWords();
    int number = names.number("ab".repeat(100_000));
    int first = names.from(number);

    assertThat(names.word(first)).isEqualTo(Hash64.of("ab".repeat(200)));
    assertThat(names.isFar(first)).isFalse();
    assertThat(names.isFar(first + 1)).isTrue();
    assertThat(words(names, number)).hasSize(2);
  }
}
