package org.coupure.batch;

import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;

/**
 * Runs jobs and hands on their results in the order of the jobs. Used for one run.
 *
 * @param <R> the kind of result
 */
public interface Runner<R> extends AutoCloseable {
  /** Returns a runner that does one job after the other on the calling thread. */
  static <R> Runner<R> serial() {
    return new SerialRunner<>();
  }

  /**
   * Returns a runner with threads of its own, which visits different hosts at the same time and
   * each host for one job at a time. How many bytes are under way is bounded by the heap's size.
   *
   * @param workers how many jobs are gone on with at the same time
   * @param clock tells when hosts' turns have come
   * @param defect makes a result of what a source threw; what it put before is still handed on
   */
  static <R> Runner<R> parallel(int workers, Clock clock, Function<Throwable, R> defect) {
    MemoryBudget budget = MemoryBudget.forHeap(Runtime.getRuntime().maxMemory());
    return new ParallelRunner<>(Workers.pool(workers, "coupure-worker"), clock, budget, defect);
  }

  /**
   * Runs the jobs of {@code source} and hands their results to {@code results} on the calling
   * thread; returns when all are handed on or after {@link #stop}.
   *
   * @throws IOException if the source can't be read as a whole or a result can't be written; what
   *     was handed on before stays
   */
  void run(JobSource<R> source, ResultConsumer<R> results) throws IOException;

  /** Asks from any thread to finish what is in hand and begin nothing new. */
  void stop();

  /** Ends the threads. */
  @Override
  void close();
}
