package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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
import org.coupure.article.Clip;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConveyorTest {
  private final ScheduledThreadPoolExecutor pool = Workers.pool(4);
  private final List<String> written = new ArrayList<>();

  @AfterEach
  void shutDown() {
    pool.shutdownNow();
  }

  @Test
  void deliversInTheOrderOfTheInputsWhenTheFirstIsSlowest() throws IOException {
    CountDownLatch othersDone = new CountDownLatch(9);
    Feed feed =
        belt -> {
          belt.put(Job.free(1, () -> after(othersDone, "0")));
          for (int i = 1; i < 10; i++) {
            String name = "" + i;
            belt.put(Job.free(1, () -> counting(othersDone, name)));
          }
        };

    conveyor(1 << 20).carry(feed, delivery(clip -> {}));

    assertThat(written).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void losesNothingOfManyThousands() throws IOException {
    Feed feed =
        belt -> {
          for (int i = 0; i < 5000; i++) {
            String name = "" + i;
            belt.put(Job.free(1, () -> Clips.clipped(name, "text")));
          }
        };

    conveyor(1 << 20).carry(feed, delivery(clip -> {}));

    assertThat(written).isEqualTo(IntStream.range(0, 5000).mapToObj(Integer::toString).toList());
  }

  @Test
  void holdsNoMoreInFlightThanTheBudgetAllows() throws IOException {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Feed feed =
        belt -> {
          for (int i = 0; i < 200; i++) {
            belt.put(Job.free(100_000, () -> Clips.clipped("a", "text")));
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          }
        };

    conveyor(500_000).carry(feed, delivery(clip -> inFlight.decrementAndGet()));

    // Five in flight, and one whose place was given back a moment before it was counted.
    assertThat(most.get()).isLessThanOrEqualTo(6);
    assertThat(written).hasSize(200);
  }

  @Test
  void endsWithTheSinksErrorAndStopsTheFeed() {
    AtomicInteger put = new AtomicInteger();
    Feed endless =
        belt -> {
          while (belt.put(Job.free(1, () -> Clips.clipped("a", "text")))) {
            put.incrementAndGet();
          }
        };
    Delivery broken =
        delivery(
            clip -> {
              throw new IOException("cannot write x: disk full");
            });

    assertThatThrownBy(() -> conveyor(1 << 20).carry(endless, broken))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot write x: disk full");
    assertThat(written).hasSize(1);
  }

  @Test
  void tellsTheFeedsErrorAfterWhatCameBefore() {
    Feed feed =
        belt -> {
          belt.put(Job.free(1, () -> Clips.clipped("first", "text")));
          throw new IOException("cannot read the list");
        };

    assertThatThrownBy(() -> conveyor(1 << 20).carry(feed, delivery(clip -> {})))
        .hasMessage("cannot read the list");
    assertThat(written).containsExactly("first");
  }

  @Test
  void turnsADefectOfTheFeedIntoAnOutcome() throws IOException {
    Feed feed =
        belt -> {
          belt.put(Job.free(1, () -> Clips.clipped("first", "text")));
          throw new IllegalStateException("oops");
        };
    Delivery delivery = delivery(clip -> {});

    conveyor(1 << 20).carry(feed, delivery);

    assertThat(written).containsExactly("first");
    assertThat(delivery.tally().all()).isEqualTo(2);
  }

  @Test
  void endsWhenAJobCannotKeepWhatItMust() {
    Feed feed =
        belt ->
            belt.put(
                Job.free(
                    1,
                    () -> {
                      throw new UncheckedIOException(new IOException("cannot save"));
                    }));

    assertThatThrownBy(() -> conveyor(1 << 20).carry(feed, delivery(clip -> {})))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("cannot save");
  }

  @Test
  void doesNotWaitForTurnsWhenStopped() throws IOException {
    ScheduledThreadPoolExecutor lanesPool = Workers.pool(1);
    Conveyor conveyor =
        new Conveyor(new HostLanes(lanesPool, Clock.systemUTC()), new Budget(1 << 20));
    Job waiting =
        new Job(
            "b.example",
            1,
            () -> Optional.of(Instant.now().plusSeconds(3600)),
            () -> Clips.clipped("never", "text"));

    conveyor.carry(
        belt -> {
          belt.put(Job.free(1, () -> Clips.clipped("first", "text")));
          belt.put(waiting);
        },
        delivery(clip -> conveyor.stop()));
    lanesPool.shutdownNow();

    assertThat(written).containsExactly("first");
  }

  @Test
  void finishesWhatIsInHandWhenStopped() throws IOException {
    Conveyor conveyor = conveyor(1 << 20);
    Feed endless =
        belt -> {
          while (belt.put(Job.free(1, () -> Clips.clipped("a", "text")))) {}
        };

    conveyor.carry(
        endless,
        delivery(
            clip -> {
              if (written.size() == 3) {
                conveyor.stop();
              }
            }));

    assertThat(written).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void endsWhenStoppedWhileTheFeedHangs() throws IOException {
    Conveyor conveyor = conveyor(1 << 20);
    CountDownLatch never = new CountDownLatch(1);
    Feed hanging =
        belt -> {
          belt.put(Job.free(1, () -> Clips.clipped("first", "text")));
          await(never);
        };

    conveyor.carry(hanging, delivery(clip -> conveyor.stop()));

    assertThat(written).containsExactly("first");
    never.countDown();
  }

  private Conveyor conveyor(long bytes) {
    return new Conveyor((job, ticket) -> pool.execute(ticket), new Budget(bytes));
  }

  private interface Step {
    void see(Clip clip) throws IOException;
  }

  private Delivery delivery(Step step) {
    ArticleSink sink =
        new ArticleSink() {
          @Override
          public void accept(Clip clip) throws IOException {
            written.add(clip.input());
            step.see(clip);
          }

          @Override
          public JournalEntry plan(Clip clip) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(JournalEntry entry) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void close() {}
        };
    PrintStream err = new PrintStream(OutputStream.nullOutputStream());
    RunMessages messages =
        new RunMessages(
            err, new Progress(err, false), RunMessages.Detail.QUIET, new Palette(false));
    return new Delivery(sink, Delivery.Records.WITH_TEXT, KindFilter.ALL, messages);
  }

  private static Clip after(CountDownLatch latch, String name) {
    await(latch);
    return Clips.clipped(name, "text");
  }

  private static Clip counting(CountDownLatch latch, String name) {
    latch.countDown();
    return Clips.clipped(name, "text");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
