package org.coupure.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Well-formed UTF-8 to text, in runs where it is ASCII, as markup is: the platform's decoder goes
 * byte by byte as soon as one character of a page is beyond Latin-1, and took three times as long.
 * Not thread-safe; used once.
 */
final class Utf8Decoder {
  private static final long BEYOND_ASCII = 0x8080808080808080L;

  /** Shorter runs are not worth a string. */
  private static final int LEAST_RUN = 32;

  /** Longer ones are cut, so that the string is still in the processor's cache. */
  private static final int MOST_RUN = 8192;

  private final byte[] bytes;

  /** Not a VarHandle, whose first use costs a cold start 4 ms. */
  private final ByteBuffer eights;

  private final char[] chars;
  private int length;

  private Utf8Decoder(byte[] bytes) {
    this.bytes = bytes;
    this.eights = ByteBuffer.wrap(bytes);
    this.chars = new char[bytes.length];
  }

  /** Returns the text of {@code bytes}, or null when they are malformed anywhere. */
  static @Nullable String decode(byte[] bytes) {
    Utf8Decoder decoder = new Utf8Decoder(bytes);
    return decoder.isDecoded() ? new String(decoder.chars, 0, decoder.length) : null;
  }

  private boolean isDecoded() {
    int i = 0;
    while (i < bytes.length) {
      i = appendAscii(i);
      while (i < bytes.length && bytes[i] < 0) {
        int size = size(i);
        if (size == 0) {
          return false;
        }
        appendCharacter(i, size);
        i += size;
      }
    }
    return true;
  }

  private int appendAscii(int from) {
    int i = from;
    while (i + Long.BYTES <= bytes.length && (eights.getLong(i) & BEYOND_ASCII) == 0) {
      i += Long.BYTES;
    }
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    if (i - from < LEAST_RUN) {
      for (int at = from; at < i; at++) {
        chars[length++] = (char) bytes[at];
      }
      return i;
    }
    // Two copies in vector instructions are faster than one that widens byte by byte.
    for (int at = from; at < i; at += MOST_RUN) {
      int run = Math.min(MOST_RUN, i - at);
      new String(bytes, at, run, StandardCharsets.ISO_8859_1).getChars(0, run, chars, length);
      length += run;
    }
    return i;
  }

  private void appendCharacter(int at, int size) {
    int first = bytes[at];
    if (size == 2) {
      chars[length++] = (char) ((first & 0x1F) << 6 | tail(at + 1));
    } else if (size == 3) {
      chars[length++] = (char) ((first & 0x0F) << 12 | tail(at + 1) << 6 | tail(at + 2));
    } else {
      int point = (first & 7) << 18 | tail(at + 1) << 12 | tail(at + 2) << 6 | tail(at + 3);
      chars[length++] = Character.highSurrogate(point);
      chars[length++] = Character.lowSurrogate(point);
    }
  }

  private int tail(int at) {
    return bytes[at] & 0x3F;
  }

  /**
   * Returns how many bytes the character at {@code at} has, which is beyond ASCII; 0 when it is
   * malformed (Unicode 15, table 3-7).
   */
  private int size(int at) {
    int first = bytes[at] & 0xFF;
    int size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first < 0xC2 || first > 0xF4 || at + size > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = at + 2; i < at + size; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return size;
  }
}
