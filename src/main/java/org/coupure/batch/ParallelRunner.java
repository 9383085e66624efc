package org.coupure.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs on several threads: a thread of its own reads the source, workers do the jobs, and the
 * calling thread passes the results on in the order of the jobs. A {@link MemoryBudget} bounds the
 * work in flight, so neither a slow first page nor an endless source fills the memory. Used once.
 */
public final class ParallelRunner<R> implements Runner<R> {
  private final ScheduledExecutorService pool;
  private final HostDispatcher dispatcher;
  private final MemoryBudget budget;
  private final Function<Throwable, R> defect;

  /** The jobs in flight, in order; bounded by the budget. */
  private final BlockingQueue<Ticket> tickets = new LinkedBlockingQueue<>();

  /** Those of them whose work is not done. */
  private final Set<Ticket> open = ConcurrentHashMap.newKeySet();

  private volatile boolean stopped;

  /** Written by the reading thread before its last ticket, read after that. */
  private @Nullable IOException unreadable;

  ParallelRunner(
      ScheduledExecutorService pool,
      Clock clock,
      MemoryBudget budget,
      Function<Throwable, R> defect) {
    this.pool = pool;
    this.dispatcher = new HostDispatcher(pool, clock);
    this.budget = budget;
    this.defect = defect;
  }

  /**
   * Makes a runner with its own threads, which visits different hosts at the same time, and each
   * host for one job at a time. The heap's size bounds how many bytes are in flight.
   *
   * @param workers how many jobs run at the same time
   * @param clock tells when hosts' turns have come
   * @param defect makes a result of what a source threw; what it put before is still handed on
   */
  public ParallelRunner(int workers, Clock clock, Function<Throwable, R> defect) {
    this(
        Workers.pool(workers, "coupure-worker"),
        clock,
        MemoryBudget.forHeap(Runtime.getRuntime().maxMemory()),
        defect);
  }

  @Override
  public void run(JobSource<R> source, ResultConsumer<R> results) throws IOException {
    Thread reading = new Thread(() -> read(source), "coupure-source");
    // It may hang in a read from a pipe when the run is over.
    reading.setDaemon(true);
    reading.start();
    try {
      handOn(results);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stop();
    }
    if (unreadable != null) {
      throw unreadable;
    }
  }

  private void handOn(ResultConsumer<R> results) throws IOException, InterruptedException {
    while (true) {
      Ticket ticket = tickets.take();
      Optional<R> result = ticket.await();
      if (result.isEmpty()) {
        return;
      }
      results.accept(result.get());
      budget.give(ticket.weight);
    }
  }

  private boolean put(Job<R> job) {
    if (!budget.take(job.weight())) {
      return false;
    }
    JobTicket ticket = new JobTicket(job);
    open.add(ticket);
    tickets.add(ticket);
    if (stopped) {
      ticket.run();
    }
    dispatcher.add(ticket);
    return !stopped;
  }

  @Override
  public void stop() {
    stopped = true;
    budget.close();
    // Jobs that have not begun are not waited for: their turn may be minutes away.
    open.forEach(Ticket::run);
    end();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private void read(JobSource<R> source) {
    try {
      source.putAll(this::put);
    } catch (IOException e) {
      unreadable = e;
    } catch (RuntimeException | Error e) {
      // A defect of the source ends the reading; the jobs read before still give results.
      put(Job.of(0, () -> defect.apply(e)));
    } finally {
      end();
    }
  }

  private void end() {
    Ticket last = new Ticket(0, Optional::empty);
    last.run();
    tickets.add(last);
  }

  /** A result to come; empty when the run was stopped before its turn, or at the end. */
  private class Ticket extends FutureTask<Optional<R>> {
    private final long weight;

    Ticket(long weight, Callable<Optional<R>> work) {
      super(work);
      this.weight = weight;
    }

    Optional<R> await() throws InterruptedException, IOException {
      try {
        return get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof UncheckedIOException unwritable) {
          throw unwritable.getCause();
        }
        throw new IllegalStateException("a job must make a result of a defect", e.getCause());
      }
    }
  }

  /** The result of a job that workers process. */
  private final class JobTicket extends Ticket implements PageTask {
    private final Job<R> job;

    JobTicket(Job<R> job) {
      super(job.weight(), () -> stopped ? Optional.empty() : Optional.of(job.result()));
      this.job = job;
    }

    @Override
    public String host() {
      return job.host();
    }

    @Override
    public Optional<Instant> proceed() {
      try {
        Optional<Instant> turn = isDone() ? Optional.empty() : job.proceed();
        if (turn.isPresent()) {
          return turn;
        }
        run();
      } catch (RuntimeException | Error e) {
        setException(e);
      }
      open.remove(this);
      return Optional.empty();
    }
  }
}
