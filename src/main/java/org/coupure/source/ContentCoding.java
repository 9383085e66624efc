package org.coupure.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.coupure.page.GzipMembers;
import org.jspecify.annotations.Nullable;

/** The encodings that an HTTP answer's body may be captured in. */
final class ContentCoding {
  private static final int BUFFER = 8192;

  private ContentCoding() {}

  /**
   * Returns {@code raw} decoded, or null when {@code coding} is not known. Quirk: many crawlers
   * store the decoded body below the header of the encoded one, so the bytes are believed first.
   */
  static @Nullable InputStream decode(PeekStream raw, String coding, UnpackLimits unpackLimits)
      throws IOException {
    byte[] head = raw.head();
    int first = head.length < 2 ? -1 : (head[0] & 0xff) << 8 | (head[1] & 0xff);
    return switch (coding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity", "none", "utf-8" -> raw;
      case "gzip", "x-gzip" ->
          first == 0x1f8b ? unpackLimits.unpacked(new GzipMembers(raw), raw) : raw;
      case "deflate" ->
          looksLikeText(head) ? raw : unpackLimits.unpacked(inflated(raw, first), raw);
      case "br" ->
          looksLikeText(head) ? raw : unpackLimits.unpacked(new BrotliInputStream(raw), raw);
      case "zstd" -> first == 0x28b5 ? unpackLimits.unpacked(Compressions.zstd(raw), raw) : raw;
      default -> null;
    };
  }

  /** Quirk: "deflate" means zlib, but some servers leave its header out. */
  private static InputStream inflated(InputStream raw, int first) {
    boolean zlib = first >= 0 && (first >> 8 & 0x0f) == 8 && first % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    return new InflaterInputStream(raw, inflater, BUFFER) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }

  private static boolean looksLikeText(byte[] head) {
    for (byte b : head) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return b == '<';
      }
    }
    return true;
  }
}
