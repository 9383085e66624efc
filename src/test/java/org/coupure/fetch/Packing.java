package org.coupure.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Packed bodies for tests. */
final class Packing {
  /** What {@link #BROTLI} unpacks to. */
  static final String TEXT = "<p>Le marché rouvre samedi.</p>\n".repeat(200);

  /** Node's zlib.brotliCompressSync of {@link #TEXT}; the Java library can only unpack. */
  static final byte[] BROTLI =
      HexFormat.of()
          .parseHex(
              "1bc719f81d07ce692f10876fedaeedb0e249d593a52a2462b679108c314228d24781a956b9b060288832"
                  + "5e645804c0a7cebd068d06cc999400");

  /** The same of 30 million times "a": 53 bytes. */
  static final byte[] BROTLI_BOMB =
      HexFormat.of()
          .parseHex(
              "cbffff3ff825c2e2b14020f7fe8fffff7ff04b00c4611180eefd1fffffffe0970088c30200ddfbbffc1b"
                  + "4ec22f01108705003abb49");

  private Packing() {}

  static byte[] text() {
    return TEXT.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Packs as "deflate" should be, or (bare) as some servers send it. */
  static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(9, bare))) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
