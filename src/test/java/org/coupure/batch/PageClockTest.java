package org.coupure.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;

class PageClockTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  @Test
  void aPageInTimeIsClipped() {
    try (PageClock clock = new PageClock(LONG)) {
      assertThat(clock.clip(page("a"), PageClockTest::done).detail()).isEqualTo("done");
      assertThat(clock.clip(page("b"), PageClockTest::done).input()).isEqualTo("b");
    }
  }

  @Test
  void aPageThatTakesTooLongIsCutAndTheNextIsClipped() {
    CountDownLatch never = new CountDownLatch(1);
    try (PageClock clock = new PageClock(SHORT)) {
      Clip late = clock.clip(page("slow"), slow(never));

      assertThat(late.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(late.detail()).isEqualTo("the page took longer than 0.2 s");
      never.countDown();
    }
  }

  @Test
  void aPageIsClippedWhileAnotherThatTookTooLongIsLeftAlone() {
    CountDownLatch never = new CountDownLatch(1);
    try (PageClock clock = new PageClock(SHORT)) {
      clock.clip(page("slow"), slow(never));

      assertThat(clock.clip(page("b"), PageClockTest::done).detail()).isEqualTo("done");
      never.countDown();
    }
  }

  @Test
  void theFifthThatTakesTooLongIsWaitedFor() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    try (PageClock clock = new PageClock(SHORT)) {
      for (int i = 0; i < 4; i++) {
        assertThat(clock.clip(page("slow"), slow(never)).reason()).isEqualTo(Reason.TIMEOUT);
      }
      AtomicReference<Clip> fifth = new AtomicReference<>();
      Thread thread = new Thread(() -> fifth.set(clock.clip(page("slow"), slow(never))));
      thread.start();
      thread.join(SHORT.toMillis() * 3);
      assertThat(thread.isAlive()).isTrue();
      never.countDown();
      thread.join();

      assertThat(fifth.get().detail()).isEqualTo("done");
    }
  }

  @Test
  void anInterruptNeitherEndsAPageNorIsLost() {
    try (PageClock clock = new PageClock(LONG)) {
      Thread.currentThread().interrupt();

      Clip clip = clock.clip(page("a"), PageClockTest::done);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(clip.detail()).isEqualTo("done");
    }
  }

  @Test
  void aDefectIsThePagesOutcome() {
    try (PageClock clock = new PageClock(LONG)) {
      Clip clip =
          clock.clip(
              page("a"),
              page -> {
                throw new StackOverflowError();
              });

      assertThat(clip.reason()).isEqualTo(Reason.DEFECT);
    }
  }

  private static Function<Page, Clip> slow(CountDownLatch latch) {
    return page -> {
      await(page, latch);
      return done(page);
    };
  }

  private static void await(Page page, CountDownLatch latch) {
    try {
      if (page.source().equals("slow")) {
        latch.await();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Clip done(Page page) {
    return Clipper.failed(page, Reason.NO_TEXT, "done");
  }

  private static Page page(String source) {
    return Page.builder(source, new byte[] {'x'}).build();
  }
}
