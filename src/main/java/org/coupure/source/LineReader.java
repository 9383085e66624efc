package org.coupure.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, none of which is held when it is longer than a limit. Used by one thread. */
final class LineReader {
  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[8192];
  private int start;
  private int end;
  private long number;
  private boolean tooLong;

  LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Returns the next line without its break, or null after the last one. */
  byte @Nullable [] next() throws IOException {
    if (!hasMore()) {
      return null;
    }
    number++;
    tooLong = false;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (hasMore()) {
      int stop = start;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      append(line, stop - start);
      boolean atBreak = stop < end;
      start = atBreak ? stop + 1 : stop;
      if (atBreak) {
        break;
      }
    }
    return line.toByteArray();
  }

  /** Returns the number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  /** Returns whether the line that was read last was longer than the limit, and left out. */
  boolean tooLong() {
    return tooLong;
  }

  private void append(ByteArrayOutputStream line, int length) {
    if (tooLong || line.size() + length > limit) {
      tooLong = true;
      line.reset();
    } else {
      line.write(buffer, start, length);
    }
  }

  private boolean hasMore() throws IOException {
    while (start == end) {
      int n = in.read(buffer, 0, buffer.length);
      if (n < 0) {
        return false;
      }
      start = 0;
      end = n;
    }
    return true;
  }
}
