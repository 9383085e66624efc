package org.coupure.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body as it arrives: counts, enforces the cap, and remembers how it ended, because decoders wrap
 * or hide what happened beneath them.
 */
final class BodyStream extends FilterInputStream {
  private final BodyLimits bodyLimits;
  private long count;
  private boolean ended;
  private @Nullable IOException failure;

  BodyStream(InputStream in, BodyLimits bodyLimits) {
    super(in);
    this.bodyLimits = bodyLimits;
  }

  long count() {
    return count;
  }

  /** Returns whether the sender's last byte was read. */
  boolean ended() {
    return ended;
  }

  /** Returns what broke the reading, or null. */
  @Nullable IOException failure() {
    return failure;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int n = super.read(buffer, offset, length);
      ended |= n < 0;
      count += Math.max(0, n);
      bodyLimits.checkWire(count);
      return n;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Leaves the connection open, which belongs to who opened it and may have to be cut first. */
  @Override
  public void close() {}
}
