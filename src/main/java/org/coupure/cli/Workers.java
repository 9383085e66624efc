package org.coupure.cli;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** Makes the threads that do the work. */
final class Workers {
  private Workers() {}

  /** Returns a pool of {@code count} daemon threads; shut it down when the run is over. */
  static ScheduledThreadPoolExecutor pool(int count) {
    ThreadFactory threads =
        work -> {
          Thread thread = new Thread(work, "coupure-worker");
          thread.setDaemon(true);
          return thread;
        };
    return new ScheduledThreadPoolExecutor(count, threads);
  }
}
