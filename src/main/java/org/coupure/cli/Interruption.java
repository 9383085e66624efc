package org.coupure.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run finish the records in progress when the process is told to end (Ctrl-C, TERM). The
 * virtual machine then exits with 130 or 143 by itself.
 */
final class Interruption implements AutoCloseable {
  /** The time that supervisors commonly leave between TERM and KILL. */
  private static final long GRACE_SECONDS = 10;

  private final Thread hook;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean happened;

  private Interruption(Runnable stop) {
    this.hook = new Thread(() -> finish(stop), "coupure-interruption");
  }

  /** Returns a shutdown hook that calls {@code stop}; close it when everything is written. */
  static Interruption of(Runnable stop) {
    Interruption interruption = new Interruption(stop);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  boolean happened() {
    return happened;
  }

  @Override
  public void close() {
    finished.countDown();
    if (!happened) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ignored) { // The process began to end this very moment.
        happened = true;
      }
    }
  }

  private void finish(Runnable stop) {
    happened = true;
    stop.run();
    try {
      boolean inTime = finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
      happened = inTime || happened;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
