package org.coupure.batch;

import java.io.IOException;

/** Puts the jobs of a run on a queue, until there are no more or no more are wanted. */
@FunctionalInterface
public interface JobSource<R> {
  /**
   * Puts all jobs on {@code queue}.
   *
   * @throws IOException if the source can't be read as a whole
   */
  void putAll(JobQueue<R> queue) throws IOException;
}
