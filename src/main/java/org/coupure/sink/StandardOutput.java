package org.coupure.sink;

import java.io.IOException;
import java.io.OutputStream;

/** The standard output, which belongs to the caller and is flushed, never closed. */
final class StandardOutput implements Output {
  private final OutputStream stream;

  StandardOutput(OutputStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    try {
      stream.write(bytes);
      stream.flush();
    } catch (IOException e) {
      throw BrokenPipe.is(e) ? new BrokenPipe(e) : Unwritable.standardOutput(e);
    }
  }

  @Override
  public void close() {
    // Every write was flushed, and the stream is not ours to close.
  }
}
