package org.coupure.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The files of a zip archive in the order of their bytes. Read as a stream, so that an archive may
 * come from standard input or stand in another one, and its directory is not held in memory.
 */
final class ZipEntries implements Archive {
  /** More than the 64 kB that a local header can have for its name and its extra fields each. */
  private static final int HEADER_BYTES = 200_000;

  private final PeekStream packed;
  private final SourceLimits limits;
  private final ZipArchiveInputStream zip;
  private final InputStream content;
  private @Nullable ZipArchiveEntry last;

  ZipEntries(PeekStream packed, SourceLimits limits, UnpackLimits unpackLimits) {
    this.packed = packed;
    this.limits = limits;
    // Entries that are stored before their length is known: written by what writes zips to pipes.
    this.zip = new ZipArchiveInputStream(packed, StandardCharsets.UTF_8.name(), true, true);
    this.content = unpackLimits.unpacked(zip, packed);
  }

  @Override
  public @Nullable Entry next() throws IOException {
    if (last != null && hasUnknownLength(last) && zip.canReadEntryData(last)) {
      UnpackLimits.drain(content);
    }
    packed.allowAll();
    ZipArchiveEntry entry = zip.getNextEntry();
    last = entry;
    if (entry == null) {
      return null;
    }
    if (entry.isDirectory() || entry.isUnixSymlink()) {
      return new Skipped();
    }
    if (!zip.canReadEntryData(entry)) {
      String name = FileNames.tidy(entry.getName());
      return new Unreadable(
          name, Reason.UNSUPPORTED, "is encrypted or packed in a way that is not read");
    }
    if (entry.getMethod() == ZipEntry.STORED && hasUnknownLength(entry)) {
      // The library looks for the end of such an entry in memory.
      packed.allow((long) limits.pageBytes() + HEADER_BYTES);
    }
    return new File(entry.getName(), content);
  }

  private static boolean hasUnknownLength(ZipArchiveEntry entry) {
    return entry.getGeneralPurposeBit().usesDataDescriptor();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
