package org.coupure.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.coupure.article.Clip;
import org.coupure.watch.Source;
import org.coupure.watch.SourceState;
import org.coupure.watch.Status;
import org.coupure.watch.VisitOutcome;
import org.coupure.watch.WatchListener;
import org.jspecify.annotations.Nullable;

/** A screen with the state of all sources, redrawn when something happens. Used by one thread. */
final class LiveView implements WatchListener {
  /** People can't read faster, and each redraw queries the state. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final String HOME_AND_CLEAR = "\u001B[H\u001B[2J";

  private final PrintStream err;
  private final Clock clock;
  private final int lines;
  private final Supplier<Status> status;
  private Instant drawn = Instant.EPOCH;

  LiveView(PrintStream err, Clock clock, int lines, Supplier<Status> status) {
    this.err = err;
    this.clock = clock;
    this.lines = lines;
    this.status = status;
  }

  @Override
  public void read(Source source, String url, VisitOutcome outcome, @Nullable Clip clip) {
    draw();
  }

  @Override
  public void visited(Source source, SourceState sourceState) {
    draw();
  }

  @Override
  public void idle(Instant until) {
    draw();
  }

  private void draw() {
    Instant now = clock.instant();
    if (Duration.between(drawn, now).compareTo(PAUSE) < 0) {
      return;
    }
    drawn = now;
    StringBuilder screen = new StringBuilder(HOME_AND_CLEAR);
    String[] table = Printable.lines(status.get().table(now)).split("\n", -1);
    int shown = Math.min(table.length, lines - 2);
    for (int i = 0; i < shown; i++) {
      screen.append(table[i]).append('\n');
    }
    if (shown < table.length - 1) {
      screen.append("… ").append(table.length - 1 - shown).append(" more lines\n");
    }
    err.print(screen);
    err.flush();
  }
}
