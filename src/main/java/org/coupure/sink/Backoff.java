package org.coupure.sink;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;

/**
 * The pauses before something is tried again. Immutable.
 *
 * @param pauses the pause before each further attempt, longer and longer; empty for none
 * @param pause waits
 */
record Backoff(List<Duration> pauses, Pause pause) {
  /** A restart of a server takes less than these two minutes. */
  static final Backoff USUAL =
      new Backoff(
          List.of(1, 2, 4, 8, 15, 30, 60).stream().map(Duration::ofSeconds).toList(),
          Backoff::sleep);

  /** For a caller who tries again later, with other things to do in between. */
  static final Backoff NONE = new Backoff(List.of(), Backoff::sleep);

  /** Waits for some time. */
  interface Pause {
    void pause(Duration time) throws IOException;
  }

  Backoff {
    pauses = List.copyOf(pauses);
  }

  private static void sleep(Duration time) throws IOException {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }
}
