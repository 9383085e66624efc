package org.coupure.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.coupure.page.Site;
import org.jspecify.annotations.Nullable;

/**
 * Lets visitors in to each host, one after the other and with the pauses that its {@link
 * Politeness} want, whatever they come for. Share one among all jobs. Thread-safe.
 */
public final class HostGate {
  /** A few MB; beyond, hosts that were not asked for longest are read from the memory again. */
  private static final int MOST_HOSTS = 50_000;

  /** When to try again at a host whose visitor is not back yet. */
  private static final Duration GLANCE = Duration.ofMillis(100);

  private final Clock clock;
  private final HostMemory memory;
  private final DoubleSupplier chance;

  private final Map<String, Integer> inside = new HashMap<>();

  private final Map<String, HostState> states =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HostState> eldest) {
          return size() > MOST_HOSTS;
        }
      };

  /**
   * Makes a gate.
   *
   * @param clock tells the time
   * @param memory what hosts are looked up in, and told to, when their state changes
   * @param chance gives numbers from 0 to below 1
   */
  public HostGate(Clock clock, HostMemory memory, DoubleSupplier chance) {
    this.clock = clock;
    this.memory = memory;
    this.chance = chance;
  }

  /**
   * Returns the name under which a host is asked politely: lower case, without the port, a leading
   * {@code www.} and a dot at the end, since that is the same machine; empty when {@code url} is no
   * URL that can be fetched.
   */
  public static String host(String url) {
    HttpUrl parsed = RequestedUrl.parse(url).url();
    return parsed == null ? "" : host(parsed);
  }

  static String host(HttpUrl url) {
    String host = url.host().endsWith(".") ? url.host().replaceFirst("\\.+$", "") : url.host();
    return Site.withoutWww(host);
  }

  /** Returns when {@code host} may be asked next; a time that has passed means now. */
  public Instant next(String host) {
    return state(host).notBefore();
  }

  /** Returns how {@code host} stands. */
  public synchronized HostState state(String host) {
    return states.computeIfAbsent(host, name -> memory.state(name).orElse(HostState.UNKNOWN));
  }

  /**
   * Lets a visitor in, or returns when to try again. Who was let in must {@link #leave}.
   *
   * @param crawlDelay what the host's robots.txt asks for, or null
   */
  synchronized Optional<Instant> enter(
      String host, Politeness politeness, @Nullable Duration crawlDelay) {
    Instant now = clock.instant();
    HostState state = state(host);
    if (state.notBefore().isAfter(now)) {
      return Optional.of(state.notBefore());
    }
    int visitors = inside.getOrDefault(host, 0);
    if (visitors >= politeness.perHost()) {
      return Optional.of(now.plus(GLANCE));
    }
    inside.put(host, visitors + 1);
    // Kept before the visit, so that a crash within it does not make the next one come too soon.
    keep(host, state.notBefore(now.plus(politeness.rest(Duration.ZERO, crawlDelay))));
    return Optional.empty();
  }

  /**
   * Lets a visitor out.
   *
   * @param change what the visit makes of the host's state
   */
  synchronized void leave(String host, UnaryOperator<HostState> change) {
    inside.computeIfPresent(host, (name, visitors) -> visitors > 1 ? visitors - 1 : null);
    keep(host, change.apply(state(host)));
  }

  /** Leaves {@code host} alone until {@code later} at least. */
  synchronized void rest(String host, Instant later) {
    keep(host, state(host).notBefore(later));
  }

  /**
   * Lets {@code host} be asked at once, because its failures were not its fault. How often it
   * failed is not forgotten.
   */
  public synchronized void excuse(String host) {
    HostState state = state(host);
    Instant now = clock.instant();
    if (state.notBefore().isAfter(now)) {
      keep(host, new HostState(now, state.failures(), state.failingSince(), state.trouble()));
    }
  }

  /** Takes in that the clock was put back: what hosts are left alone for does not get longer. */
  public synchronized void clockPutBack(Duration by) {
    Instant now = clock.instant();
    Map<String, HostState> all = Map.copyOf(states);
    all.forEach(
        (host, state) -> {
          if (state.notBefore().isAfter(now)) {
            Instant notBefore = state.notBefore().minus(by);
            keep(
                host,
                new HostState(notBefore, state.failures(), state.failingSince(), state.trouble()));
          }
        });
  }

  double chance() {
    return chance.getAsDouble();
  }

  private void keep(String host, HostState state) {
    states.put(host, state);
    memory.keep(host, state);
  }
}
