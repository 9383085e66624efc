package org.coupure.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.text.WordSet;
import org.junit.jupiter.api.Test;

class CharTraitsTest {
  @Test
  void lettersGiveTheirSmallOnesAndWhetherTheyAreCapitals() {
    assertThat(CharTraits.of('a')).isEqualTo('a' | CharTraits.WORD);
    assertThat(CharTraits.of('A')).isEqualTo('a' | CharTraits.WORD | 1 << CharTraits.UPPER);
    assertThat(CharTraits.of('Ж')).isEqualTo('ж' | CharTraits.WORD | 1 << CharTraits.UPPER);
    assertThat(CharTraits.of('7')).isEqualTo('7' | CharTraits.WORD | 1 << CharTraits.DIGIT);
  }

  @Test
  void whatIsNoPartOfAWordIsItself() {
    assertThat(CharTraits.of(' ')).isEqualTo(' ');
    assertThat(CharTraits.of('…')).isEqualTo('…');
  }

  @Test
  void scriptsWithoutSpacesAreToldFromOthers() {
    assertThat(CharTraits.of('漢')).isEqualTo('漢' | CharTraits.UNSPACED);
    assertThat(CharTraits.of('ก')).isEqualTo('ก' | CharTraits.UNSPACED);
  }

  @Test
  void everyCharacterIsWhatWordsAreMadeOf() {
    for (int i = 0; i <= Character.MAX_VALUE; i++) {
      char c = (char) i;
      int scale = WordSet.wordScale(c);
      int traits = CharTraits.of(c);

      assertThat((traits & CharTraits.WORD) != 0).as("U+%04X", i).isEqualTo(scale == 1);
      assertThat((traits & CharTraits.UNSPACED) != 0).as("U+%04X", i).isEqualTo(scale > 1);
      assertThat((char) (traits & CharTraits.LOWER))
          .as("U+%04X", i)
          .isEqualTo(scale == 0 ? c : WordSet.lower(c));
    }
  }
}
