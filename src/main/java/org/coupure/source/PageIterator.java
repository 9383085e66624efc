package org.coupure.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.coupure.article.Clip;
import org.coupure.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * A source's pages, asked for one at a time. One thread reads the source and waits while the queue
 * is full, so that memory is bounded. To be used by one thread; closing it ends the reading.
 *
 * <pre>{@code
 * try (PageIterator pages = Sources.of(operands, stdin, options).pull()) {
 *   while (pages.hasNext()) {
 *     Clip clip = pages.next().clip(clipper::clip);
 *   }
 * }
 * }</pre>
 */
public final class PageIterator implements Iterator<PageIterator.Entry>, AutoCloseable {
  /** Enough that reader and caller seldom wait for each other. */
  static final int AHEAD = 8;

  private final BlockingQueue<Optional<Entry>> queue;
  private final Thread reader;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  /** What was taken from the queue and not given; empty at the end. */
  private Optional<Entry> next = Optional.empty();

  private boolean looked;

  PageIterator(PageSource source, int ahead) {
    this.queue = new ArrayBlockingQueue<>(ahead);
    this.reader = new Thread(() -> read(source), "coupure-pages");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Returns whether there is another entry; waits until one is read or the source ends.
   *
   * @throws UncheckedIOException if the source as a whole can't be read
   * @throws IllegalStateException if the iterator is closed, or this thread is interrupted
   */
  @Override
  public boolean hasNext() {
    if (closed) {
      throw new IllegalStateException("the pages are closed");
    }
    if (!looked) {
      next = take();
      looked = true;
    }
    if (next.isEmpty()) {
      complain();
    }
    return next.isPresent();
  }

  @Override
  public Entry next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the source has no more pages");
    }
    looked = false;
    return next.orElseThrow();
  }

  /** Ends the reading. May be called more than once; what was not asked for is lost. */
  @Override
  public void close() {
    closed = true;
    queue.clear();
    reader.interrupt();
  }

  private Optional<Entry> take() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a page", e);
    }
  }

  private void complain() {
    Throwable thrown = failure;
    if (thrown instanceof IOException unreadable) {
      throw new UncheckedIOException(unreadable.getMessage(), unreadable);
    } else if (thrown != null) {
      throw new IllegalStateException("the source failed: " + thrown, thrown);
    }
  }

  private void read(PageSource source) {
    try {
      source.read(new Queueing());
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      failure = e;
    }
    offer(Optional.empty());
  }

  /** Waits until there is room; returns whether more is wanted. */
  private boolean offer(Optional<Entry> entry) {
    if (closed) {
      return false;
    }
    try {
      queue.put(entry);
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private final class Queueing implements PageConsumer {
    @Override
    public boolean page(Page page) {
      return offer(Optional.of(new Captured(page)));
    }

    @Override
    public boolean failed(Clip clip) {
      return offer(Optional.of(new Unread(clip)));
    }
  }

  /** A page, or why there is none. */
  public sealed interface Entry {
    /** Returns the clip that {@code clipper} makes of the page, or the reason why there is none. */
    Clip clip(Function<Page, Clip> clipper);
  }

  /**
   * A page that was read.
   *
   * @param page the page
   */
  public record Captured(Page page) implements Entry {
    @Override
    public Clip clip(Function<Page, Clip> clipper) {
      return clipper.apply(page);
    }
  }

  /**
   * An entry that gives no page.
   *
   * @param failure why, with the record that is owed
   */
  public record Unread(Clip failure) implements Entry {
    @Override
    public Clip clip(Function<Page, Clip> clipper) {
      return failure;
    }
  }
}
