package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WideCharsetsTest {
  private static final String RUSSIAN = "Музей вновь принимает посетителей\nпосле долгого ремонта.";
  private static final String JAPANESE = "老朽化した駅前の図書館を建て替える\nと市は5日に明らかにした。";

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE"})
  void textsInOtherScriptsAreUtf16WithoutAMark(String name) {
    Charset charset = Charset.forName(name);

    assertThat(WideCharsets.utf16(RUSSIAN.getBytes(charset))).isEqualTo(charset);
    assertThat(WideCharsets.utf16(JAPANESE.getBytes(charset))).isEqualTo(charset);
  }

  @Test
  void whatHoldsZerosElsewhereIsNone() {
    assertThat(WideCharsets.utf16(new byte[300])).isNull();
    assertThat(WideCharsets.utf16("a text\0with a zero".getBytes(StandardCharsets.UTF_8))).isNull();
    assertThat(WideCharsets.utf16(new byte[] {1, 0, 2, 0, 3, 0, 4, 0})).isNotNull();
    assertThat(WideCharsets.utf16(new byte[0])).isNull();
  }

  @Test
  void japaneseOfMailsIsToldByItsEscapes() {
    byte[] mail = JAPANESE.getBytes(Charset.forName("ISO-2022-JP"));

    Decoded decoded = Decoded.of(mail, null);

    assertThat(decoded.text()).isEqualTo(JAPANESE);
    assertThat(decoded.describeCharset()).isEqualTo("ISO-2022-JP (detected)");
    assertThat(Decoded.of("\u001b[1mbold\u001b(B".getBytes(StandardCharsets.UTF_8), null).charset())
        .isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void utf32IsToldByItsMark() {
    byte[] marked = ("\uFEFF" + RUSSIAN).getBytes(Charset.forName("UTF-32LE"));

    assertThat(Decoded.of(marked, null).text()).isEqualTo(RUSSIAN);
    assertThat(Decoded.of(marked, null).describeCharset()).isEqualTo("UTF-32LE (bom)");
  }
}
