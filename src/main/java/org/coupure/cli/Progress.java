package org.coupure.cli;

import java.io.PrintStream;
import java.time.Duration;

/**
 * A progress line on a terminal, overwritten during a run and removed at its end. Written for this
 * project because streamed sources know no total and failures are printed in between. Used by one
 * thread.
 */
final class Progress {
  private static final long INTERVAL_NANOS = 100_000_000;
  private static final String ERASE_LINE = "\r\u001B[K";

  private final PrintStream err;
  private final boolean shown;
  private final long total;
  private final long start = System.nanoTime();
  private long next = start + INTERVAL_NANOS;
  private boolean visible;

  /**
   * Makes a line.
   *
   * @param total how many pages there are, 0 when it is not known
   */
  Progress(PrintStream err, boolean shown, long total) {
    this.err = err;
    this.shown = shown;
    this.total = total;
  }

  /** Shows how far the run is, unless it was shown a moment ago. */
  void show(Tally tally) {
    if (!shown || System.nanoTime() < next) {
      return;
    }
    long now = System.nanoTime();
    next = now + INTERVAL_NANOS;
    err.print(ERASE_LINE + line(tally, Duration.ofNanos(now - start), total));
    err.flush();
    visible = true;
  }

  /**
   * Returns such as {@code 120 of 480 pages, 3 without text, 12 a second, 30 s left}; without the
   * total and the time left when {@code total} is 0.
   *
   * @param time how long the run has taken so far
   */
  static String line(Tally tally, Duration time, long total) {
    long done = tally.all();
    long rate = done * 1_000_000_000L / Math.max(1, time.toNanos());
    StringBuilder line = new StringBuilder(Tally.grouped(done));
    line.append(total > 0 ? " of " + Tally.grouped(Math.max(total, done)) : "").append(" pages, ");
    line.append(Tally.grouped(done - tally.withText())).append(" without text, ");
    line.append(Tally.grouped(rate)).append(" a second");
    if (total > done && done > 0) {
      line.append(", ").append(left(time.multipliedBy(total - done).dividedBy(done)));
    }
    return line.toString();
  }

  private static String left(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    return seconds < 90 ? seconds + " s left" : (seconds + 30) / 60 + " min left";
  }

  /** Clears the line, so that another one can be printed. */
  void clear() {
    if (visible) {
      err.print(ERASE_LINE);
      visible = false;
    }
  }
}
