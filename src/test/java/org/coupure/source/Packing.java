package org.coupure.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Makes the archives that the tests read. */
final class Packing {
  private Packing() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] html(String text) {
    return utf8("<!DOCTYPE html><html><body><p>" + text + "</p></body></html>");
  }

  /** Bytes that no compression makes smaller. */
  static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    for (int i = 0; i < length; i++) {
      noise[i] = (byte) ('!' + (noise[i] & 0x3f));
    }
    return noise;
  }

  static byte[] gzip(byte[]... members) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] member : members) {
      try (OutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(member);
      }
    }
    return out.toByteArray();
  }

  static byte[] bzip2(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream bzip2 = new BZip2CompressorOutputStream(out, 1)) {
      bzip2.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] zstd(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zstd = new ZstdCompressorOutputStream(out)) {
      zstd.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] xz(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream xz = new XZOutputStream(out, new LZMA2Options(0))) {
      xz.write(bytes);
    }
    return out.toByteArray();
  }

  /** Returns a zip of names and contents in turns; its entries have data descriptors. */
  static byte[] zip(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
      }
    }
    return out.toByteArray();
  }

  /** Returns a zip of one entry that is stored under a length that its header tells. */
  static byte[] storedZip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(entry);
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  /** Returns the same archive as a program writes it to a pipe: the length behind the entry. */
  static byte[] storedZipWithDescriptor(String name, byte[] bytes) throws IOException {
    byte[] zip = storedZip(name, bytes);
    int header = 30 + name.length();
    ByteBuffer local = ByteBuffer.wrap(zip).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int crc = local.getInt(14);
    local.putShort(6, (short) (local.getShort(6) | 8)).putInt(14, 0).putInt(18, 0).putInt(22, 0);
    int directory = header + bytes.length;
    local.putShort(directory + 8, (short) (local.getShort(directory + 8) | 8));
    int end = zip.length - 22;
    local.putInt(end + 16, directory + 16);
    ByteBuffer out = ByteBuffer.allocate(zip.length + 16).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    out.put(zip, 0, directory);
    out.putInt(0x08074b50).putInt(crc).putInt(bytes.length).putInt(bytes.length);
    out.put(zip, directory, zip.length - directory);
    return out.array();
  }

  /** Returns a tar of names and contents in turns. */
  static byte[] tar(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        byte[] bytes = (byte[]) namesAndBytes[i + 1];
        TarArchiveEntry entry = new TarArchiveEntry((String) namesAndBytes[i], true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  /** Returns a tar whose second entry has a name of {@code length} characters. */
  static byte[] tarWithLongName(byte[] first, int length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry = new TarArchiveEntry("a.html");
      entry.setSize(first.length);
      tar.putArchiveEntry(entry);
      tar.write(first);
      tar.closeArchiveEntry();
      TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
      name.setSize(length);
      tar.putArchiveEntry(name);
      tar.write(noise(length));
      tar.closeArchiveEntry();
    }
    return out.toByteArray();
  }

  /** Returns the first {@code length} bytes, counted from the end when negative. */
  static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length);
  }
}
