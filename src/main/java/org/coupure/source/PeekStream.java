package org.coupure.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.coupure.article.Reason;

/**
 * A buffered stream whose beginning can be looked at, which knows whether its end was reached, and
 * which can be told to give out no more than so many bytes. Used by one thread; closing it closes
 * nothing.
 */
final class PeekStream extends InputStream {
  /** Enough for the magic number of tar, at 257, and for a saved page's header comment. */
  static final int HEAD = 4096;

  private static final long OPEN = Long.MAX_VALUE;

  private final InputStream in;
  private final byte[] buffer = new byte[8192];
  private int start;
  private int end;
  private boolean ended;
  private long allowance = OPEN;

  PeekStream(InputStream in) {
    this.in = in;
  }

  /** Returns up to the first {@link #HEAD} bytes that are still to be read, which they stay. */
  byte[] head() throws IOException {
    if (buffer.length - start < HEAD) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    while (end - start < HEAD && !ended) {
      fill();
    }
    return Arrays.copyOfRange(buffer, start, start + Math.min(HEAD, end - start));
  }

  /** Returns whether the underlying stream has said that it has no more. */
  boolean ended() {
    return ended;
  }

  /** Lets only {@code bytes} more through until {@link #allowAll()}. */
  void allow(long bytes) {
    allowance = bytes;
  }

  void allowAll() {
    allowance = OPEN;
  }

  @Override
  public int read() throws IOException {
    if (!hasMore()) {
      return -1;
    }
    spend(1);
    return buffer[start++] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (len == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int n = Math.min(len, end - start);
    spend(n);
    System.arraycopy(buffer, start, b, off, n);
    start += n;
    return n;
  }

  /**
   * Returns more than zero exactly when more is to come. Quirk: {@link
   * java.util.zip.GZIPInputStream} takes a zero between two members for the end of the file.
   */
  @Override
  public int available() throws IOException {
    return hasMore() ? end - start : 0;
  }

  private boolean hasMore() throws IOException {
    if (start == end) {
      start = 0;
      end = 0;
      while (end == 0 && !ended) {
        fill();
      }
    }
    return start < end;
  }

  private void fill() throws IOException {
    int n = in.read(buffer, end, buffer.length - end);
    if (n < 0) {
      ended = true;
    } else {
      end += n;
    }
  }

  private void spend(int n) throws InputException {
    if (allowance != OPEN) {
      allowance -= n;
      if (allowance < 0) {
        throw new InputException(
            Reason.TOO_LARGE, "a header or an entry of unknown length is beyond the limit");
      }
    }
  }
}
