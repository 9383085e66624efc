package org.coupure.memory;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.coupure.file.AtomicFile;
import org.jspecify.annotations.Nullable;

/**
 * A site memory as a file: the mark "CPSM" and the format's number; the number of sites; for each
 * its name, its pages, the keys of the pages learned last, and for each block its key, on how many
 * pages and since which it was seen; at the end the CRC-32 of all before it. Numbers are
 * big-endian.
 */
final class MemoryFile {
  /** "CPSM". */
  private static final int MARK = 0x4350534D;

  private static final int FORMAT = 1;

  private MemoryFile() {}

  static MemoryBuilder load(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (EOFException | UTFDataFormatException e) {
      throw damaged(file.toString(), e);
    }
  }

  static MemoryBuilder read(String name, InputStream stream) throws IOException {
    CheckedInputStream checked =
        new CheckedInputStream(new BufferedInputStream(stream, 1 << 16), new CRC32());
    DataInputStream in = new DataInputStream(checked);
    int mark = in.readInt();
    if (mark != MARK) {
      throw new IOException(
          name + " is not a site memory; name another file, or a new one to begin anew");
    }
    int format = in.readInt();
    if (format != FORMAT) {
      throw new IOException(
          name
              + " has format "
              + format
              + ", this version reads "
              + FORMAT
              + "; name a new file to begin anew");
    }
    MemoryBuilder memory = new MemoryBuilder();
    int sites = in.readInt();
    for (int i = 0; i < sites; i++) {
      memory.put(SiteKey.current(in.readUTF()), readSite(name, in));
    }
    long expected = checked.getChecksum().getValue();
    if (in.readLong() != expected) {
      throw damaged(name, null);
    }
    return memory;
  }

  private static SiteCounts readSite(String name, DataInputStream in) throws IOException {
    SiteCounts site = new SiteCounts(number(name, in, Integer.MAX_VALUE));
    int pageKeys = number(name, in, 2 * SiteCounts.MOST_PAGES);
    for (int i = 0; i < pageKeys; i++) {
      site.remember(in.readLong());
    }
    int blocks = number(name, in, SiteCounts.MOST_BLOCKS);
    for (int i = 0; i < blocks; i++) {
      long key = in.readLong();
      if (key == BlockKey.NONE) {
        throw damaged(name, null);
      }
      site.blocks().put(key, in.readInt(), in.readInt());
    }
    return site;
  }

  /** Reads a number that must lie between 0 and {@code most}, before room is made for so many. */
  private static int number(String name, DataInputStream in, int most) throws IOException {
    int number = in.readInt();
    if (number < 0 || number > most) {
      throw damaged(name, null);
    }
    return number;
  }

  private static IOException damaged(String name, @Nullable IOException cause) {
    return new IOException(
        name + " is a site memory, but cut off or damaged; delete it to begin anew", cause);
  }

  static void save(Path file, Map<String, SiteCounts> sites) throws IOException {
    try (AtomicFile whole = AtomicFile.replace(file)) {
      write(sites, whole.stream());
      whole.finish();
    }
  }

  private static void write(Map<String, SiteCounts> sites, OutputStream stream) throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(new BufferedOutputStream(stream, 1 << 16), new CRC32());
    DataOutputStream out = new DataOutputStream(checked);
    out.writeInt(MARK);
    out.writeInt(FORMAT);
    out.writeInt(sites.size());
    for (Map.Entry<String, SiteCounts> site : sites.entrySet()) {
      out.writeUTF(site.getKey());
      write(site.getValue(), out);
    }
    out.writeLong(checked.getChecksum().getValue());
    out.flush();
  }

  private static void write(SiteCounts site, DataOutputStream out) throws IOException {
    out.writeInt(site.pages());
    out.writeInt(site.pageKeys().size());
    for (long key : site.pageKeys()) {
      out.writeLong(key);
    }
    out.writeInt(site.blocks().size());
    site.blocks()
        .forEach(
            (key, seen, since) -> {
              out.writeLong(key);
              out.writeInt(seen);
              out.writeInt(since);
            });
  }
}
