package org.coupure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Utf8DecoderTest {
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

        assertThat(Utf8Decoder.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
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

      assertThat(Utf8Decoder.decode(bytes)).isEqualTo(expected(bytes));
    }
  }
}
