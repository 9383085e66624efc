package org.coupure.batch;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One input on its way to a result.
 *
 * @param <R> the kind of result
 */
public interface Job<R> extends PageTask {
  /** Returns about how many bytes it holds in memory until its result is taken. */
  long weight();

  /**
   * Returns the result once {@link #proceed} says that the task is done. Failures of the job must
   * become results: an exception ends the run.
   *
   * @throws java.io.UncheckedIOException if something can't be written that must be kept
   */
  R result();

  /** Returns a job that visits no host. */
  static <R> Job<R> of(long weight, Supplier<R> work) {
    return new Job<>() {
      @Override
      public String host() {
        return "";
      }

      @Override
      public Optional<Instant> proceed() {
        return Optional.empty();
      }

      @Override
      public long weight() {
        return weight;
      }

      @Override
      public R result() {
        return work.get();
      }
    };
  }
}
