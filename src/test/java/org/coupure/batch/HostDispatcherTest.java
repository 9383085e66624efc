package org.coupure.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostDispatcherTest {
  private static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");

  private final ScheduledThreadPoolExecutor pool = Workers.pool(4, "worker");
  private final HostDispatcher dispatcher =
      new HostDispatcher(pool, Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void shutDown() {
    pool.shutdownNow();
  }

  private void take(String host, Supplier<Optional<Instant>> ahead, Runnable work) {
    dispatcher.add(
        new PageTask() {
          @Override
          public String host() {
            return host;
          }

          @Override
          public Optional<Instant> proceed() {
            Optional<Instant> turn = ahead.get();
            if (turn.isEmpty()) {
              work.run();
            }
            return turn;
          }
        });
  }

  @Test
  void goesToAHostForOneJobAtATimeInOrder() throws InterruptedException {
    List<Integer> visited = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(50);
    for (int i = 0; i < 50; i++) {
      int number = i;
      take(
          "a.example",
          Optional::empty,
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
  void goesToDifferentHostsAtTheSameTime() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(2);
    for (String host : List.of("a.example", "b.example")) {
      take(
          host,
          Optional::empty,
          () -> {
            both.countDown();
            await(both);
            done.countDown();
          });
    }

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void jobWhoseTurnHasNotComeHoldsNoThread() throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      take("waiting" + i + ".example", () -> Optional.of(NOW.plusSeconds(3600)), () -> {});
    }
    CountDownLatch done = new CountDownLatch(1);

    take("a.example", Optional::empty, done::countDown);

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void asksAgainWhenTheTurnHasCome() throws InterruptedException {
    Iterator<Optional<Instant>> turns =
        List.of(Optional.of(NOW), Optional.of(NOW.minusSeconds(1)), Optional.<Instant>empty())
            .iterator();
    CountDownLatch done = new CountDownLatch(1);

    take("a.example", turns::next, done::countDown);

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(turns.hasNext()).isFalse();
  }

  @Test
  void taskThatThrowsLetsTheNextOneOfItsHostBegin() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    take(
        "a.example",
        () -> {
          throw new IllegalStateException("oops");
        },
        () -> {});

    take("a.example", Optional::empty, done::countDown);

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void doesWorkThatAsksNoHostAtTheSameTime() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      take(
          "",
          Optional::empty,
          () -> {
            both.countDown();
            await(both);
            done.countDown();
          });
    }

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
