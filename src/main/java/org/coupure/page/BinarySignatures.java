package org.coupure.page;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells files that hold no text by their first bytes, or by control characters in what was decoded.
 */
final class BinarySignatures {
  /**
   * The first bytes of the formats that turn up in web dumps, beside a name for people; long enough
   * that no text begins so.
   */
  private static final String[][] SIGNATURES = {
    {"%PDF-", "a PDF"},
    {"\u0089PNG", "a PNG image"},
    {"\u00FF\u00D8\u00FF", "a JPEG image"},
    {"GIF87a", "a GIF image"},
    {"GIF89a", "a GIF image"},
    {"PK\u0003\u0004", "a ZIP archive"},
    {"PK\u0005\u0006", "a ZIP archive"},
    {"\u001F\u008B", "gzip"},
    {"\u00FD7zXZ", "xz"},
    {"7z\u00BC\u00AF", "a 7z archive"},
    {"Rar!\u001A", "a RAR archive"},
    {"\u007FELF", "a program"},
    {"MZ\u0090", "a program"},
    {"wOFF", "a font"},
    {"wOF2", "a font"},
    {"OggS\u0000", "a sound or a video"},
    {"ID3\u0002", "a sound"},
    {"ID3\u0003", "a sound"},
    {"ID3\u0004", "a sound"},
    {"SQLite format 3", "a SQLite database"},
  };

  private static final int WINDOW = 4096;

  private BinarySignatures() {}

  /** Returns what {@code bytes} are, for people, or null when no signature fits. */
  static @Nullable String find(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    for (String[] signature : SIGNATURES) {
      if (head.startsWith(signature[0])) {
        return signature[1];
      }
    }
    if (head.startsWith("BZh") && head.startsWith("1AY&SY", 4)) {
      return "bzip2";
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return "a WebP image";
    }
    if (head.startsWith("RIFF") && (head.startsWith("WAVE", 8) || head.startsWith("AVI ", 8))) {
      return "a sound or a video";
    }
    return head.startsWith("\u0000\u0000") && head.startsWith("ftyp", 4) ? "a video" : null;
  }

  /** Returns whether over one character in ten is a control or replacement character. */
  static boolean looksBinary(String text) {
    int window = Math.min(text.length(), WINDOW);
    int odd = 0;
    for (int i = 0; i < window; i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == '\uFFFD') {
        odd++;
      }
    }
    return odd * 10 > window;
  }
}
