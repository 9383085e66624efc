package org.coupure.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells UTF-16 without a byte order mark, and the escape sequences of Japanese mail. */
final class WideCharsets {
  /** Half of it are the zeros of the markup, if the page is UTF-16. */
  private static final int WINDOW = 1024;

  /** Alphabets other than the Latin have zeros only at blanks and signs: one byte in so many. */
  private static final int BYTES_TO_ZERO = 120;

  private static final int BYTES_TO_CONTROL = 40;

  private WideCharsets() {}

  /** Returns which UTF-16 {@code bytes} are in, or null when it is none. */
  static @Nullable Charset utf16(byte[] bytes) {
    int[] zeros = new int[2];
    int end = Math.min(bytes.length, WINDOW) & ~1;
    for (int i = 0; i < end; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    int most = Math.max(zeros[0], zeros[1]);
    int least = Math.min(zeros[0], zeros[1]);
    if (end < 4 || most == 0) {
      return null;
    }
    Charset charset = zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    boolean markup = most * 6 >= end && least * 50 <= end;
    boolean text = least == 0 && most * BYTES_TO_ZERO >= end && isText(bytes, end, charset);
    return markup || text ? charset : null;
  }

  /**
   * Returns whether nearly all is letters, signs and blanks, and nothing is a broken half. Two
   * letters of ASCII make a Chinese one, but no text in ASCII has control bytes.
   */
  private static boolean isText(byte[] bytes, int end, Charset charset) {
    int controls = 0;
    for (int i = 0; i < end; i++) {
      controls += bytes[i] > 0 && bytes[i] < ' ' && !Character.isWhitespace(bytes[i]) ? 1 : 0;
    }
    if (controls * BYTES_TO_CONTROL < end) {
      return false;
    }
    String text = new String(bytes, 0, end, charset);
    int letters = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t';
      if (control || c == '\uFFFD' || !Character.isDefined(c)) {
        return false;
      }
      letters += Character.isLetter(c) || c == ' ' ? 1 : 0;
    }
    return letters * 2 > text.length();
  }

  /** Returns whether {@code bytes} switch to Japanese and back as ISO-2022-JP does. */
  static boolean isIso2022Jp(byte[] bytes) {
    boolean japanese = false;
    boolean back = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
      if (bytes[i] == 0x1B && i + 2 < bytes.length) {
        japanese |= bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@');
        back |= bytes[i + 1] == '(' && (bytes[i + 2] == 'B' || bytes[i + 2] == 'J');
      }
    }
    return japanese && back;
  }
}
