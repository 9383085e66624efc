package org.coupure.watch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What waits for each host, one errand in hand at a time. Hosts with work stand in the order in
 * which they may be asked. Used by one thread.
 */
final class HostQueues {
  private final Map<String, Lane> lanes = new HashMap<>();
  private final TreeSet<Lane> waiting =
      new TreeSet<>(
          Comparator.comparing((Lane lane) -> lane.wake).thenComparing(lane -> lane.host));
  private final Function<String, Instant> gate;

  /**
   * Makes empty lanes.
   *
   * @param gate tells when a host may be asked next
   */
  HostQueues(Function<String, Instant> gate) {
    this.gate = gate;
  }

  /** A host with what is to be asked of it. */
  static final class Lane {
    private final String host;
    private final Deque<FetchJob> jobs = new ArrayDeque<>();

    /** Begun, and waiting for its turn. */
    private @Nullable Errand errand;

    private Instant wake = Instant.EPOCH;
    private boolean inHand;

    /** Whether the state may have more pages of this host. */
    private boolean more;

    private Lane(String host) {
      this.host = host;
    }

    String host() {
      return host;
    }

    private boolean hasWork() {
      return errand != null || more || !jobs.isEmpty();
    }
  }

  /** Adds a job in front of those that wait. */
  void addFirst(String host, FetchJob job) {
    Lane lane = lane(host);
    lane.jobs.addFirst(job);
    queue(lane);
  }

  /** Notes that the state has pages of this host. */
  void more(String host) {
    Lane lane = lane(host);
    lane.more = true;
    queue(lane);
  }

  private Lane lane(String host) {
    return lanes.computeIfAbsent(host, Lane::new);
  }

  private void queue(Lane lane) {
    waiting.remove(lane);
    if (lane.inHand || !lane.hasWork()) {
      return;
    }
    if (lane.errand == null) {
      lane.wake = gate.apply(lane.host);
    }
    waiting.add(lane);
  }

  /** Returns a host whose turn has come, or null; it must be given back. */
  @Nullable Lane take(Instant now) {
    if (waiting.isEmpty() || waiting.first().wake.isAfter(now)) {
      return null;
    }
    Lane lane = java.util.Objects.requireNonNull(waiting.pollFirst());
    lane.inHand = true;
    return lane;
  }

  /** Returns the errand that was begun, or null. */
  static @Nullable Errand begun(Lane lane) {
    Errand errand = lane.errand;
    lane.errand = null;
    return errand;
  }

  /**
   * Returns the next job, or null when there is none.
   *
   * @param load asked for more pages when nothing else waits
   */
  static @Nullable FetchJob next(Lane lane, Function<String, Iterable<FetchJob>> load) {
    if (lane.jobs.isEmpty() && lane.more) {
      load.apply(lane.host).forEach(lane.jobs::add);
      lane.more = !lane.jobs.isEmpty();
    }
    return lane.jobs.poll();
  }

  /** Gives a host back whose errand has to wait. */
  void giveBack(Errand errand, Instant wake) {
    Lane lane = lane(errand.host());
    lane.errand = errand;
    lane.wake = wake;
    lane.inHand = false;
    queue(lane);
  }

  /** Gives a host back whose errand is done, or which had none. */
  void giveBack(String host) {
    Lane lane = lane(host);
    lane.inHand = false;
    queue(lane);
    if (!lane.hasWork()) {
      lanes.remove(host);
    }
  }

  /** Returns the listings that wait, with when their hosts may be asked. */
  Map<FetchJob.Look, Instant> looks() {
    Map<FetchJob.Look, Instant> looks = new HashMap<>();
    for (Lane lane : waiting) {
      for (FetchJob job : lane.jobs) {
        if (job instanceof FetchJob.Look look) {
          looks.put(look, lane.wake);
        }
      }
    }
    return looks;
  }

  /** Returns when the next host may be asked, or empty when nothing waits. */
  Optional<Instant> nextWake() {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first().wake);
  }
}
