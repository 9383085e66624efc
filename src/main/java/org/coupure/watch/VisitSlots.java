package org.coupure.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many visits may be under way. A visit that takes long mostly waits for a host that is silent;
 * it stops counting after a while, so that hosts that answer need not wait for those that don't.
 * Used by one thread.
 */
final class VisitSlots {
  /** Nine of ten sites answer within a second. */
  private static final Duration SLOW = Duration.ofSeconds(3);

  /** Each takes a thread and, once its host answers after all, the memory of a page. */
  private static final int MOST_TIMES = 4;

  private final int parallel;
  private final Map<FetchTask, Instant> begun = new LinkedHashMap<>();

  /**
   * Makes free slots.
   *
   * @param parallel how many visits that are not slow may be under way
   */
  VisitSlots(int parallel) {
    this.parallel = parallel;
  }

  /** Returns how many visits may be under way at the very most. */
  int most() {
    return parallel * MOST_TIMES;
  }

  void begin(FetchTask task, Instant now) {
    begun.put(task, now);
  }

  void end(FetchTask task) {
    begun.remove(task);
  }

  boolean isEmpty() {
    return begun.isEmpty();
  }

  boolean hasRoom(Instant now) {
    long counting = begun.values().stream().filter(since -> !isSlow(since, now)).count();
    return counting < parallel && begun.size() < most();
  }

  /** Returns when a visit that is under way stops counting, if one does. */
  Optional<Instant> nextSlow(Instant now) {
    return begun.values().stream()
        .filter(since -> !isSlow(since, now))
        .findFirst()
        .map(since -> since.plus(SLOW));
  }

  /** A visit that began before the clock was put back is not younger than others. */
  private static boolean isSlow(Instant since, Instant now) {
    return !since.plus(SLOW).isAfter(now);
  }
}
