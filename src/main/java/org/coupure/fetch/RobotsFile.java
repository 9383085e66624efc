package org.coupure.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The result of fetching a robots.txt. Immutable.
 *
 * @param kind whether there was one
 * @param text its text, empty unless there was one
 * @param fetched when it was asked for
 * @param expires when to ask again
 */
public record RobotsFile(Kind kind, String text, Instant fetched, Instant expires) {
  /** RFC 9309 section 2.4. */
  private static final Duration LIFE = Duration.ofHours(24);

  /** A server in trouble is worth another try long before that. */
  private static final Duration LIFE_OF_FAILURE = Duration.ofMinutes(10);

  /** How long an old file is better than none; RFC 9309 section 2.3.1.4 speaks of 30 days. */
  private static final Duration STALE = Duration.ofDays(30);

  /** Whether there is a robots.txt (RFC 9309 section 2.3.1). */
  public enum Kind {
    /** There is one; what it says stands. */
    RULES,
    /** There is none (4xx, or redirects without end): all is allowed. */
    ABSENT,
    /** The server could not tell (5xx): all is forbidden. */
    UNREACHABLE
  }

  public RobotsFile {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(fetched, "fetched");
    Objects.requireNonNull(expires, "expires");
  }

  static RobotsFile of(Kind kind, String text, Instant now) {
    Duration life = kind == Kind.UNREACHABLE ? LIFE_OF_FAILURE : LIFE;
    return new RobotsFile(kind, text, now, now.plus(life));
  }

  boolean isFresh(Instant now) {
    return now.isBefore(expires);
  }

  /** Returns what stands when the server can't tell: this for a while longer, while not too old. */
  RobotsFile whenUnreachable(Instant now) {
    return kind == Kind.UNREACHABLE || fetched.plus(STALE).isBefore(now)
        ? of(Kind.UNREACHABLE, "", now)
        : new RobotsFile(kind, text, fetched, now.plus(LIFE_OF_FAILURE));
  }
}
