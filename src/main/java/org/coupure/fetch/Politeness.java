package org.coupure.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How a host is treated: how often it is asked, and what is done when it is in trouble. Immutable.
 *
 * @param delay the least time between the end of one visit and the beginning of the next
 * @param longestCrawlDelay up to where a robots.txt's {@code Crawl-delay} is obeyed; hosts that ask
 *     for more get this much
 * @param patience how long a request may have to wait for its turn; when it would be longer, the
 *     request ends as {@link Reason#POSTPONED} at once
 * @param perHost how many visits to a host at a time
 * @param robots whether robots.txt is obeyed
 */
public record Politeness(
    Duration delay, Duration longestCrawlDelay, Duration patience, int perHost, Robots robots) {
  /** One second between visits, robots.txt obeyed, pauses of at most two minutes. */
  public static final Politeness DEFAULT =
      new Politeness(
          Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofMinutes(2), 1, Robots.OBEY);

  /** An answer that takes longer than this says that the server has enough to do. */
  private static final Duration SLOW = Duration.ofSeconds(1);

  /** The rest after a slow answer is as long as the answer took, up to this. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(60);

  /** The pause after the first failure, doubled with each that follows without a success. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

  /** A dead host is asked once a day for as long as anybody wants its pages. */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  /** 2 to this power times the first pause is beyond the longest. */
  private static final int MOST_DOUBLINGS = 14;

  /** Failures that show that the host, and not only the page, has a problem. */
  private static final Set<Reason> TROUBLES =
      EnumSet.of(
          Reason.DNS,
          Reason.CONNECTION,
          Reason.TLS,
          Reason.TIMEOUT,
          Reason.RATE_LIMITED,
          Reason.CHALLENGE);

  /** What to do with robots.txt. */
  public enum Robots {
    /** Ask for it and do what it says. */
    OBEY,
    /** Don't even ask for it. */
    IGNORE
  }

  public Politeness {
    Objects.requireNonNull(robots, "robots");
    requirePositive(delay, "delay");
    requirePositive(longestCrawlDelay, "longest crawl delay");
    requirePositive(patience, "patience");
    if (perHost < 1) {
      throw new IllegalArgumentException("visits per host must be at least 1, were " + perHost);
    }
  }

  private static void requirePositive(Duration duration, String what) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(what + " must not be negative, was " + duration);
    }
  }

  public Politeness withDelay(Duration delay) {
    return new Politeness(delay, longestCrawlDelay, patience, perHost, robots);
  }

  public Politeness withPatience(Duration patience) {
    return new Politeness(delay, longestCrawlDelay, patience, perHost, robots);
  }

  public Politeness withPerHost(int perHost) {
    return new Politeness(delay, longestCrawlDelay, patience, perHost, robots);
  }

  public Politeness withRobots(Robots robots) {
    return new Politeness(delay, longestCrawlDelay, patience, perHost, robots);
  }

  /**
   * Returns how a host stands after a visit.
   *
   * @param before how it stood
   * @param end how the visit ended; null for a redirect, with which the host is fine
   * @param took how long the host took to answer
   * @param crawlDelay what its robots.txt asks for, or null
   * @param now when the visit ended
   * @param chance from 0 to below 1, so that hosts that failed together are not asked together
   */
  HostState after(
      HostState before,
      @Nullable Fetched end,
      Duration took,
      @Nullable Duration crawlDelay,
      Instant now,
      double chance) {
    Instant rested = now.plus(rest(took, crawlDelay));
    if (!(end instanceof Fetched.Refused refused) || !isTrouble(refused)) {
      return new HostState(rested, 0, null, null);
    }
    int failures = before.failures() + 1;
    Instant since = before.failingSince() == null ? now : before.failingSince();
    HostState after = new HostState(rested, failures, since, refused.reason());
    return after.notBefore(comeBack(refused, failures, now, chance));
  }

  /** Returns the pause after a visit to a host that is fine. */
  Duration rest(Duration took, @Nullable Duration crawlDelay) {
    Duration rest = delay;
    if (crawlDelay != null) {
      rest = longer(rest, shorter(crawlDelay, longestCrawlDelay));
    }
    return took.compareTo(SLOW) > 0 ? longer(rest, shorter(took, LONGEST_REST)) : rest;
  }

  private static Instant comeBack(
      Fetched.Refused refused, int failures, Instant now, double chance) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    // Between three quarters and five quarters.
    long jitter = (long) (shorter(pause, LONGEST_PAUSE).toMillis() * (0.75 + chance / 2));
    Instant own = now.plusMillis(jitter);
    Instant asked = refused.comeBack();
    if (asked == null || !asked.isAfter(now)) {
      // "At once", or a time that is already past, means no pause.
      return own;
    }
    // The server knows best, but a year may be a slip.
    Instant latest = now.plus(LONGEST_PAUSE);
    Instant said = (asked.isAfter(latest) ? latest : asked).plusMillis((long) (chance * 1000));
    // The pause was too short if the host refuses again after it.
    return failures > 1 && own.isAfter(said) ? own : said;
  }

  private static boolean isTrouble(Fetched.Refused refused) {
    return TROUBLES.contains(refused.reason())
        || refused.status() >= 500
        || refused.status() == 408;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
