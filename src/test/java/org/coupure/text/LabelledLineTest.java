package org.coupure.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.coupure.text.LabelledLine.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Title: The river rises | TITLE | The river rises",
        "Betreff: Der Fluss steigt | TITLE | Der Fluss steigt",
        "ЗАГОЛОВОК: Река поднялась | TITLE | Река поднялась",
        "标题：河水上涨 | TITLE | 河水上涨",
        "標題 [心得] 河水上漲 | TITLE | [心得] 河水上漲",
        "看板 Valley | SECTION | Valley",
        "title: \"The \\\"great\\\" river\" | TITLE | The \"great\" river",
        "URL: https://flood.example/river | URL | https://flood.example/river",
        "https://flood.example/river | URL | https://flood.example/river",
        "Byline: Jane Doe | AUTHOR | Jane Doe",
        "Message-ID: <1@flood.example> | OTHER | <1@flood.example>",
      })
  void saysWhatItHolds(String line, Field field, String value) {
    assertThat(LabelledLine.of(line)).isEqualTo(new LabelledLine(field, value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mayor said: we were warned",
        "Link: the two cases had nothing in common",
        "Title:",
        "https://flood.example/river is where it stands",
        "A river",
        "河水 上漲",
        "Title The river rises",
      })
  void isNoneWithoutALabelOrAValue(String line) {
    assertThat(LabelledLine.of(line)).isNull();
  }

  @Test
  void labelsAreKnownWithoutTheirColonToo() {
    assertThat(LabelledLine.field("Authors")).isEqualTo(Field.AUTHOR);
    assertThat(LabelledLine.field("River")).isNull();
  }
}
