package org.coupure.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Goes to each host for one job at a time, in order; to different hosts at the same time. A job
 * whose turn at the host has not come keeps its lane, but no thread. Thread-safe.
 */
final class HostLanes implements JobOrder {
  private final ScheduledExecutorService pool;
  private final Clock clock;
  private final Map<String, Lane> lanes = new HashMap<>();

  HostLanes(ScheduledExecutorService pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public synchronized void take(Job job, Runnable ticket) {
    Lane lane = lanes.get(job.lane());
    if (lane == null) {
      lane = new Lane(job.lane());
      lanes.put(job.lane(), lane);
      pool.execute(lane);
    }
    lane.waiting.add(new Errand(job, ticket));
  }

  /** Returns what is next in {@code lane}, which is closed when there is nothing. */
  private synchronized @Nullable Errand next(Lane lane) {
    Errand next = lane.waiting.poll();
    if (next == null) {
      lanes.remove(lane.name);
    }
    return next;
  }

  private record Errand(Job job, Runnable ticket) {}

  private final class Lane implements Runnable {
    private final String name;
    private final Queue<Errand> waiting = new ArrayDeque<>();

    /** What is under way; seen by the one thread at a time that runs the lane. */
    private @Nullable Errand current;

    Lane(String name) {
      this.name = name;
    }

    @Override
    public void run() {
      Errand errand = current == null ? next(this) : current;
      if (errand == null) {
        return;
      }
      current = errand;
      Optional<Instant> turn = errand.job().ahead().get();
      if (turn.isEmpty()) {
        errand.ticket().run();
        current = null;
      }
      long millis = turn.map(this::millisUntil).orElse(0L);
      ScheduledFuture<?> unused = pool.schedule(this, millis, TimeUnit.MILLISECONDS);
    }

    private long millisUntil(Instant turn) {
      // One more, lest a rounded time be a moment too early and the turn asked for twice.
      return Math.max(0, Duration.between(clock.instant(), turn).toMillis()) + 1;
    }
  }
}
