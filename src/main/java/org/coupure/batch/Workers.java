package org.coupure.batch;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** Makes pools of worker threads. */
public final class Workers {
  private Workers() {}

  /** Returns a pool of {@code count} daemon threads; shut it down when the run is over. */
  public static ScheduledThreadPoolExecutor pool(int count, String name) {
    ThreadFactory threads =
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        };
    return new ScheduledThreadPoolExecutor(count, threads);
  }
}
