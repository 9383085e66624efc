package org.coupure.sink;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How a file is compressed, as its name says. Both ways allow compressed parts one after the other,
 * which read as one text.
 */
enum Packing {
  NONE(""),
  GZIP(".gz"),
  /** Needs zstd-jni, which is loaded when the first such file is opened. */
  ZSTD(".zst");

  private static final int CHUNK = 1 << 16;

  private final String suffix;

  Packing(String suffix) {
    this.suffix = suffix;
  }

  static Packing of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(GZIP.suffix) ? GZIP : name.endsWith(ZSTD.suffix) ? ZSTD : NONE;
  }

  /** Returns {@code name} without the suffix of a compressed file. */
  static String withoutSuffix(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Packing packing : values()) {
      if (packing != NONE && lower.endsWith(packing.suffix)) {
        return name.substring(0, name.length() - packing.suffix.length());
      }
    }
    return name;
  }

  OutputStream pack(OutputStream out) throws IOException {
    try {
      return switch (this) {
        case NONE -> out;
        case GZIP -> new GZIPOutputStream(out, CHUNK);
        case ZSTD -> Zstd.pack(out);
      };
    } catch (LinkageError e) {
      throw missing(e);
    }
  }

  InputStream unpack(InputStream in) throws IOException {
    try {
      return switch (this) {
        case NONE -> in;
        case GZIP -> new GZIPInputStream(in, CHUNK);
        case ZSTD -> Zstd.unpack(in);
      };
    } catch (LinkageError e) {
      throw missing(e);
    }
  }

  /** Returns one compressed part. */
  byte[] pack(byte[] bytes) {
    if (this == NONE) {
      return bytes;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (OutputStream out = pack(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** In a class of its own, so that nothing of the library is loaded before it is needed. */
  private static final class Zstd {
    static OutputStream pack(OutputStream out) throws IOException {
      return new ZstdOutputStream(out);
    }

    static InputStream unpack(InputStream in) throws IOException {
      return new ZstdInputStream(in);
    }
  }

  private static IOException missing(LinkageError e) {
    return new IOException(
        "zstd needs the library zstd-jni (com.github.luben), which is not there; name it .gz", e);
  }
}
