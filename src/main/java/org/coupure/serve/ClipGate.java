package org.coupure.serve;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Lets as many clips run at once as there are cores, and a few more wait for their turn; further
 * requests are refused with a time to retry. The number of clips at once decides what memory the
 * service needs and how fast it is; threads beyond it only share the cores. Safe for any number of
 * threads.
 */
final class ClipGate {
  private final ServeLimits limits;
  private final Semaphore turns;
  private final AtomicLong bytes = new AtomicLong();

  ClipGate(ServeLimits limits) {
    this.limits = limits;
    this.turns = new Semaphore(limits.clips(), true);
  }

  /** Returns whether a request that comes now had to be sent away. */
  boolean isFull() {
    return turns.getQueueLength() >= limits.queue();
  }

  /** Returns how many requests wait for their turn. */
  int waiting() {
    return turns.getQueueLength();
  }

  /** Returns how many clips are under way. */
  int running() {
    return limits.clips() - turns.availablePermits();
  }

  /** Does {@code work} when its turn comes. */
  <T> T turn(Supplier<T> work) throws ProblemException {
    if (isFull()) {
      throw busy();
    }
    return inTurn(work, limits.waitMillis());
  }

  /** Does {@code work} when its turn comes, however long that takes: for a stream of pages. */
  <T> T patientTurn(Supplier<T> work) throws ProblemException {
    return inTurn(work, Long.MAX_VALUE);
  }

  private <T> T inTurn(Supplier<T> work, long millis) throws ProblemException {
    try {
      if (!turns.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  /** Takes room for {@code count} bytes of a body; to be given back. */
  void take(long count) throws ProblemException {
    if (bytes.addAndGet(count) > limits.bytesInHand()) {
      bytes.addAndGet(-count);
      throw busy();
    }
  }

  void giveBack(long count) {
    bytes.addAndGet(-count);
  }

  ProblemException busy() {
    return ProblemException.of(
            503, "busy", "the service is busy with as many pages as it can take; try again")
        .withHeader("Retry-After", "1");
  }
}
