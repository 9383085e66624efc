package org.coupure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReporterMarkTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          〔記者王小明／台北報導〕舊橋今天重新開放。         | 王小明
          【記者李大華/綜合報導】舊橋今天重新開放。          | 李大華
          〔記者王小明、李大華／台北報導〕舊橋今天重新開放。 | 王小明,李大華
          （本報記者王小明／台中電）舊橋今天重新開放。       | 王小明
          記者王小明／南投報導                               | 王小明
          聯合報／ 記者王小明／台北即時報導                  | 王小明
          """)
  void namesWhoSignsAtTheBeginning(String text, String names) {
    assertThat(ReporterMark.names(text)).containsExactly(names.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "記者王小明／南投報導指出，舊橋今天重新開放。",
        "（記者王小明攝）",
        "〔財經頻道／綜合報導〕舊橋今天重新開放。",
        "記者會上，市長說舊橋今天重新開放。",
        "By Jane Roe / Example report",
      })
  void otherBeginningsNameNobody(String text) {
    assertThat(ReporterMark.names(text)).isEqualTo(List.of());
  }

  @Test
  void aLongTextIsLeftAtItsBeginning() {
    assertThat(ReporterMark.names("〔記者" + "王".repeat(1_000_000))).isEmpty();
  }
}
