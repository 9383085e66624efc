package org.coupure.cli;

import java.io.PrintStream;

/**
 * One line on a terminal that is written over as a run goes on, and is gone when it ends. Our own,
 * because streamed sources know no total that a bar could fill, and failures are printed between.
 * Used by one thread.
 */
final class Progress {
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final String ERASE_LINE = "\r\u001B[K";

  private final PrintStream err;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long next = start + INTERVAL_NANOS;
  private boolean visible;

  Progress(PrintStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  /** Shows how far the run is, unless that was done just now. */
  void show(Tally tally) {
    if (!shown || System.nanoTime() < next) {
      return;
    }
    long now = System.nanoTime();
    next = now + INTERVAL_NANOS;
    long missing = tally.all() - tally.withText();
    long rate = tally.all() * 1_000_000_000L / (now - start);
    err.print(
        ERASE_LINE
            + Tally.grouped(tally.all())
            + " pages, "
            + Tally.grouped(missing)
            + " without text, "
            + Tally.grouped(rate)
            + " a second");
    err.flush();
    visible = true;
  }

  /** Makes room for another line. */
  void clear() {
    if (visible) {
      err.print(ERASE_LINE);
      visible = false;
    }
  }
}
