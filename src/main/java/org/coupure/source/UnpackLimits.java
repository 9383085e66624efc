package org.coupure.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.coupure.article.Reason;

/**
 * Counts the bytes that go into and come out of one file's unpacking, however deep it is nested,
 * and stops it when far too much comes out. Used by one thread.
 */
final class UnpackLimits {
  private final SourceLimits limits;
  private long packed;
  private long unpacked;

  UnpackLimits(SourceLimits limits) {
    this.limits = limits;
  }

  /** Returns {@code in}, the file on disk, counted; what breaks there is the disk's fault. */
  InputStream packed(InputStream in) {
    return new Metered(in) {
      @Override
      void count(int bytes) {
        packed += bytes;
      }

      @Override
      IOException explain(Exception e) {
        return new InputException(Reason.UNREADABLE, "reading failed: " + e.getMessage(), e);
      }
    };
  }

  /**
   * Returns {@code in}, to which {@code packed} is unpacked, counted and checked; its errors are
   * {@link InputException}s.
   */
  InputStream unpacked(InputStream in, PeekStream packed) {
    return new Metered(in) {
      @Override
      void count(int bytes) throws InputException {
        unpacked += bytes;
        check();
      }

      @Override
      IOException explain(Exception e) {
        return InputException.of(e, packed);
      }
    };
  }

  /**
   * Returns {@code in}, a piece of {@code whole} as it is; its errors are {@link InputException}s.
   */
  static InputStream piece(InputStream in, PeekStream whole) {
    return new Metered(in) {
      @Override
      void count(int bytes) {
        // Not unpacked, only cut out.
      }

      @Override
      IOException explain(Exception e) {
        return InputException.of(e, whole);
      }
    };
  }

  /**
   * Reads {@code in} to its end, so that a decompression bomb in a skipped entry is noticed as
   * well.
   */
  static void drain(InputStream in) throws IOException {
    byte[] sink = new byte[8192];
    int n = 0;
    while (n >= 0) {
      n = in.read(sink);
    }
  }

  private void check() throws InputException {
    if (unpacked > limits.ratioFrom() && unpacked / limits.ratio() > packed) {
      throw new InputException(
          Reason.RATIO,
          packed
              + " bytes unpack to over "
              + unpacked
              + ", which is more than "
              + limits.ratio()
              + " times as many");
    }
  }

  /** Hands every read through one place. */
  private abstract static class Metered extends FilterInputStream {
    Metered(InputStream in) {
      super(in);
    }

    abstract void count(int bytes) throws InputException;

    abstract IOException explain(Exception e);

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n;
      try {
        n = in.read(b, off, len);
      } catch (IOException | RuntimeException e) {
        // Quirk: the unpacking libraries let index and argument errors out on broken input.
        throw explain(e);
      }
      count(Math.max(0, n));
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      return n <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(n, 8192)]));
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
