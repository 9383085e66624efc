package org.coupure.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Does one input after the other on the calling thread. Used once. */
final class SingleLine implements Line {
  private volatile boolean stopped;
  private @Nullable IOException failure;

  @Override
  public void carry(Feed feed, Delivery delivery) throws IOException {
    feed.run(job -> deliver(job, delivery));
    if (failure != null) {
      throw failure;
    }
  }

  private boolean deliver(Job job, Delivery delivery) {
    try {
      delivery.accept(job.work().get());
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
}
