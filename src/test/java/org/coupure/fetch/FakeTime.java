package org.coupure.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still but for those who wait by it. */
final class FakeTime extends Clock implements PoliteFetcher.Sleeper {
  private final List<Duration> waits = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-29T01:30:00Z");

  @Override
  public synchronized void sleep(Duration time) {
    waits.add(time);
    now = now.plus(time);
  }

  /** Lets time pass without anybody's wait. */
  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody asks for another zone");
  }
}
