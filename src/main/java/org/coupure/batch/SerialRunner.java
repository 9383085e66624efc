package org.coupure.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Runs jobs that visit no host one after the other on the calling thread. Used once. */
public final class SerialRunner<R> implements Runner<R> {
  private volatile boolean stopped;
  private @Nullable IOException failure;

  @Override
  public void run(JobSource<R> source, ResultConsumer<R> results) throws IOException {
    source.putAll(job -> deliver(job, results));
    if (failure != null) {
      throw failure;
    }
  }

  private boolean deliver(Job<R> job, ResultConsumer<R> results) {
    try {
      results.accept(job.result());
    } catch (IOException e) {
      failure = e;
      stopped = true;
    } catch (UncheckedIOException e) {
      failure = e.getCause();
      stopped = true;
    }
    return !stopped;
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public void close() {}
}
