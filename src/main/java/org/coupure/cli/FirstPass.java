package org.coupure.cli;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.coupure.Clipper;
import org.coupure.article.Clip;
import org.coupure.memory.MemoryBuilder;
import org.coupure.memory.PageFingerprint;
import org.coupure.page.Page;
import org.coupure.source.PageConsumer;

/**
 * The pass over a run's inputs in which a site memory learns them. Workers read the pages; what
 * they saw is learned on the calling thread in the order of the inputs, so that it does not depend
 * on timing. What can't be read is left to the second pass to report. Used by one thread.
 */
final class FirstPass implements PageConsumer {
  /** Bytes of pages in flight, and the least that one counts for. */
  private static final long MOST_BYTES = 16L << 20;

  private static final long LEAST_WEIGHT = 64 << 10;

  private final Clipper clipper;
  private final ExecutorService workers;
  private final MemoryBuilder memory;
  private final Queue<Seen> underWay = new ArrayDeque<>();
  private long bytes;

  FirstPass(Clipper clipper, ExecutorService workers, MemoryBuilder memory) {
    this.clipper = clipper;
    this.workers = workers;
    this.memory = memory;
  }

  @Override
  public boolean page(Page page) {
    long weight = Math.max(page.bytes().length, LEAST_WEIGHT);
    while (!underWay.isEmpty() && bytes + weight > MOST_BYTES) {
      learnNext();
    }
    bytes += weight;
    underWay.add(new Seen(weight, workers.submit(() -> clipper.sight(page))));
    return true;
  }

  @Override
  public boolean failed(Clip clip) {
    return true;
  }

  /** Learns what is still under way. */
  void finish() {
    while (!underWay.isEmpty()) {
      learnNext();
    }
  }

  private void learnNext() {
    Seen next = underWay.remove();
    bytes -= next.weight;
    try {
      next.sighting.get().ifPresent(memory::add);
    } catch (ExecutionException ignored) {
      // A defect; the second pass meets it again and makes it the page's outcome.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Seen(long weight, Future<Optional<PageFingerprint>> sighting) {}
}
