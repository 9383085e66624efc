package org.coupure.sink;

import java.io.Closeable;
import java.io.IOException;
import org.coupure.article.Clip;

/**
 * Where records go. Not thread-safe: one thread writes, in order. Closing completes what is
 * written; what was accepted before a failure stays.
 */
public interface ArticleSink extends Closeable {
  /**
   * Writes the record of {@code clip}, whose article is never null. Whether clips without text are
   * written is the caller's choice, made before.
   *
   * @throws IOException if it can't be written; the message names the file and what to do
   */
  void accept(Clip clip) throws IOException;

  /**
   * Returns how many records took the place of one with their id, be it of this run or of an
   * earlier one; 0 where records are appended.
   */
  default long replaced() {
    return 0;
  }
}
