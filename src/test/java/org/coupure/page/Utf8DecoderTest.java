package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Utf8DecoderTest {
  private static final int[] ALL = {};

  /** What the platform makes of the bytes, or null when they are malformed. */
  private static @Nullable String expected(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      return null;
    }
  }

  @Test
  void everyCharacterIsReadAsThePlatformReadsIt() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point += point < 0x3000 ? 1 : 7) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        String text = "12345678" + Character.toString(point) + "1234567890";

        assertThat(Utf8Decoder.decode(text.getBytes(StandardCharsets.UTF_8), ALL)).isEqualTo(text);
      }
    }
  }

  @Test
  void bytesAtRandomAreRefusedOrReadAsThePlatformDoes() {
    Random random = new Random(5);
    int[] kinds = {
      0x41, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC1, 0xC3, 0xE0, 0xE2, 0xED, 0xF0, 0xF4, 0xF5
    };
    for (int round = 0; round < 50_000; round++) {
      byte[] bytes = new byte[random.nextInt(12)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) kinds[random.nextInt(kinds.length)];
      }

      assertThat(Utf8Decoder.decode(bytes, ALL)).isEqualTo(expected(bytes));
    }
  }

  @Test
  void rangesAreLeftOutButChecked() {
    byte[] good = "abc<é>def".getBytes(StandardCharsets.UTF_8);
    byte[] bad = good.clone();
    bad[4] = 'x';

    assertThat(Utf8Decoder.decode(good, new int[] {3, 7})).isEqualTo("abcdef");
    assertThat(Utf8Decoder.decode(good, new int[] {0, 3, 7, 10})).isEqualTo("<é>");
    assertThat(Utf8Decoder.decode(bad, new int[] {3, 7})).isNull();
  }
}
