package org.coupure.cli;

import java.io.IOException;

/** A way from inputs to clips: alone on the calling thread, or with workers. */
interface Line {
  /**
   * Runs {@code feed} and hands its clips to {@code delivery} on the calling thread, in the order
   * of the inputs; returns when all are delivered or after {@link #stop}.
   *
   * @throws IOException if the feed can't be read as a whole or the delivery can't write; what was
   *     delivered before stays
   */
  void carry(Feed feed, Delivery delivery) throws IOException;

  /** Asks from any thread to finish what is in hand and begin nothing new. */
  void stop();
}
