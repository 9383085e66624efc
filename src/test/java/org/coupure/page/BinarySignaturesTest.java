package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinarySignaturesTest {
  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%PDF-1.7 | a PDF",
        "\u0089PNG | a PNG image",
        "\u00FF\u00D8\u00FF\u00E0 | a JPEG image",
        "GIF87a | a GIF image",
        "GIF89a | a GIF image",
        "RIFF1234WEBPVP8 | a WebP image",
        "RIFF1234WAVEfmt | a sound or a video",
        "RIFF1234AVI LIST | a sound or a video",
        "BZh91AY&SY | bzip2",
        "7z\u00BC\u00AF | a 7z archive",
        "wOF2 | a font",
        "SQLite format 3 | a SQLite database",
      })
  void formatsAreNamed(String bytes, String name) {
    assertThat(BinarySignatures.find(latin(bytes))).isEqualTo(name);
  }

  @Test
  void formatsWithControlCharactersAreNamed() {
    assertThat(BinarySignatures.find(latin("PK\u0003\u0004"))).isEqualTo("a ZIP archive");
    assertThat(BinarySignatures.find(latin("PK\u0005\u0006"))).isEqualTo("a ZIP archive");
    assertThat(BinarySignatures.find(latin("Rar!\u001A"))).isEqualTo("a RAR archive");
    assertThat(BinarySignatures.find(latin("\u0000\u0000\u0000\u0018ftypisom")))
        .isEqualTo("a video");
    assertThat(BinarySignatures.find(latin("\u001F\u008B\u0008"))).isEqualTo("gzip");
    assertThat(BinarySignatures.find(latin("\u007FELF\u0002"))).isEqualTo("a program");
    assertThat(BinarySignatures.find(latin("ID3\u0003\u0000"))).isEqualTo("a sound");
    assertThat(BinarySignatures.find(latin("OggS\u0000"))).isEqualTo("a sound or a video");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PK at the border",
        "RIFFS AND RAFFS: the band is back",
        "ID3: the electric car for everybody",
        "GIF8 or GIF9?",
        "MZ is short for marketing zone",
        "BZh91 is a road",
        "Rar! cried the lion",
        "OggS",
        "the ftyp box",
      })
  void textsAreNot(String text) {
    assertThat(BinarySignatures.find(latin(text))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, false", "10, false", "11, true", "100, true"})
  void tooManyControlCharactersAreBinary(int odd, boolean binary) {
    String text = "\u0000".repeat(odd) + "a".repeat(100 - odd);

    assertThat(BinarySignatures.looksBinary(text)).isEqualTo(binary);
  }

  @Test
  void whiteSpaceIsNoControlCharacter() {
    assertThat(BinarySignatures.looksBinary("\t\r\n\f ")).isFalse();
    assertThat(BinarySignatures.looksBinary("\uFFFD\u0001")).isTrue();
    assertThat(BinarySignatures.looksBinary("")).isFalse();
  }
}
