package org.coupure.fetch;

import java.time.Instant;
import java.util.Objects;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How one host stands with its visitor, between two visits. Immutable; all that a store need keep
 * for politeness to survive a restart.
 *
 * @param notBefore when the host may be asked next
 * @param failures how many visits in a row found it in trouble
 * @param failingSince when the first of these ended; null when the last visit was fine
 * @param trouble what was wrong the last time; null when it was fine
 */
public record HostState(
    Instant notBefore, int failures, @Nullable Instant failingSince, @Nullable Reason trouble) {
  /** A host that was never asked. */
  public static final HostState UNKNOWN = new HostState(Instant.EPOCH, 0, null, null);

  public HostState {
    Objects.requireNonNull(notBefore, "notBefore");
  }

  HostState notBefore(Instant later) {
    return later.isAfter(notBefore) ? new HostState(later, failures, failingSince, trouble) : this;
  }
}
