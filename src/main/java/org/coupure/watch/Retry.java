package org.coupure.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.fetch.Fetched;
import org.jspecify.annotations.Nullable;

/**
 * When a page that gave no article is visited again.
 *
 * @param at when, or null for never
 * @param attempts how many visits in a row failed, this one included
 */
record Retry(@Nullable Instant at, int attempts) {
  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofDays(2);

  /** With pauses of 10 minutes, tripled up to two days, it comes to nearly a week. */
  private static final int MOST = 9;

  /** A page that is not there may only be early: feeds are sent out before caches are emptied. */
  private static final int MOST_FOR_MISSING = 2;

  /** A page without text may be filled later. */
  private static final int MOST_FOR_EMPTY = 3;

  private static final Set<Reason> FINAL =
      EnumSet.of(
          Reason.BAD_URL,
          Reason.UNSAFE_ADDRESS,
          Reason.ROBOTS,
          Reason.RESERVED,
          Reason.BINARY,
          Reason.UNSUPPORTED,
          Reason.TOO_LARGE,
          Reason.RATIO);

  static Retry of(Fetched.Refused refused, int attempts, Instant now) {
    Reason reason = refused.reason();
    Instant comeBack = refused.comeBack();
    if (comeBack != null && comeBack.isAfter(now)) {
      // The host asks to wait, or is left alone; that says nothing against the page.
      boolean counted = reason != Reason.POSTPONED && reason != Reason.RATE_LIMITED;
      return new Retry(comeBack, attempts + (counted ? 1 : 0));
    }
    if (FINAL.contains(reason)) {
      return new Retry(null, attempts + 1);
    }
    boolean missing = refused.status() == 404 || refused.status() == 410;
    return later(attempts + 1, missing ? MOST_FOR_MISSING : MOST, now);
  }

  /** Decides about a page that was answered, but gave no text. */
  static Retry of(Clip clip, int attempts, Instant now) {
    boolean hopeless = clip.outcome() == Outcome.INDEX_PAGE || FINAL.contains(clip.reason());
    return hopeless
        ? new Retry(null, attempts + 1)
        : later(attempts + 1, clip.outcome() == Outcome.BLOCKED ? MOST : MOST_FOR_EMPTY, now);
  }

  private static Retry later(int attempts, int most, Instant now) {
    if (attempts >= most) {
      return new Retry(null, attempts);
    }
    Duration pause = FIRST;
    for (int i = 1; i < attempts && pause.compareTo(LONGEST) < 0; i++) {
      pause = pause.multipliedBy(3);
    }
    return new Retry(now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause), attempts);
  }
}
