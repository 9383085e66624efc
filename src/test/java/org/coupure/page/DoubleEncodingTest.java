package org.coupure.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleEncodingTest {
  private static final String FRENCH =
      "Après deux années, la librairie fermera. « J’ai reçu une dizaine d’élèves », dit-elle.";
  private static final String RUSSIAN = "Музей вновь принимает посетителей после долгого ремонта.";

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-1"})
  void undoesUtf8ThatWasReadAsAnotherCharset(String wrong) {
    String twice = new String(FRENCH.getBytes(UTF_8), Charset.forName(wrong)).replace("\uFFFD", "");
    Decoded decoded =
        Decoded.of(new String(FRENCH.getBytes(UTF_8), ISO_8859_1).getBytes(UTF_8), null);

    assertThat(twice).contains("Ã©");
    assertThat(decoded.text()).isEqualTo(FRENCH);
    assertThat(decoded.describeCharset()).isEqualTo("UTF-8 (twice)");
  }

  @Test
  void undoesCyrillicThatWasReadAsLatin() {
    String wrong = new String(RUSSIAN.getBytes(Charset.forName("windows-1251")), ISO_8859_1);

    Decoded decoded = Decoded.of(wrong.getBytes(UTF_8), "text/plain; charset=utf-8");

    assertThat(decoded.text()).isEqualTo(RUSSIAN);
    assertThat(decoded.describeCharset()).isEqualTo("windows-1251 (twice)");
  }

  @Test
  void leavesWhatIsWrittenSo() {
    assertThat(DoubleEncoding.undo(FRENCH)).isNull();
    assertThat(DoubleEncoding.undo(RUSSIAN)).isNull();
    assertThat(DoubleEncoding.undo("no letter beyond ASCII")).isNull();
    assertThat(DoubleEncoding.undo("an example is Ã© for é, and Ã¨ for è")).isNull();
    assertThat(DoubleEncoding.undo("one example: Ã©")).isNull();
    assertThat(DoubleEncoding.undo("")).isNull();
  }
}
