package org.coupure.batch;

/**
 * How many bytes of input may be in flight. An input that exceeds the budget alone may pass when
 * nothing else is in flight, so that nothing waits for ever. Thread-safe.
 */
final class MemoryBudget {
  private static final long MOST = 64L << 20;

  /**
   * A parsed page takes up to ten times its bytes, and the rest of the program needs memory too.
   */
  private static final int HEAP_SHARE = 16;

  /** The weight of the smallest input, so that the number of tiny inputs is bounded as well. */
  private static final long LEAST_WEIGHT = 16 << 10;

  private final long most;
  private long used;
  private boolean closed;

  MemoryBudget(long most) {
    this.most = most;
  }

  /** Returns a budget that fits a heap of {@code heap} bytes. */
  static MemoryBudget forHeap(long heap) {
    return new MemoryBudget(Math.min(MOST, heap / HEAP_SHARE));
  }

  /**
   * Waits until {@code weight} bytes more may be in flight.
   *
   * @return false when the budget was closed, so that nothing may be added
   */
  synchronized boolean take(long weight) {
    long needed = Math.max(weight, LEAST_WEIGHT);
    while (!closed && used > 0 && used + needed > most) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    used += needed;
    return !closed;
  }

  synchronized void give(long weight) {
    used -= Math.max(weight, LEAST_WEIGHT);
    notifyAll();
  }

  /** Admits nothing any more and wakes waiting threads. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
