package org.coupure.watch;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.coupure.Clipper;
import org.coupure.batch.HostQueues;
import org.coupure.batch.TaskResult;
import org.coupure.batch.Workers;
import org.coupure.discover.Canonical;
import org.coupure.fetch.Fetcher;
import org.coupure.sink.SinkOptions;
import org.coupure.store.ArticleStore;
import org.jspecify.annotations.Nullable;

/**
 * Follows the sources of a configuration: visits them when they are due, reads what is new there,
 * and delivers each article once. One thread runs it and owns the state; others only fetch and
 * clip.
 *
 * <pre>{@code
 * try (Watch watch = Watch.builder(configuration, Clock.systemUTC()).open()) {
 *   Report report = watch.runOnce(false);
 * }
 * }</pre>
 */
public final class Watch implements Closeable {
  /**
   * A listing that is not due for so long is looked at all the same, in case a clock goes wrong.
   */
  static final Duration LONGEST_IDLE = Duration.ofMinutes(10);

  private static final Duration SETTLE = Duration.ofSeconds(5);

  /** Supervisors grant ten seconds between TERM and KILL; the report must be written by then. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(6);

  /** Clocks are kept right by small steps back all the time. */
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(30);

  private final Configuration configuration;
  private final Clock clock;
  private final InboxWait inboxWait;
  private final WatchListener listener;
  private final Lock lock;
  private final State state;
  private final PageReading reading;
  private final Outbox outbox;
  private final StoredArticles storedArticles;
  private final @Nullable Duration backfill;
  private final ExecutorService threads;

  /** The next step of this thread. */
  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();

  private final VisitSlots slots;
  private final HostQueues<FetchTask> hostQueues;
  private final Frontier frontier;
  private final Map<String, Source> sources = new HashMap<>();
  private final DueItems dueItems;
  private final @Nullable Duration limit;
  private Instant deadline = Instant.MAX;
  private volatile boolean stopping;

  /** When pages in hand are given up, which are then read by the next run. */
  private volatile Instant stopBy = Instant.MAX;

  private Instant latest = Instant.EPOCH;
  private Instant nextSettle = Instant.EPOCH;

  private Watch(Builder builder, Lock lock, State state) throws IOException {
    this.configuration = builder.configuration;
    this.clock = builder.clock;
    this.inboxWait = builder.inboxWait == null ? InboxWait.by(builder.clock) : builder.inboxWait;
    this.listener = builder.listener;
    this.limit = builder.limit;
    this.lock = lock;
    this.state = state;
    configuration.sources().forEach(source -> sources.put(source.name(), source));
    state.activate(sources.keySet());
    state.heal(clock.instant());
    Canonical canonical = Canonical.bundled();
    this.reading =
        PageReading.open(
            configuration, builder.fetcher(), builder.environment, state, clock, canonical);
    ArticleStore store = StoredArticles.open(configuration.storing(), clock.instant(), listener);
    this.outbox =
        Outbox.open(
            state,
            configuration.targets(),
            store,
            SinkOptions.of(builder.stdout).withJournal().withNotices(listener::notice),
            clock);
    this.slots = new VisitSlots(configuration.visiting().parallel());
    this.threads = Workers.pool(slots.most(), "coupure-visit");
    this.dueItems = new DueItems(state, sources, reading);
    this.hostQueues =
        new HostQueues<>(reading.gate()::next, host -> dueItems.ofHost(host, clock.instant()));
    TextClusters textClusters = TextClusters.open(state, clock.instant());
    this.storedArticles = new StoredArticles(configuration, state, outbox, store);
    this.backfill = builder.backfill;
    Articles decisions =
        new Articles(state, outbox, canonical, configuration, textClusters, storedArticles);
    this.frontier =
        new Frontier(
            configuration,
            state,
            hostQueues,
            reading,
            decisions,
            new LinkIntake(state, hostQueues, canonical, decisions),
            listener);
  }

  /** Gives new subjects and outputs what the store has for them. */
  private void backfill() throws IOException {
    Duration age = backfill == null ? configuration.storing().backfill() : backfill;
    if (age != null) {
      storedArticles
          .backfill(age, backfill != null, clock.instant())
          .filter(applied -> applied.records() > 0)
          .ifPresent(applied -> listener.notice(applied.notice()));
    }
  }

  /**
   * Returns a builder.
   *
   * @param clock tells the time to all parts
   */
  public static Builder builder(Configuration configuration, Clock clock) {
    return new Builder(configuration, clock);
  }

