package org.coupure.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The files of a tar archive. */
final class TarEntries implements Archive {
  /** Far more than any path takes; the library collects long names in memory without a limit. */
  private static final int HEADER_BYTES = 1_000_000;

  private final PeekStream packed;
  private final TarArchiveInputStream tar;
  private final InputStream content;

  TarEntries(PeekStream packed) {
    this.packed = packed;
    this.tar = new TarArchiveInputStream(packed, StandardCharsets.UTF_8.name());
    this.content = UnpackLimits.piece(tar, packed);
  }

  @Override
  public @Nullable Entry next() throws IOException {
    TarArchiveEntry last = tar.getCurrentEntry();
    if (last != null && !last.isSparse()) {
      UnpackLimits.drain(content);
    }
    packed.allow(HEADER_BYTES);
    TarArchiveEntry entry = tar.getNextEntry();
    packed.allowAll();
    if (entry == null) {
      return null;
    }
    return isFile(entry) ? new File(entry.getName(), content) : new Skipped();
  }

  private static boolean isFile(TarArchiveEntry entry) {
    return entry.isFile()
        && !entry.isSparse() // holes of any size, which no page has
        && !entry.isSymbolicLink()
        && !entry.isLink()
        && !entry.isCharacterDevice()
        && !entry.isBlockDevice()
        && !entry.isFIFO();
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
