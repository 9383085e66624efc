package org.coupure.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Carries inputs to their clips: a thread of its own brings inputs in, workers make clips, and the
 * calling thread delivers them in the order of the inputs. What is under way is bounded by a {@link
 * Budget}, so neither a slow first page nor a dump without end fills the memory. Used once.
 */
final class Conveyor implements Line, Belt {
  private final JobOrder jobOrder;
  private final Budget budget;

  /** What is under way, in order; bounded by the budget. */
  private final BlockingQueue<Ticket> tickets = new LinkedBlockingQueue<>();

  /** Those of them whose work is not done. */
  private final Set<Ticket> open = ConcurrentHashMap.newKeySet();

  private volatile boolean stopped;

  /** Written by the feeding thread before its last ticket, read after that. */
  private @Nullable IOException unreadable;

  /**
   * Makes a conveyor.
   *
   * @param jobOrder what does the jobs
   * @param budget how much may be under way
   */
  Conveyor(JobOrder jobOrder, Budget budget) {
    this.jobOrder = jobOrder;
    this.budget = budget;
  }

  @Override
  public void carry(Feed feed, Delivery delivery) throws IOException {
    Thread feeding = new Thread(() -> bring(feed), "coupure-feed");
    // It may hang in a read from a pipe when the run is over.
    feeding.setDaemon(true);
    feeding.start();
    try {
      deliver(delivery);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stop();
    }
    if (unreadable != null) {
      throw unreadable;
    }
  }

  private void deliver(Delivery delivery) throws IOException, InterruptedException {
    while (true) {
      Ticket ticket = tickets.take();
      Clip clip = ticket.clip();
      if (clip == null) {
        return;
      }
      delivery.accept(clip);
      budget.give(ticket.weight);
    }
  }

  @Override
  public boolean put(Job job) {
    if (!budget.take(job.weight())) {
      return false;
    }
    Ticket ticket = new Ticket(job.weight(), () -> stopped ? null : job.work().get());
    open.add(ticket);
    tickets.add(ticket);
    if (stopped) {
      ticket.run();
    }
    jobOrder.take(job, () -> finish(ticket));
    return !stopped;
  }

  private void finish(Ticket ticket) {
    ticket.run();
    open.remove(ticket);
  }

  @Override
  public void stop() {
    stopped = true;
    budget.close();
    // Nobody waits for what has not begun: its turn may be minutes away.
    open.forEach(Ticket::run);
    tickets.add(Ticket.last());
  }

  private void bring(Feed feed) {
    try {
      feed.run(this);
    } catch (IOException e) {
      unreadable = e;
    } catch (RuntimeException | Error e) {
      // The defect of a source ends the reading; what was read before is still delivered.
      put(Job.free(0, () -> Clip.failed("input", Reason.DEFECT, DefectContainment.sentence(e))));
    } finally {
      tickets.add(Ticket.last());
    }
  }

  /** A clip to come; null when the run was stopped before its turn, or at the end. */
  private static final class Ticket extends FutureTask<@Nullable Clip> {
    private final long weight;

    Ticket(long weight, Callable<@Nullable Clip> work) {
      super(work);
      this.weight = weight;
    }

    static Ticket last() {
      Ticket last = new Ticket(0, () -> null);
      last.run();
      return last;
    }

    @Nullable Clip clip() throws InterruptedException, IOException {
      try {
        return get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof UncheckedIOException unwritable) {
          throw unwritable.getCause();
        }
        throw new IllegalStateException("a job must make a clip of every defect", e.getCause());
      }
    }
  }
}
