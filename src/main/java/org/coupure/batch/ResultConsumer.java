package org.coupure.batch;

import java.io.IOException;

/** Takes the results of a run. */
@FunctionalInterface
public interface ResultConsumer<R> {
  /**
   * Takes the next result.
   *
   * @throws IOException if it can't be written, which ends the run
   */
  void accept(R result) throws IOException;
}
