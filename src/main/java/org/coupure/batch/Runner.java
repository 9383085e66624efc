package org.coupure.batch;

import java.io.IOException;

/**
 * Runs jobs and passes on their results in the order of the jobs. Used for one run.
 *
 * @param <R> the kind of result
 */
public interface Runner<R> extends AutoCloseable {
  /**
   * Runs the jobs of {@code source} and hands their results to {@code results} on the calling
   * thread; returns when all are handed on or after {@link #stop}.
   *
   * @throws IOException if the source can't be read as a whole or a result can't be written; what
   *     was handed on before stays
   */
  void run(JobSource<R> source, ResultConsumer<R> results) throws IOException;

  /** Asks to finish the running jobs and to begin no new ones; may be called from any thread. */
  void stop();

  /** Ends the threads. */
  @Override
  void close();
}
