package org.coupure.batch;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coupure.Clipper;
import org.coupure.ParsedPage;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.coupure.page.Page;

/**
 * Reads and clips pages with a time limit for each step. A step can't be stopped, so one that takes
 * too long is left to end in its thread, and its page fails with the reason {@link Reason#TIMEOUT}.
 * At most four are left so at a time; a fifth is waited for. A defect becomes the outcome of its
 * page. An interrupt neither ends a step nor is lost. Safe for any number of threads.
 */
public final class PageClock implements AutoCloseable {
  /** The limit where nothing else is said; a page of the benchmarks takes a second at most. */
  public static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

  private static final int MOST_LEFT = 4;

  private final Duration limit;
  private final Semaphore room = new Semaphore(MOST_LEFT);
  private final ExecutorService threads = Executors.newCachedThreadPool(PageClock::thread);

  /**
   * Makes a clock.
   *
   * @param limit how long a step may take
   */
  public PageClock(Duration limit) {
    this.limit = limit;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "coupure-clip");
    thread.setDaemon(true);
    return thread;
  }

  /** Returns what {@code clipper} makes of {@code page}, or the failure that says why not. */
  public Clip clip(Page page, Function<Page, Clip> clipper) {
    return within(
        () -> DefectContainment.contained(page, clipper),
        () -> Clipper.failed(page, Reason.TIMEOUT, late()));
  }

  /** Returns {@code page} as {@code clipper} parses it, or one whose clip says why not. */
  public ParsedPage read(Page page, Clipper clipper) {
    return within(
        () -> DefectContainment.read(page, clipper),
        () -> ParsedPage.unreadable(page, Reason.TIMEOUT, late()));
  }

  /** Returns what {@code clipper} makes of a page, or the failure that says why not. */
  public Clip clip(ParsedPage parsed, Clipper clipper) {
    return clip(parsed.page(), page -> clipper.clip(parsed));
  }

  private String late() {
    return "the page took longer than " + limit.toMillis() / 1000.0 + " s";
  }

  private <T> T within(Supplier<T> step, Supplier<T> late) {
    Step<T> task = new Step<>(step, room);
    threads.execute(task);
    boolean interrupted = false;
    boolean patient = false;
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (true) {
        try {
          return task.get(patient ? Long.MAX_VALUE : end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (TimeoutException e) {
          if (task.leave()) {
            return late.get();
          }
          patient = true;
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a step makes a result of a defect", e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the threads; those that still work end when their step is done. */
  @Override
  public void close() {
    threads.shutdown();
  }

  /** A step that takes one of the places for those that are left, if it is. */
  private static final class Step<T> extends FutureTask<T> {
    private final Semaphore room;
    private boolean left;

    Step(Supplier<T> work, Semaphore room) {
      super(work::get);
      this.room = room;
    }

    /** Returns whether there is room to leave this one alone. */
    synchronized boolean leave() {
      left = !isDone() && room.tryAcquire();
      return left;
    }

    @Override
    protected synchronized void done() {
      if (left) {
        room.release();
      }
    }
  }
}
