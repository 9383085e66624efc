package org.coupure.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on a pool of threads in the order of {@link HostQueues}. A task whose turn has not
 * come keeps its place but holds no thread. Thread-safe.
 */
final class HostDispatcher {
  private final ScheduledExecutorService pool;
  private final Clock clock;
  private final HostQueues<PageTask> queues = new HostQueues<>();

  /** The earliest time at which hosts are looked at again. */
  private Instant alarm = Instant.MAX;

  private @Nullable ScheduledFuture<?> pending;

  HostDispatcher(ScheduledExecutorService pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Queues {@code task}. */
  void add(PageTask task) {
    if (task.host().isEmpty()) {
      pool.execute(task::proceed);
      return;
    }
    synchronized (this) {
      queues.add(task);
      dispatch();
    }
  }

  private synchronized void dispatch() {
    Instant now = clock.instant();
    for (PageTask task = queues.take(now); task != null; task = queues.take(now)) {
      PageTask next = task;
      pool.execute(() -> giveBack(TaskResult.of(next)));
    }
    queues.nextWake().filter(wake -> wake.isBefore(alarm)).ifPresent(this::wakeAt);
  }

  private synchronized void giveBack(TaskResult<PageTask> result) {
    queues.giveBack(result);
    dispatch();
  }

  private void wakeAt(Instant wake) {
    if (pending != null) {
      pending.cancel(false);
    }
    alarm = wake;
    // One millisecond more, so that rounding never wakes too early and asks for the turn twice.
    long millis = Math.max(0, Duration.between(clock.instant(), wake).toMillis()) + 1;
    pending = pool.schedule(this::wake, millis, TimeUnit.MILLISECONDS);
  }

  private synchronized void wake() {
    pending = null;
    alarm = Instant.MAX;
    dispatch();
  }
}
