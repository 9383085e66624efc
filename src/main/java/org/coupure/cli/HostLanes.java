package org.coupure.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Visits each host politely: one call at a time, in order, with a pause after each; different hosts
 * at the same time. No thread waits for a pause. Thread-safe.
 */
final class HostLanes {
  private final ScheduledExecutorService pool;
  private final Duration pause;
  private final Map<String, Lane> lanes = new HashMap<>();

  HostLanes(ScheduledExecutorService pool, Duration pause) {
    this.pool = pool;
    this.pause = pause;
  }

  /** Returns what runs the calls to {@code host}. */
  synchronized Executor lane(String host) {
    return lanes.computeIfAbsent(host, name -> new Lane());
  }

  private final class Lane implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    /** From the first call until a pause has passed with nobody waiting. */
    private boolean busy;

    @Override
    public synchronized void execute(Runnable call) {
      waiting.add(call);
      if (!busy) {
        busy = true;
        pool.execute(this::next);
      }
    }

    private void next() {
      Runnable call = poll();
      if (call == null) {
        return;
      }
      try {
        call.run();
      } finally {
        ScheduledFuture<?> unused =
            pool.schedule(this::next, pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    }

    private synchronized @Nullable Runnable poll() {
      Runnable call = waiting.poll();
      busy = call != null;
      return call;
    }
  }
}
