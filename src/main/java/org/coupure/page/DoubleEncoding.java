package org.coupure.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.coupure.page.Decoded.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what programs did that read a page in windows-1252 or ISO-8859-1, whatever it was in, and
 * saved that as UTF-8: "Ã©" for "é", "Ïðè" for "При". Only where every character beyond ASCII is
 * explained by it.
 */
final class DoubleEncoding {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** A text about this very fault shows an example or two. */
  private static final int FEWEST = 6;

  /**
   * No language in Latin letters has so many accented letters in a row; texts in other alphabets,
   * decoded wrongly, do.
   */
  private static final int LONG_RUN = 6;

  private DoubleEncoding() {}

  /** Returns the text that {@code text}, read as UTF-8, was before, or null when it was none. */
  static @Nullable Decoded undo(String text) {
    int sequences = sequences(text);
    if (sequences >= FEWEST) {
      String once = new String(bytes(text), StandardCharsets.UTF_8);
      return new Decoded(once, StandardCharsets.UTF_8, Evidence.TWICE, false);
    }
    if (sequences >= 0 || !hasLongRun(text) || !isBytes(text)) {
      return null;
    }
    byte[] bytes = bytes(text);
    int from = 0;
    while (from < bytes.length && bytes[from] >= 0) {
      from++;
    }
    Charset charset = SingleByteCharsets.secondLook(bytes, from, WINDOWS_1252);
    return charset.equals(WINDOWS_1252)
        ? null
        : new Decoded(new String(bytes, charset), charset, Evidence.TWICE, false);
  }

  /** Returns how many sequences of UTF-8 the characters make, or -1 when one makes none. */
  private static int sequences(String text) {
    int sequences = 0;
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = c < 0x80 ? c : value(c);
      if (open > 0) {
        if ((value & 0xC0) != 0x80) {
          return -1;
        }
        open--;
      } else if (value >= 0x80) {
        open = value >= 0xF0 && value < 0xF5 ? 3 : value >= 0xE0 ? 2 : value >= 0xC2 ? 1 : 0;
        if (open == 0 || value >= 0xF5) {
          return -1;
        }
        sequences++;
      }
    }
    return open > 0 ? -1 : sequences;
  }

  private static boolean hasLongRun(String text) {
    // One in so many characters is enough to meet a run of that length: pages are long.
    for (int i = LONG_RUN - 1; i < text.length(); i += LONG_RUN) {
      if (isAccented(text.charAt(i)) && isInLongRun(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInLongRun(String text, int at) {
    int from = at;
    while (from > 0 && isAccented(text.charAt(from - 1))) {
      from--;
    }
    int end = at + 1;
    while (end < text.length() && isAccented(text.charAt(end))) {
      end++;
    }
    return end - from >= LONG_RUN;
  }

  private static boolean isAccented(char c) {
    return c >= 0xC0 && c <= 0xFF;
  }

  /** Returns whether each character stands for a byte. */
  private static boolean isBytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (value(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) value(text.charAt(i));
    }
    return bytes;
  }

  /**
   * Returns the byte that became {@code c}, or -1. Both charsets leave some of them as they are.
   */
  private static int value(char c) {
    if (c <= 0xFF) {
      return c;
    }
    int at = Arrays.binarySearch(Bytes.CHARACTERS, c);
    return at < 0 ? -1 : Bytes.VALUES[at];
  }

  /** What windows-1252 has between 0x80 and 0x9F, sorted by character. */
  private static final class Bytes {
    static final char[] CHARACTERS = new char[32];
    static final int[] VALUES = new int[32];

    static {
      int[] keyed = new int[32];
      for (int i = 0; i < keyed.length; i++) {
        char c = new String(new byte[] {(byte) (0x80 + i)}, WINDOWS_1252).charAt(0);
        keyed[i] = (c == '\uFFFD' ? 0x80 + i : c) << 8 | (0x80 + i);
      }
      Arrays.sort(keyed);
      for (int i = 0; i < keyed.length; i++) {
        CHARACTERS[i] = (char) (keyed[i] >> 8);
        VALUES[i] = keyed[i] & 0xFF;
      }
    }
  }
}
