package org.coupure.batch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that wait for each host; one task of a host runs at a time. Hosts with work stand in
 * the order in which they may be asked. The gate is asked, and tasks are loaded, only when a task
 * is taken or the order is read, never when a task is added. So tasks may be added within a
 * transaction whose end the gate waits for. Not thread-safe.
 *
 * @param <T> the kind of task
 */
public final class HostQueues<T extends PageTask> {
  private final Map<String, HostQueue<T>> queues = new HashMap<>();

  private final TreeSet<HostQueue<T>> waiting =
      new TreeSet<>(
          Comparator.comparing((HostQueue<T> queue) -> queue.wake)
              .thenComparing(queue -> queue.host));

  /** Hosts whose place in the order is not known yet. */
  private final Set<HostQueue<T>> changed = new LinkedHashSet<>();

  private final Function<String, Instant> gate;
  private final Function<String, List<T>> more;

  /** Makes empty queues of tasks that know themselves when their hosts may be asked. */
  public HostQueues() {
    this(host -> Instant.EPOCH, host -> List.of());
  }

  /**
   * Makes empty queues.
   *
   * @param gate tells when a host may be asked next
   * @param more loads further tasks of a host for which {@link #more} was called
   */
  public HostQueues(Function<String, Instant> gate, Function<String, List<T>> more) {
    this.gate = gate;
    this.more = more;
  }

  /** The tasks of one host. */
  private static final class HostQueue<T> {
    private final String host;
    private final Deque<T> tasks = new ArrayDeque<>();

    /** A task that has begun and waits for its turn. */
    private @Nullable T begun;

    private Instant wake = Instant.EPOCH;
    private boolean inHand;

    /** Whether more tasks may be loaded. */
    private boolean more;

    HostQueue(String host) {
      this.host = host;
    }

    boolean hasWork() {
      return begun != null || more || !tasks.isEmpty();
    }
  }

  /** Adds a task behind those that wait for its host. */
  public void add(T task) {
    HostQueue<T> queue = queue(task.host());
    queue.tasks.add(task);
    changed.add(queue);
  }

  /** Adds a task in front of those that wait for its host and are not begun. */
  public void addFirst(T task) {
    HostQueue<T> queue = queue(task.host());
    queue.tasks.addFirst(task);
    changed.add(queue);
  }

  /** Notes that more tasks of {@code host} can be loaded. */
  public void more(String host) {
    HostQueue<T> queue = queue(host);
    queue.more = true;
    changed.add(queue);
  }

  /** Recomputes each host's turn after the clock was put back. */
  public void clockPutBack() {
    queues.values().forEach(queue -> queue.wake = Instant.EPOCH);
    changed.addAll(queues.values());
  }

  private HostQueue<T> queue(String host) {
    return queues.computeIfAbsent(host, HostQueue::new);
  }

  private void order() {
    changed.forEach(this::order);
    changed.clear();
  }

  private void order(HostQueue<T> queue) {
    waiting.remove(queue);
    if (queue.inHand || !queue.hasWork()) {
      return;
    }
    if (queue.begun == null) {
      queue.wake = gate.apply(queue.host);
    }
    waiting.add(queue);
  }

  /** Returns a task of a host whose turn has come, or null; it must be given back. */
  public @Nullable T take(Instant now) {
    order();
    while (!waiting.isEmpty() && !waiting.first().wake.isAfter(now)) {
      HostQueue<T> queue = waiting.first();
      waiting.remove(queue);
      T task = next(queue);
      if (task != null) {
        queue.inHand = true;
        return task;
      }
      queues.remove(queue.host);
    }
    return null;
  }

  private @Nullable T next(HostQueue<T> queue) {
    T begun = queue.begun;
    if (begun != null) {
      queue.begun = null;
      return begun;
    }
    if (queue.tasks.isEmpty() && queue.more) {
      queue.tasks.addAll(more.apply(queue.host));
      queue.more = !queue.tasks.isEmpty();
    }
    return queue.tasks.poll();
  }

  /** Gives back a task: it goes on when its turn comes, or makes room for its host's next one. */
  public void giveBack(TaskResult<? extends T> result) {
    HostQueue<T> queue = queue(result.task().host());
    queue.inHand = false;
    Instant turn = result.turn();
    if (turn != null) {
      queue.begun = result.task();
      queue.wake = turn;
    }
    changed.add(queue);
    if (!queue.hasWork()) {
      queues.remove(queue.host);
    }
  }

  /** Returns the tasks that wait, with when their hosts may be asked; in no order. */
  public Map<T, Instant> waiting() {
    order();
    Map<T, Instant> tasks = new HashMap<>();
    for (HostQueue<T> queue : waiting) {
      queue.tasks.forEach(task -> tasks.put(task, queue.wake));
    }
    return tasks;
  }

  /** Returns when the next host may be asked, or empty when nothing waits. */
  public Optional<Instant> nextWake() {
    order();
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first().wake);
  }
}
