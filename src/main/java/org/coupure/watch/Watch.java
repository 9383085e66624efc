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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.article.UsageReservation;
import org.coupure.discover.Canonical;
import org.coupure.discover.ListingReader;
import org.coupure.fetch.Fetcher;
import org.coupure.fetch.HostGate;
import org.coupure.fetch.PoliteFetcher;
import org.coupure.fetch.Politeness;
import org.coupure.fetch.RenderPolicy;
import org.coupure.fetch.Request;
import org.coupure.memory.MemoryBuilder;
import org.coupure.memory.SiteMemory;
import org.coupure.page.Page;
import org.coupure.reader.ArticleReader;
import org.coupure.rules.Rule;
import org.coupure.rules.RuleBook;
import org.coupure.sink.SinkOptions;
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
  /** As many pages of a host are held ready. */
  private static final int READY = 20;

  /** A listing that is not due for so long is looked at all the same, lest a clock go wrong. */
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(10);

  private static final Duration SETTLE = Duration.ofSeconds(5);

  private final Configuration configuration;
  private final Clock clock;
  private final InboxWait inboxWait;
  private final WatchListener listener;
  private final Lock lock;
  private final State state;
  private final RuleBook rules;
  private final Outbox outbox;
  private final PoliteFetcher fetcher;
  private final ExecutorService threads;
  private final @Nullable WarcArchive archive;
  private final BlockingQueue<Step> inbox = new LinkedBlockingQueue<>();
  private final ArticleReader articles;
  private final Hands hands;
  private final HostQueues hostQueues;
  private final Frontier frontier;
  private final Map<String, Source> sources = new HashMap<>();
  private final @Nullable Duration limit;
  private Instant deadline = Instant.MAX;
  private volatile boolean stopping;
  private int busy;
  private Instant nextScan = Instant.EPOCH;
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
    this.rules = rules(configuration);
    Clipper clipper = clipper(configuration.reading().clipping(), rules);
    this.outbox =
        Outbox.open(
            state,
            configuration.targets(),
            SinkOptions.of(builder.stdout).withJournal().withNotices(listener::notice));
    Configuration.Files files = configuration.files();
    this.archive =
        files.archive() == null
            ? null
            : WarcArchive.open(files.archive(), files.archiveBytes(), state, clock);
    this.fetcher = builder.fetcher(state, rules);
    this.threads = Executors.newFixedThreadPool(configuration.visiting().parallel(), Watch::thread);
    this.articles = reader(clipper);
    Canonical canonical = Canonical.bundled();
    ListingReader listings = new ListingReader(canonical);
    this.hands =
        new Hands(threads, inbox, listings, page -> contained(page, clipper::clip), archive);
    this.hostQueues = new HostQueues(fetcher.gate()::next);
    TextClusters textClusters = TextClusters.open(state, clock.instant());
    Articles decisions =
        new Articles(state, outbox, canonical, configuration.reading(), textClusters);
    this.frontier =
        new Frontier(
            configuration, state, hostQueues, fetcher.gate(), decisions, canonical, listener);
  }

  private ArticleReader reader(Clipper clipper) {
    ArticleReader.Builder builder =
        ArticleReader.builder(
                fetcher,
                page -> parsed(clipper, page),
                parsed -> contained(parsed.page(), page -> clipper.clip(parsed)),
                rules)
            .rendition(rendition(configuration.reading().clipping().browser()))
            .maxPages(configuration.reading().maxPages());
    return archive == null ? builder.build() : builder.keeper(archive::save).build();
  }

  /** One bad page must not end a watch of a year. */
  private static Clip contained(Page page, Function<Page, Clip> clipper) {
    try {
      return clipper.apply(page);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
      return Clipper.failed(page, Reason.DEFECT, String.valueOf(defect));
    }
  }

  private static ParsedPage parsed(Clipper clipper, Page page) {
    try {
      return clipper.read(page);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
      return ParsedPage.unreadable(page, Reason.DEFECT, String.valueOf(defect));
    }
  }

  private @Nullable RenderPolicy rendition(Configuration.@Nullable Browser browser) {
    return browser == null
        ? null
        : new RenderPolicy(
            fetcher,
            fetcher.renderer(browser.command()),
            browser.when(),
            url -> rules.forAddress(url).stream().anyMatch(Rule::renders));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "coupure-visit");
    thread.setDaemon(true);
    return thread;
  }

  private static RuleBook rules(Configuration configuration) throws IOException {
    List<Path> folders = configuration.reading().clipping().rules();
    for (Path folder : folders) {
      if (!Files.exists(folder)) {
        throw new IllegalArgumentException(
            "there is no folder of rules " + folder + "; see `rules` under `reading`");
      }
    }
    return folders.isEmpty() ? RuleBook.bundled() : RuleBook.open(folders);
  }

  private static Clipper clipper(Configuration.Clipping clipping, RuleBook rules)
      throws IOException {
    return Clipper.builder()
        .rules(rules)
        .explain(clipping.explain())
        .obey(clipping.obey())
        .balance(clipping.balance())
        .memory(memory(clipping.siteMemory()))
        .build();
  }

  private static SiteMemory memory(@Nullable Path file) throws IOException {
    if (file == null) {
      return SiteMemory.EMPTY;
    }
    if (Files.notExists(file)) {
      throw new IllegalArgumentException(
          "there is no site memory " + file + "; coupure clean --site-memory makes one.");
    }
    return MemoryBuilder.load(file).snapshot();
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

  /** Lets the pages in hand be finished and the run end; may be called by any thread. */
  public void stop() {
    stopping = true;
    inbox.add(new Step.Nudge());
  }

  /** Returns how the sources stand; may be called by any thread. */
  public Status status() {
    return Status.of(configuration, state);
  }

  private Report run(boolean once) throws IOException {
    try {
      for (begin(once); !isOver(once); begin(once)) {
        Step step = inboxWait.await(inbox, busy > 0, wake(once));
        if (step != null) {
          settle(step);
        }
        outbox.write();
        settleOutbox(step == null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
    outbox.settle();
    if (once && !stopping()) {
      hostQueues.looks().forEach((look, wake) -> frontier.postpone(look, wake, clock.instant()));
    }
    return frontier.report(clock.instant());
  }

  private boolean isOver(boolean once) {
    if (busy > 0) {
      return false;
    }
    scan();
    return stopping() || (once && isOutOfReach(hostQueues.nextWake().orElse(Instant.MAX)));
  }

  /** A host that wants to be left alone for long must not keep a run, and its lock, until then. */
  private boolean isOutOfReach(Instant wake) {
    Duration reach = Politeness.DEFAULT.patience();
    reach = longer(reach, configuration.visiting().delay());
    reach = longer(reach, configuration.visiting().longestCrawlDelay());
    for (Source source : configuration.sources()) {
      reach = longer(reach, source.delay() == null ? Duration.ZERO : source.delay());
    }
    return wake.isAfter(clock.instant().plus(reach));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  /** Asks the state which hosts have pages that are due. */
  private void scan() {
    Instant now = clock.instant();
    if (!now.isBefore(nextScan)) {
      state.dueHosts(now).forEach(hostQueues::more);
      nextScan = state.nextDueAfter(now).orElse(now.plus(LONGEST_IDLE));
    }
  }

  private boolean stopping() {
    return stopping || !clock.instant().isBefore(deadline);
  }

  private void begin(boolean once) {
    if (stopping()) {
      return;
    }
    Instant now = clock.instant();
    if (!once) {
      frontier.visitDue(now);
    }
    scan();
    while (busy < configuration.visiting().parallel()) {
      HostQueues.Lane lane = hostQueues.take(now);
      if (lane == null) {
        return;
      }
      Errand errand = HostQueues.begun(lane);
      if (errand == null) {
        FetchJob job = HostQueues.next(lane, host -> load(host, now));
        errand = job == null ? null : errand(lane.host(), job);
      }
      if (errand == null) {
        hostQueues.giveBack(lane.host());
      } else {
        busy++;
        hands.take(errand);
      }
    }
  }

  private Errand errand(String host, FetchJob job) {
    Request request = job.request().withSiteHeaders(rules.headers(job.address()));
    return job instanceof FetchJob.Look look
        ? new Errand.Looking(look, host, fetcher.visit(request))
        : new Errand.Reading((FetchJob.Read) job, host, articles.visit(request));
  }

  private List<FetchJob> load(String host, Instant now) {
    List<FetchJob> jobs = new ArrayList<>();
    for (State.Due due : state.due(host, now, READY)) {
      Source source = Objects.requireNonNull(sources.get(due.source()));
      jobs.add(
          new FetchJob.Read(source, due.key(), due.address(), due.attempts(), due.validators()));
    }
    return jobs;
  }

  private Instant wake(boolean once) {
    Instant now = clock.instant();
    Instant wake = now.plus(LONGEST_IDLE);
    boolean full = busy >= configuration.visiting().parallel();
    Optional<Instant> lane = full ? Optional.empty() : hostQueues.nextWake();
    wake = earlier(wake, lane.orElse(wake));
    if (!once) {
      wake = earlier(wake, frontier.nextDue().orElse(wake));
    }
    wake = earlier(earlier(wake, nextScan), deadline);
    if (busy == 0 && wake.isAfter(now)) {
      listener.idle(wake);
    }
    return wake;
  }

  private static Instant earlier(Instant a, Instant b) {
    return b.isBefore(a) ? b : a;
  }

  private void settle(Step step) {
    if (step instanceof Step.Nudge) {
      return;
    }
    busy--;
    Errand errand = step.errand();
    if (step instanceof Step.Waits waits) {
      hostQueues.giveBack(errand, waits.until());
      return;
    }
    if (step instanceof Step.Failed failed) {
      // A defect in one errand is its outcome; the state and the outputs are not errands.
      if (failed.defect() instanceof UncheckedIOException unwritable) {
        throw unwritable;
      }
      frontier.failed(errand.job(), failed.defect(), clock.instant());
    } else if (step instanceof Step.Looked looked) {
      frontier.looked(looked.errand().job(), looked.fetched(), looked.listing(), clock.instant());
    } else if (step instanceof Step.HasRead read) {
      frontier.read(read.errand().job(), read.errand().visit(), clock.instant());
    }
    nextScan = earlier(nextScan, frontier.nextReading().orElse(nextScan));
    hostQueues.giveBack(errand.host());
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
    fetcher.close();
    try {
      boolean unused = threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (lock;
        state;
        outbox) {
      if (archive != null) {
        archive.close();
      }
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

    /** Sets who is told what happens; nobody unless set. */
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
      Lock lock = Lock.of(configuration.files().state());
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

    private PoliteFetcher fetcher(State state, RuleBook rules) throws IOException {
      Configuration.Visiting visiting = configuration.visiting();
      Fetcher.Builder builder = fetcher == null ? Fetcher.builder(Clipper.VERSION, clock) : fetcher;
      visiting.asking().on(builder, environment);
      builder.keepCookies(
          host -> visiting.keptCookies().contains(host) || rules.keepsCookies(host));
      Politeness all =
          new Politeness(
              visiting.delay(),
              visiting.longestCrawlDelay(),
              Politeness.DEFAULT.patience(),
              1,
              visiting.robots() ? Politeness.Robots.OBEY : Politeness.Robots.IGNORE);
      Map<String, Politeness> own = own(all);
      PoliteFetcher.Builder polite =
          PoliteFetcher.builder(builder.build())
              .memory(state.hosts())
              .manners(host -> own.getOrDefault(host, all));
      return configuration.reading().clipping().obey().contains(UsageReservation.TDM)
          ? polite.readTdmFiles().build()
          : polite.build();
    }

    private Map<String, Politeness> own(Politeness all) {
      Map<String, Politeness> own = new HashMap<>();
      for (Source source : configuration.sources()) {
        Duration delay = source.delay();
        if (delay != null) {
          for (Source.Start start : source.starts()) {
            own.put(HostGate.host(start.address()), all.withDelay(delay));
          }
        }
      }
      return own;
    }
  }
}
