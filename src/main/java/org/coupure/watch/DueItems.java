package org.coupure.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coupure.batch.HostQueues;

/**
 * Finds in the state what is due to be read, and when to look there again. To be used by the thread
 * that has the state.
 */
final class DueItems {
  /** As many pages of a host are held ready. */
  private static final int READY = 20;

  private final State state;
  private final Map<String, Source> sources;
  private final PageReading reading;
  private Instant nextScan = Instant.EPOCH;

  /**
   * @param sources by name
   */
  DueItems(State state, Map<String, Source> sources, PageReading reading) {
    this.state = state;
    this.sources = sources;
    this.reading = reading;
  }

  /** Tells the queues which hosts have pages that are due, if it is time to ask the state. */
  void scan(HostQueues<FetchTask> hostQueues, Instant now) {
    if (!now.isBefore(nextScan)) {
      state.dueHosts(now).forEach(hostQueues::more);
      nextScan = state.nextDueAfter(now).orElse(now.plus(Watch.LONGEST_IDLE));
    }
  }

  /** Returns when the state is to be asked again. */
  Instant nextScan() {
    return nextScan;
  }

  /** Lets the state be asked at that time, if not earlier. */
  void scanAt(Instant time) {
    if (time.isBefore(nextScan)) {
      nextScan = time;
    }
  }

  /** Returns a host's pages that are due, the first of them when there are many. */
  List<FetchTask> ofHost(String host, Instant now) {
    List<FetchTask> tasks = new ArrayList<>();
    for (State.Due due : state.due(host, now, READY)) {
      Source source = Objects.requireNonNull(sources.get(due.source()));
      tasks.add(
          reading.task(
              new FetchJob.Read(
                  source,
                  due.key(),
                  due.url(),
                  due.attempts(),
                  due.validators(),
                  state.items().get(due.key()).orElse(null))));
    }
    return tasks;
  }
}
