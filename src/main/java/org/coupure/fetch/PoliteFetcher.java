package org.coupure.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Fetches with manners: reads robots.txt and obeys it, waits its turn at each host, for each
 * redirect too, and leaves hosts alone that are in trouble. Safe for any number of threads; close
 * it at the end.
 *
 * <pre>{@code
 * Fetcher plain = Fetcher.builder(version, Clock.systemUTC()).build();
 * try (PoliteFetcher fetcher = PoliteFetcher.builder(plain).build()) {
 *   Fetched fetched = fetcher.fetch(Request.page("https://example.com/page"));
 * }
 * }</pre>
 */
public final class PoliteFetcher implements AutoCloseable {
  private final Fetcher fetcher;
  private final HostGate gate;
  private final RobotsCache robots;
  private final @Nullable TdmCache reservations;
  private final Function<String, Politeness> manners;
  private final Sleeper sleeper;

  private PoliteFetcher(Builder builder) {
    this.fetcher = builder.fetcher;
    this.gate = new HostGate(fetcher.clock(), builder.memory, builder.chance);
    this.robots = new RobotsCache(fetcher.product(), fetcher.clock(), builder.memory);
    this.reservations =
        builder.readsTdmFiles ? new TdmCache(fetcher.clock(), builder.memory) : null;
    this.manners = builder.manners;
    this.sleeper = builder.sleeper;
  }

  /**
   * Returns a builder.
   *
   * @param fetcher what asks; closed together with the polite one
   */
  public static Builder builder(Fetcher fetcher) {
    return new Builder(fetcher);
  }

  /** Waits for time to pass, however it does. */
  @FunctionalInterface
  public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  /**
   * Fetches what {@code request} says; blocks until it is there or refused, turns waited for. Never
   * throws for what the world does.
   */
  public Fetched fetch(Request request) {
    HttpExchange exchange = visit(request);
    try {
      Optional<Instant> turn = exchange.proceed();
      while (turn.isPresent()) {
        sleeper.sleep(atLeastZero(Duration.between(clock().instant(), turn.get())));
        turn = exchange.proceed();
      }
      return exchange.result();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fetcher.refused(
          request.url(), FetchFailure.failed(Reason.CONNECTION, "the fetch was interrupted"));
    }
  }

  /** Returns a request to be gone on with step by step, so that no thread need wait for turns. */
  public HttpExchange visit(Request request) {
    return HttpExchange.of(request, this);
  }

  /** Returns what shows pages to a browser by {@code command}, behind this one's guard. */
  public Renderer renderer(RenderCommand command) {
    return Renderer.of(fetcher, command);
  }

  /**
   * Returns a rendering to be gone on with step by step, which waits its host's turn once more.
   *
   * @param plain the page as it was fetched, as robots.txt allowed
   * @param renderer one of this fetcher's own
   */
  public RenderTask rendering(Fetched.Answered plain, Renderer renderer) {
    return new RenderTask(plain, renderer, this);
  }

  /** Returns what says when a host may be asked next. */
  public HostGate gate() {
    return gate;
  }

  Fetcher fetcher() {
    return fetcher;
  }

  RobotsCache robots() {
    return robots;
  }

  /** Returns what sites say in their TDM files, or null when these are not asked for. */
  @Nullable TdmCache reservations() {
    return reservations;
  }

  Politeness manners(String host) {
    return manners.apply(host);
  }

  Clock clock() {
    return fetcher.clock();
  }

  @Override
  public void close() {
    fetcher.close();
  }

  private static Duration atLeastZero(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }

  /** Collects a polite fetcher's settings. Not thread-safe. */
  public static final class Builder {
    private final Fetcher fetcher;
    private HostMemory memory = HostMemory.NONE;
    private boolean readsTdmFiles;
    private Function<String, Politeness> manners = host -> Politeness.DEFAULT;
    private DoubleSupplier chance = () -> ThreadLocalRandom.current().nextDouble();
    private Sleeper sleeper = time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);

    private Builder(Fetcher fetcher) {
      this.fetcher = fetcher;
    }

    /**
     * Sets what keeps hosts' states, robots.txt and TDM files from run to run; nothing unless set.
     */
    public Builder memory(HostMemory memory) {
      this.memory = memory;
      return this;
    }

    /**
     * Asks each site once a day for its {@code /.well-known/tdmrep.json}, so that what it reserves
     * there is recorded and can be obeyed; not asked for unless set. What headers and pages say is
     * recorded in any case.
     */
    public Builder readTdmFiles() {
      this.readsTdmFiles = true;
      return this;
    }

    /** Sets the manners for every host; {@link Politeness#DEFAULT} unless set. */
    public Builder manners(Politeness all) {
      return manners(host -> all);
    }

    /**
     * Sets the manners by host.
     *
     * @param byHost gives the manners for a host's name as {@link HostGate#host} writes it
     */
    public Builder manners(Function<String, Politeness> byHost) {
      this.manners = byHost;
      return this;
    }

    /** Sets where chance comes from, numbers from 0 to below 1; the system's unless set. */
    public Builder chance(DoubleSupplier chance) {
      this.chance = chance;
      return this;
    }

    /** Sets how {@link PoliteFetcher#fetch} waits; the thread sleeps unless set. */
    public Builder sleeper(Sleeper sleeper) {
      this.sleeper = sleeper;
      return this;
    }

    public PoliteFetcher build() {
      return new PoliteFetcher(this);
    }
  }
}
