package org.coupure.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;

class PageClockTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void aPageInTimeIsClipped() {
    try (PageClock clock = new PageClock(page -> done(page), LONG)) {
      assertThat(clock.clip(page("a")).detail()).isEqualTo("done");
      assertThat(clock.clip(page("b")).input()).isEqualTo("b");
    }
  }

  @Test
  void aPageThatTakesTooLongIsCutAndTheNextIsClipped() {
    CountDownLatch never = new CountDownLatch(1);
    try (PageClock clock =
        new PageClock(
            page -> {
              await(page, never);
              return done(page);
            },
            Duration.ofSeconds(1))) {
      Clip late = clock.clip(page("slow"));

      assertThat(late.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(late.detail()).isEqualTo("the page took longer than 1 s");
      assertThat(clock.clip(page("b")).detail()).isEqualTo("done");
    }
  }

  @Test
  void aDefectIsThePagesOutcome() {
    try (PageClock clock =
        new PageClock(
            page -> {
              throw new StackOverflowError();
            },
            LONG)) {
      assertThat(clock.clip(page("a")).reason()).isEqualTo(Reason.DEFECT);
    }
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