  /**
   * Visits the sources that are due, and reads until nothing more can be read now.
   *
   * @param all whether sources are visited that are not due, too
   * @throws IOException if the state or an output can't be written
   */
  public Report runOnce(boolean all) throws IOException {
    frontier.begin(clock.instant());
    deadline = limit == null ? Instant.MAX : clock.instant().plus(limit);
    if (all) {
      sources.values().forEach(source -> frontier.visit(source, clock.instant()));
    }
    frontier.visitDue(clock.instant());
    return run(true);
  }

  /**
   * Visits sources whenever they are due, until {@link #stop} is called.
   *
   * @throws IOException if the state or an output can't be written
   */
  public Report runOn() throws IOException {
    frontier.begin(clock.instant());
    return run(false);
  }

  /**
   * Lets the pages in hand be finished and the run end; may be called by any thread. Work that
   * takes more than a few seconds is left to the next run.
   */
  public void stop() {
    stopBy = clock.instant().plus(STOP_PATIENCE);
    stopping = true;
    inbox.add(() -> {});
  }

  /** Returns how the sources stand; may be called by any thread. */
  public Status status() {
    return Status.of(configuration, state);
  }

  /**
   * Returns when a source or a page is due next, a time that has passed when one is due now; empty
   * when none ever is. To be called by the thread that runs it, between runs.
   */
  public Optional<Instant> nextDue() {
    return Stream.of(frontier.nextDue(), state.nextDueAfter(clock.instant()))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .map(due -> due.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * Returns a sentence for each target that is away, whose records wait for the next run. To be
   * called by the thread that runs it, between runs.
   */
  public List<String> targetsAway() {
    return outbox.away();
  }

  private Report run(boolean once) throws IOException {
    try {
      backfill();
      for (begin(once); !isOver(once); begin(once)) {
        Runnable next = inboxWait.await(inbox, !slots.isEmpty(), wake(once));
        if (next != null) {
          next.run();
        }
        outbox.write();
        settleOutbox(next == null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
    outbox.settle();
    if (once && !stopping()) {
      hostQueues.waiting().forEach(this::postpone);
    }
    return frontier.report(clock.instant());
  }

  private boolean isOver(boolean once) {
    if (!slots.isEmpty()) {
      return !clock.instant().isBefore(stopBy);
    }
    dueItems.scan(hostQueues, clock.instant());
    return stopping() || (once && isOutOfReach(hostQueues.nextWake().orElse(Instant.MAX)));
  }

  /** A host that wants to be left alone for long must not keep a run, and its lock, until then. */
  private boolean isOutOfReach(Instant wake) {
    return wake.isAfter(clock.instant().plus(configuration.longestDelay()));
  }

  private boolean stopping() {
    return stopping || !clock.instant().isBefore(deadline);
  }

  private void begin(boolean once) {
    Instant now = clock.instant();
    if (now.isBefore(latest.minus(CLOCK_SLACK))) {
      clockPutBack(Duration.between(now, latest), now);
    }
    latest = now;
    if (stopping()) {
      return;
    }
    if (!once) {
      frontier.visitDue(now);
    }
    dueItems.scan(hostQueues, now);
    while (slots.hasRoom(now)) {
      FetchTask task = hostQueues.take(now);
      if (task == null) {
        return;
      }
      slots.begin(task, now);
      threads.execute(() -> report(TaskResult.of(task)));
    }
  }

  /** After the clock was put back, times that were noted before are due by the new clock. */
  private void clockPutBack(Duration by, Instant now) {
    state.heal(now);
    reading.gate().clockPutBack(by);
    hostQueues.clockPutBack();
    dueItems.scanAt(Instant.EPOCH);
    nextSettle = Instant.EPOCH;
    deadline = deadline.equals(Instant.MAX) ? deadline : deadline.minus(by);
  }

  /** Called by the thread that went on with a task. */
  private void report(TaskResult<FetchTask> result) {
    inbox.add(() -> settle(result));
  }

  private Instant wake(boolean once) {
    Instant now = clock.instant();
    Instant wake = now.plus(LONGEST_IDLE);
    Optional<Instant> host = slots.hasRoom(now) ? hostQueues.nextWake() : slots.nextSlow(now);
    wake = earlier(wake, host.orElse(wake));
    if (!once) {
      wake = earlier(wake, frontier.nextDue().orElse(wake));
    }
    wake = earlier(wake, outbox.nextAttempt().orElse(wake));
    wake = earlier(earlier(wake, dueItems.nextScan()), earlier(deadline, stopBy));
    if (slots.isEmpty() && wake.isAfter(now)) {
      listener.idle(wake);
    }
    return wake;
  }

  private static Instant earlier(Instant a, Instant b) {
    return b.isBefore(a) ? b : a;
  }

  private void settle(TaskResult<FetchTask> result) {
    slots.end(result.task());
    if (result.turn() == null) {
      take(result.task(), result.defect());
      frontier.nextReading().ifPresent(dueItems::scanAt);
    }
    hostQueues.giveBack(result);
  }

  private void take(FetchTask task, @Nullable Throwable defect) {
    // A defect in one task is its outcome; the state and the outputs are not tasks.
    if (defect instanceof UncheckedIOException unwritable) {
      throw unwritable;
    }
    Instant now = clock.instant();
    if (defect != null) {
      frontier.failed(task.job(), defect, now);
    } else if (task instanceof FetchTask.OfListing listing) {
      frontier.looked(listing.job(), listing.visit().fetched(), listing.visit().listing(), now);
    } else if (task instanceof FetchTask.OfArticle article) {
      frontier.read(article.job(), article.visit(), now);
    }
  }

  private void postpone(FetchTask task, Instant wake) {
    if (task.job() instanceof FetchJob.Look look) {
      frontier.postpone(look, wake, clock.instant());
    }
  }

  private void settleOutbox(boolean idle) throws IOException {
    Instant now = clock.instant();
    if (idle || !now.isBefore(nextSettle)) {
      outbox.settle();
      nextSettle = now.plus(SETTLE);
    }
  }

  /** Ends what is under way, and leaves the state and the outputs as they should be. */
  @Override
  public void close() throws IOException {
    stopping = true;
    threads.shutdown();
    reading.stop();
    try {
      boolean unused = threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (lock;
        state;
        outbox) {
      reading.close();
    }
  }

  /** Collects what a watch needs. Not thread-safe. */
  public static final class Builder {
    private final Configuration configuration;
    private final Clock clock;
    private Fetcher.@Nullable Builder fetcher;
    private Map<String, String> environment = Map.of();
    private OutputStream stdout = OutputStream.nullOutputStream();
    private WatchListener listener = WatchListener.NONE;
    private @Nullable InboxWait inboxWait;
    private @Nullable Duration limit;
    private @Nullable Duration backfill;

    private Builder(Configuration configuration, Clock clock) {
      this.configuration = Objects.requireNonNull(configuration, "configuration");
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Sets what fetches, to which the configuration's own settings are added. */
    public Builder fetcher(Fetcher.Builder fetcher) {
      this.fetcher = fetcher;
      return this;
    }

    /** Sets the environment, which may name proxies; an empty one unless set. */
    public Builder environment(Map<String, String> environment) {
      this.environment = Map.copyOf(environment);
      return this;
    }

    /** Sets the raw standard output, for outputs that go there; they go nowhere unless set. */
    public Builder stdout(OutputStream stdout) {
      this.stdout = stdout;
      return this;
    }

    /** Sets the listener; none unless set. */
    public Builder listener(WatchListener listener) {
      this.listener = listener;
      return this;
    }

    /**
     * Sets how long {@link Watch#runOnce} goes on at most; what is left is for the next run.
     * Without end unless set.
     */
    public Builder limit(Duration limit) {
      this.limit = limit;
      return this;
    }

    /**
     * Sets of which age records of the store are given to subjects and outputs that have not got
     * them; what the configuration says unless set.
     */
    public Builder backfill(Duration age) {
      this.backfill = age;
      return this;
    }

    private Fetcher.Builder fetcher() {
      return fetcher == null ? Fetcher.builder(Clipper.VERSION, clock) : fetcher;
    }

    Builder waiting(InboxWait inboxWait) {
      this.inboxWait = inboxWait;
      return this;
    }

    /**
     * Opens the state and the outputs, and finishes what an earlier run left.
     *
     * @throws Lock.Held if another run has the state
     * @throws IllegalArgumentException if the rules or outputs have mistakes
     * @throws IOException if something can't be opened
     */
    public Watch open() throws IOException {
      Path file = configuration.files().state();
      boolean gone = Lock.wasThere(file) && (Files.notExists(file) || Files.size(file) == 0);
      Lock lock = Lock.of(file);
      if (gone) {
        listener.notice(
            file
                + " is gone or empty, though there was a state: all is new, and what the outputs"
                + " hold already may be delivered again");
      }
      State state = null;
      try {
        state = State.open(configuration.files().state());
        return new Watch(this, lock, state);
      } catch (UncheckedIOException e) {
        close(state, lock);
        throw Objects.requireNonNull(e.getCause());
      } catch (IOException | RuntimeException e) {
        close(state, lock);
        throw e;
      }
    }

    private static void close(@Nullable State state, Lock lock) throws IOException {
      try (lock) {
        if (state != null) {
          state.close();
        }
      }
    }
  }
}
