package org.coupure.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelRunnerTest {
  private final ScheduledThreadPoolExecutor pool = Workers.pool(4, "worker");
  private final List<String> written = new ArrayList<>();

  @AfterEach
  void shutDown() {
    pool.shutdownNow();
  }

  @Test
  void deliversInTheOrderOfTheInputsWhenTheFirstIsSlowest() throws IOException {
    CountDownLatch othersDone = new CountDownLatch(9);
    JobSource<String> source =
        queue -> {
          queue.put(Job.of(1, () -> after(othersDone, "0")));
          for (int i = 1; i < 10; i++) {
            String name = "" + i;
            queue.put(Job.of(1, () -> counting(othersDone, name)));
          }
        };

    runner(1 << 20).run(source, delivery(result -> {}));

    assertThat(written).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void losesNothingOfManyThousands() throws IOException {
    JobSource<String> source =
        queue -> {
          for (int i = 0; i < 5000; i++) {
            String name = "" + i;
            queue.put(Job.of(1, () -> name));
          }
        };

    runner(1 << 20).run(source, delivery(result -> {}));

    assertThat(written).isEqualTo(IntStream.range(0, 5000).mapToObj(Integer::toString).toList());
  }

  @Test
  void holdsNoMoreInFlightThanTheBudgetAllows() throws IOException {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    JobSource<String> source =
        queue -> {
          for (int i = 0; i < 200; i++) {
            queue.put(Job.of(100_000, () -> "a"));
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          }
        };

    runner(500_000).run(source, delivery(result -> inFlight.decrementAndGet()));

    // Five in flight, and one whose place was given back a moment before it was counted.
    assertThat(most.get()).isLessThanOrEqualTo(6);
    assertThat(written).hasSize(200);
  }

  @Test
  void endsWithTheSinksErrorAndStopsTheSource() {
    AtomicInteger put = new AtomicInteger();
    JobSource<String> endless =
        queue -> {
          while (queue.put(Job.of(1, () -> "a"))) {
            put.incrementAndGet();
          }
        };
    ResultConsumer<String> broken =
        delivery(
            result -> {
              throw new IOException("cannot write x: disk full");
            });

    assertThatThrownBy(() -> runner(1 << 20).run(endless, broken))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot write x: disk full");
    assertThat(written).hasSize(1);
  }

  @Test
  void tellsTheSourcesErrorAfterWhatCameBefore() {
    JobSource<String> source =
        queue -> {
          queue.put(Job.of(1, () -> "first"));
          throw new IOException("cannot read the list");
        };

    assertThatThrownBy(() -> runner(1 << 20).run(source, delivery(result -> {})))
        .hasMessage("cannot read the list");
    assertThat(written).containsExactly("first");
  }

  @Test
  void turnsADefectOfTheSourceIntoAResult() throws IOException {
    JobSource<String> source =
        queue -> {
          queue.put(Job.of(1, () -> "first"));
          throw new IllegalStateException("oops");
        };

    runner(1 << 20).run(source, delivery(result -> {}));

    assertThat(written).containsExactly("first", "defect: java.lang.IllegalStateException: oops");
  }

  @Test
  void endsWhenAJobCannotKeepWhatItMust() {
    JobSource<String> source =
        queue ->
            queue.put(
                Job.of(
                    1,
                    () -> {
                      throw new UncheckedIOException(new IOException("cannot save"));
                    }));

    assertThatThrownBy(() -> runner(1 << 20).run(source, delivery(result -> {})))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("cannot save");
  }

  @Test
  void doesNotWaitForTurnsWhenStopped() throws IOException {
    ParallelRunner<String> runner = runner(1 << 20);
    Job<String> waiting = new WaitingJob(Instant.now().plusSeconds(3600));

    runner.run(
        queue -> {
          queue.put(Job.of(1, () -> "first"));
          queue.put(waiting);
        },
        delivery(result -> runner.stop()));

    assertThat(written).containsExactly("first");
  }

  private record WaitingJob(Instant turn) implements Job<String> {
    @Override
    public String host() {
      return "b.example";
    }

    @Override
    public Optional<Instant> proceed() {
      return Optional.of(turn);
    }

    @Override
    public long weight() {
      return 1;
    }

    @Override
    public String result() {
      return "never";
    }
  }

  @Test
  void finishesWhatIsInHandWhenStopped() throws IOException {
    ParallelRunner<String> runner = runner(1 << 20);
    JobSource<String> endless =
        queue -> {
          while (queue.put(Job.of(1, () -> "a"))) {}
        };

    runner.run(
        endless,
        delivery(
            result -> {
              if (written.size() == 3) {
                runner.stop();
              }
            }));

    assertThat(written).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void endsWhenStoppedWhileTheSourceHangs() throws IOException {
    ParallelRunner<String> runner = runner(1 << 20);
    CountDownLatch never = new CountDownLatch(1);
    JobSource<String> hanging =
        queue -> {
          queue.put(Job.of(1, () -> "first"));
          await(never);
        };

    runner.run(hanging, delivery(result -> runner.stop()));

    assertThat(written).containsExactly("first");
    never.countDown();
  }

  private ParallelRunner<String> runner(long bytes) {
    return new ParallelRunner<>(
        pool, Clock.systemUTC(), new MemoryBudget(bytes), defect -> "defect: " + defect);
  }

  private ResultConsumer<String> delivery(ResultConsumer<String> then) {
    return result -> {
      written.add(result);
      then.accept(result);
    };
  }

  private static String after(CountDownLatch latch, String name) {
    await(latch);
    return name;
  }

  private static String counting(CountDownLatch latch, String name) {
    latch.countDown();
    return name;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
