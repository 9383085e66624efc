package org.coupure.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How a watch lets time pass; tests have a faster way. */
@FunctionalInterface
interface InboxWait {
  /**
   * Returns what is to be done next, or null when there is nothing by {@code until}.
   *
   * @param busy whether something is under way that will report
   */
  @Nullable Runnable await(BlockingQueue<Runnable> inbox, boolean busy, Instant until)
      throws InterruptedException;

  /** Returns the way of the world. */
  static InboxWait by(Clock clock) {
    return (inbox, busy, until) -> {
      long millis = Duration.between(clock.instant(), until).toMillis();
      return inbox.poll(Math.max(0, millis), TimeUnit.MILLISECONDS);
    };
  }
}
