package org.coupure.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A clock that stands still while anything is under way, and jumps to where something is due. */
final class MovingClock extends Clock implements InboxWait {
  private final Instant end;
  private volatile Instant now;
  private volatile @Nullable Runnable atEnd;

  MovingClock(Instant start, Instant end) {
    this.now = start;
    this.end = end;
  }

  /** Sets what is done once the end is reached. */
  void atEnd(Runnable action) {
    atEnd = action;
  }

  void set(Instant time) {
    now = time;
  }

  @Override
  public @Nullable Runnable await(BlockingQueue<Runnable> inbox, boolean busy, Instant until)
      throws InterruptedException {
    if (busy) {
      return inbox.take();
    }
    if (until.isAfter(end)) {
      now = end;
      Runnable action = atEnd;
      if (action != null) {
        action.run();
      }
    } else if (until.isAfter(now)) {
      now = until;
    }
    return inbox.poll();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
