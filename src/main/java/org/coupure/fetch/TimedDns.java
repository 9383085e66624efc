package org.coupure.fetch;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import okhttp3.Dns;

/**
 * Looks names up within a call's time limit, which OkHttp can't do: the system's own look-up knows
 * none and can't be interrupted, so it is done in a thread that can be left behind.
 */
final class TimedDns implements Dns, AutoCloseable {
  /** How many look-ups may hang at a time before further ones are refused. */
  private static final int MOST_THREADS = 256;

  private final Function<String, List<InetAddress>> names;
  private final ThreadPoolExecutor threads;

  /** OkHttp looks up on the thread that made the call. */
  private final ThreadLocal<Long> deadline = new ThreadLocal<>();

  TimedDns(Function<String, List<InetAddress>> names) {
    this.names = names;
    this.threads =
        new ThreadPoolExecutor(
            0, MOST_THREADS, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), TimedDns::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "coupure-dns");
    thread.setDaemon(true);
    return thread;
  }

  /** Sets until when the look-ups of the calling thread's next call may take. */
  void until(long nanoTime) {
    deadline.set(nanoTime);
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    Long until = deadline.get();
    long nanos = until == null ? Long.MAX_VALUE : Math.max(0, until - System.nanoTime());
    List<InetAddress> addresses = within(nanos, host);
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    return addresses;
  }

  private List<InetAddress> within(long nanos, String host) throws UnknownHostException {
    Future<List<InetAddress>> found;
    try {
      found = threads.submit(() -> names.apply(host));
    } catch (RejectedExecutionException e) {
      throw (UnknownHostException) new UnknownHostException(host).initCause(e);
    }
    try {
      return found.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      found.cancel(true);
      throw new LookupTimeout(host);
    } catch (ExecutionException e) {
      throw (UnknownHostException) new UnknownHostException(host).initCause(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (UnknownHostException)
          new UnknownHostException(host).initCause(new InterruptedIOException());
    }
  }

  /** Tells a look-up without answer from one whose answer is that there is nothing. */
  static final class LookupTimeout extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    LookupTimeout(String host) {
      super(host);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
