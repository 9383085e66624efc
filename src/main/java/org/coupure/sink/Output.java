package org.coupure.sink;

import java.io.Closeable;
import java.io.IOException;

/** Where a stream's bytes end up. Not thread-safe. */
interface Output extends Closeable {
  /**
   * Writes all of {@code bytes} and shows them to the reader, if there is one already.
   *
   * @throws BrokenPipe if there was a reader and it has gone
   * @throws IOException with a message for a person; nothing may be written afterwards
   */
  void write(byte[] bytes) throws IOException;
}
