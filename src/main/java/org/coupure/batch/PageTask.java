package org.coupure.batch;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that is done in steps, so that no thread has to wait for a host's turn. Only one thread at a
 * time works on it.
 */
public interface PageTask {
  /**
   * Returns the host to visit; only one task of a host runs at a time. Empty for work that visits
   * no host, which is done in one step.
   */
  String host();

  /**
   * Works on as far as possible without waiting. Returns when to continue, or empty when the task
   * is done.
   */
  Optional<Instant> proceed();
}
