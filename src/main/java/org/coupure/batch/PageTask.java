package org.coupure.batch;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that goes on in steps, so that no thread need wait for a host's turn. One thread at a time
 * goes on with it.
 */
public interface PageTask {
  /**
   * Returns the host that is asked; of a host's tasks one at a time is gone on with. Empty for work
   * that asks no host, which is done in one step.
   */
  String host();

  /** Goes on as far as can be without waiting; returns when to go on, or empty when it is done. */
  Optional<Instant> proceed();
}
