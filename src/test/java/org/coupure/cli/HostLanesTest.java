package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostLanesTest {
  private final ScheduledThreadPoolExecutor pool = Workers.pool(4);

  @AfterEach
  void shutDown() {
    pool.shutdownNow();
  }

  @Test
  void visitsAHostOneCallAtATimeInOrder() throws InterruptedException {
    HostLanes lanes = new HostLanes(pool, Duration.ZERO);
    List<Integer> visited = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(50);
    for (int i = 0; i < 50; i++) {
      int number = i;
      lanes
          .lane("a.example")
          .execute(
              () -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                visited.add(number);
                atOnce.decrementAndGet();
                done.countDown();
              });
    }

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(visited).isSorted().hasSize(50);
    assertThat(most.get()).isEqualTo(1);
  }

  @Test
  void visitsDifferentHostsAtTheSameTime() throws InterruptedException {
    HostLanes lanes = new HostLanes(pool, Duration.ofHours(1));
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(2);
    for (String host : List.of("a.example", "b.example")) {
      lanes
          .lane(host)
          .execute(
              () -> {
                both.countDown();
                await(both);
                done.countDown();
              });
    }

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void pausesBetweenVisits() throws InterruptedException {
    HostLanes lanes = new HostLanes(pool, Duration.ofMillis(80));
    List<Long> times = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch done = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      lanes
          .lane("a.example")
          .execute(
              () -> {
                times.add(System.nanoTime());
                done.countDown();
              });
    }

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(times.get(2) - times.get(0)).isGreaterThanOrEqualTo(160_000_000L);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
