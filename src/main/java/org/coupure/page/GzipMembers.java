package org.coupure.page;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952) of any number of members, also empty ones, in a loop: the platform's
 * reader calls itself for each empty member, which ends in a stack overflow, and stops after the
 * first member where its source has nothing at hand yet, as over a network. Bytes after the last
 * member that are not a member are ignored, as gunzip does. Used by one thread.
 */
public final class GzipMembers extends FilterInputStream {
  private static final int BUFFER = 8192;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;
  private boolean ended;

  /**
   * Reads the first header.
   *
   * @throws ZipException when {@code packed} is no gzip
   */
  public GzipMembers(InputStream packed) throws IOException {
    super(packed);
    if (!header()) {
      throw new ZipException("Not in GZIP format");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int n = inflate(bytes, offset, length);
      if (n > 0) {
        crc.update(bytes, offset, n);
        return n;
      }
      if (inflater.finished()) {
        start = end - inflater.getRemaining();
        trailer();
        ended = !header();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("needs a dictionary");
      } else if (inflater.needsInput()) {
        feed();
      }
    }
    return -1;
  }

  private int inflate(byte[] bytes, int offset, int length) throws ZipException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException broken) {
      ZipException e = new ZipException(broken.getMessage());
      e.initCause(broken);
      throw e;
    }
  }

  /** Hands the inflater what is left of the buffer, or what comes next. */
  private void feed() throws IOException {
    if (start == end && !fill()) {
      throw new EOFException("Unexpected end of ZLIB input stream");
    }
    inflater.setInput(buffer, start, end - start);
    start = end;
  }

  private boolean fill() throws IOException {
    start = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  /** Reads a member's header; returns whether there is one. */
  private boolean header() throws IOException {
    if (next() != 0x1F || next() != 0x8B) {
      return false;
    }
    if (need() != 8) {
      throw new ZipException("Unsupported compression method");
    }
    int flags = need();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(need() | need() << 8);
    }
    skipText((flags & NAME) != 0);
    skipText((flags & COMMENT) != 0);
    skip((flags & HEADER_CRC) != 0 ? 2 : 0);
    inflater.reset();
    crc.reset();
    return true;
  }

  private void trailer() throws IOException {
    long sum = number();
    long size = number();
    if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new ZipException("Corrupt GZIP trailer");
    }
  }

  private long number() throws IOException {
    return need() | need() << 8 | need() << 16 | (long) need() << 24;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      need();
    }
  }

  private void skipText(boolean there) throws IOException {
    int c = there ? need() : 0;
    while (c != 0) {
      c = need();
    }
  }

  private int need() throws IOException {
    int b = next();
    if (b < 0) {
      throw new EOFException();
    }
    return b;
  }

  private int next() throws IOException {
    return start < end || fill() ? buffer[start++] & 0xFF : -1;
  }

  @Override
  public long skip(long n) throws IOException {
    return n <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(n, BUFFER)]));
  }

  @Override
  public int available() {
    return ended ? 0 : 1;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    super.close();
  }
}
