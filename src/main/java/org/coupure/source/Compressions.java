package org.coupure.source;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.coupure.article.Reason;
import org.tukaani.xz.XZInputStream;

/** The compressions that the platform has not. */
final class Compressions {
  /** What {@code xz -9} needs to unpack, 65 MB, and a little more; a header can ask for 4 GB. */
  private static final int XZ_MEMORY_KIB = 80 * 1024;

  private Compressions() {}

  static InputStream bzip2(InputStream packed) throws IOException {
    return new BZip2CompressorInputStream(packed, true);
  }

  static InputStream xz(InputStream packed) throws IOException {
    return new XZInputStream(packed, XZ_MEMORY_KIB);
  }

  /**
   * Only where zstd-jni is there, as in the distribution: its seven megabytes of native code are
   * too much for every library user, and there is no decoder in plain Java without warnings.
   */
  static InputStream zstd(InputStream packed) throws IOException {
    try {
      return new ZstdCompressorInputStream(packed);
    } catch (LinkageError missing) {
      throw new InputException(
          Reason.UNSUPPORTED,
          "is packed with zstd, for which the library zstd-jni (com.github.luben) is missing",
          missing);
    }
  }
}
