package org.coupure.batch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * Clips pages with a time limit each. A clip can't be stopped, so one that takes too long is left
 * to end in its thread, and the next page gets another thread. At most four threads are left so;
 * then the oldest is waited for. A defect becomes the outcome of its page. To be used by one
 * thread, and closed.
 */
public final class PageClock implements AutoCloseable {
  private static final int MOST_LEFT = 4;

  private final Function<Page, Clip> clipper;
  private final Duration limit;
  private final ArrayDeque<Worker> left = new ArrayDeque<>();
  private Worker worker;

  /**
   * Makes a clock.
   *
   * @param limit how long a page may take
   */
  public PageClock(Function<Page, Clip> clipper, Duration limit) {
    this.clipper = clipper;
    this.limit = limit;
    this.worker = new Worker(clipper);
  }

  /**
   * Returns the clip of {@code page}, or its failure with the reason {@link Reason#TIMEOUT}.
   *
   * @throws IllegalStateException if this thread is interrupted
   */
  public Clip clip(Page page) {
    try {
      Clip clip = worker.clip(page, limit);
      return clip == null ? late(page) : clip;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a page was clipped", e);
    }
  }

  private Clip late(Page page) throws InterruptedException {
    worker.close();
    left.add(worker);
    left.removeIf(thread -> !thread.isAlive());
    if (left.size() > MOST_LEFT) {
      left.remove().join();
    }
    worker = new Worker(clipper);
    String why = "the page took longer than " + limit.toSeconds() + " s";
    return Clipper.failed(page, Reason.TIMEOUT, why);
  }

  /** Ends the threads; those that still clip end when their clip is done. */
  @Override
  public void close() {
    worker.close();
  }

  /** One thread that clips the pages it is given. */
  private static final class Worker extends Thread {
    private final BlockingQueue<Page> pages = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<Clip> clips = new ArrayBlockingQueue<>(1);
    private final Function<Page, Clip> clipper;

    Worker(Function<Page, Clip> clipper) {
      super("coupure-clip");
      this.clipper = clipper;
      setDaemon(true);
      start();
    }

    @Nullable Clip clip(Page page, Duration limit) throws InterruptedException {
      pages.put(page);
      return clips.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
      try {
        while (true) {
          clips.put(DefectContainment.contained(pages.take(), clipper));
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    void close() {
      interrupt();
    }
  }
}
