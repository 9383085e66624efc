package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.coupure.block.NameWords;
import org.coupure.block.Tags;
import org.coupure.model.WordOdds;
import org.coupure.text.Hash64;
import org.coupure.verdict.ClassWords.Sense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassWordsTest {
  private static long[] hashes(String words) {
    return words == null
        ? new long[0]
        : Arrays.stream(words.split(" ")).mapToLong(Hash64::of).toArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "entry-content | entry content",
        "entryContent | entry content",
        "EntryContent mainNav | entry content main nav",
        "td_block_4 | td block",
        "post-123 post | post",
        "HTMLBody | htmlbody",
        "a b-c | ",
        "x1y2z | ",
        "NAV MENU | nav menu",
        "fußNote | fuß note",
        "aa \t  bb | aa bb",
        "aa bb cc dd ee ff gg hh ii jj kk ll mm nn | aa bb cc dd ee ff gg hh ii jj kk ll",
      })
  void attributesAreCutIntoWords(String attribute, String words) {
    assertThat(ClassWords.words(attribute)).containsExactly(hashes(words));
  }

  @Test
  void longAttributesAreCut() {
    assertThat(ClassWords.words("ab".repeat(100_000))).containsExactly(Hash64.of("ab".repeat(200)));
  }

  private static ClassWords words() {
    return new ClassWords(
        new WordOdds.Builder()
            .addValue(Hash64.of("entry"), 1.5f)
            .addValue(Hash64.of("menu"), -2)
            .addValue(Hash64.of("item"), -0.5f)
            .addValue(ClassWords.tagKey(Tags.number("p")), 0.75f)
            .build());
  }

  private static Sense sense(ClassWords words, String attribute) {
    NameWords names = new NameWords();
    int number = names.number(attribute);
    return words.senses(names)[number];
  }

  @Test
  void oddsAreAddedAndTheLeastIsKept() {
    Sense sense = sense(words(), "entry menu-item unknown");

    assertThat(sense.sum()).isEqualTo(-1);
    assertThat(sense.least()).isEqualTo(-2);
    assertThat(sense(words(), "entry").least()).isZero();
    assertThat(sense(words(), "")).isEqualTo(ClassWords.NONE);
  }

  @Test
  void tagsHaveOddsToo() {
    assertThat(words().tagOdds(Tags.number("p"))).isEqualTo(0.75f);
    assertThat(words().tagOdds(Tags.number("li"))).isZero();
  }

  @Test
  void signatureIsOfTheFirstThreeWords() {
    ClassWords words = words();

    assertThat(sense(words, "card card-large wide x").signature())
        .isEqualTo(sense(words, "card large wide yy zz").signature());
    assertThat(sense(words, "card large").signature())
        .isNotEqualTo(sense(words, "card small").signature());
  }

  @Test
  void groupsOfMeaningAreBits() {
    int comment = ClassWords.groupNames().indexOf("comment");
    int nav = ClassWords.groupNames().indexOf("nav");

    assertThat(sense(words(), "comment-list").groups() & (1L << comment)).isNotZero();
    assertThat(sense(words(), "comment-list").groups() & (1L << nav)).isZero();
    assertThat(sense(words(), "mainMenu").groups() & (1L << nav)).isNotZero();
  }

  @Test
  void groupsFitTheBitsOfALong() {
    assertThat(ClassWords.groupNames()).hasSizeBetween(10, Long.SIZE).doesNotHaveDuplicates();
  }

  // The table beneath

  @Test
  void tableGrowsWithItsWords() {
    Random random = new Random(5);
    WordOdds.Builder builder = new WordOdds.Builder();
    long[] keys = random.longs(10_000).filter(k -> k != 0).distinct().toArray();
    for (int i = 0; i < keys.length; i++) {
      builder.addValue(keys[i], i).addBit(keys[i], i % 64);
    }
    WordOdds odds = builder.build();

    for (int i = 0; i < keys.length; i++) {
      assertThat(odds.value(keys[i])).isEqualTo(i);
      assertThat(odds.bits(keys[i])).isEqualTo(1L << (i % 64));
    }
    assertThat(odds.value(random.nextLong())).isZero();
    assertThat(WordOdds.NONE.value(1)).isZero();
    assertThat(WordOdds.NONE.bits(1)).isZero();
  }

  @Test
  void builtTablesStayAsTheyWere() {
    WordOdds.Builder builder = new WordOdds.Builder().addValue(1, 1);
    WordOdds before = builder.build();
    builder.addValue(1, 2).addValue(3, 3);

    assertThat(before.value(1)).isEqualTo(1);
    assertThat(before.value(3)).isZero();
  }
}
