package org.coupure.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.coupure.text.WordLists;
import org.junit.jupiter.api.Test;

class BylineWordsTest {
  private static final BylineWords WORDS = BylineWords.load();

  @Test
  void everyPrefixMayBegin() {
    for (String prefix : WordLists.entries(WordLists.load("byline/words.txt"), "prefix")) {
      assertThat(WORDS.mayBeginAsPrefix(prefix)).as(prefix).isTrue();
      assertThat(WORDS.mayBeginAsPrefix(prefix + ": x")).as(prefix).isTrue();
      assertThat(WORDS.mayBeginAsPrefix(" " + prefix + " x")).as(prefix).isTrue();
      String large = prefix.toUpperCase(Locale.ROOT);
      // Two capitals may stand for one letter that has none.
      boolean same = large.toLowerCase(Locale.ROOT).equals(prefix);
      assertThat(!same || WORDS.mayBeginAsPrefix(large + "/x")).as(large).isTrue();
    }
  }

  @Test
  void mostTextsBeginOtherwise() {
    assertThat(WORDS.mayBeginAsPrefix("Jane Roe")).isFalse();
    assertThat(WORDS.mayBeginAsPrefix("Supercalifragilisticexpialidocious words")).isFalse();
  }
}
