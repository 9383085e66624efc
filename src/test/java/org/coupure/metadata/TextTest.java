package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The Title, 2nd PART!  | the title 2nd part
          "What's left?"        | whats left
          -- a --b-- [c] @{d}   | a b c d
          ISTANBUL              | istanbul
          Élan – ＡＢＣ          | élan abc
          ...                   | ''
          """)
  void keysHaveLettersAndDigitsOnly(String text, String key) {
    assertThat(Text.key(text)).isEqualTo(key);
    // A sign beyond ASCII takes the other way through the text.
    assertThat(Text.key(text + "\u2026")).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Title", "title 2", "2 titles", "'Title'", "T", "", "e\u0301t", "Été", "\"Quoted"})
  void whatHasAKeyMayHaveIt(String text) {
    assertThat(Text.mayHaveKey(text, Text.key(text))).isTrue();
  }

  @Test
  void whatBeginsOtherwiseHasAnotherKey() {
    assertThat(Text.mayHaveKey("A title", "the title")).isFalse();
    assertThat(Text.mayHaveKey("Another", "")).isFalse();
  }
}
