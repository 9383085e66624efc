package org.coupure.fetch;

import java.util.Optional;

/**
 * Keeps what is known of hosts from one run to the next. Called by any thread, but for one host by
 * one thread at a time; what it is told last, it must tell when asked.
 */
public interface HostMemory {
  /** Keeps nothing: what is known is forgotten with the fetcher. */
  HostMemory NONE = new HostMemory() {};

  /** Returns how {@code host} stood when it was kept, or empty. */
  default Optional<HostState> state(String host) {
    return Optional.empty();
  }

  /** Keeps how {@code host} stands; called when a visit begins and when it ends. */
  default void keep(String host, HostState state) {}

  /**
   * Returns the robots.txt that was kept, or empty.
   *
   * @param origin scheme, host and port, such as {@code https://example.com}
   */
  default Optional<RobotsFile> robots(String origin) {
    return Optional.empty();
  }

  /** Keeps the robots.txt of {@code origin}, in place of an older one. */
  default void keep(String origin, RobotsFile file) {}

  /**
   * Returns the TDM file that was kept, or empty.
   *
   * @param origin as for {@link #robots}
   */
  default Optional<TdmFile> reservations(String origin) {
    return Optional.empty();
  }

  /** Keeps the TDM file of {@code origin}, in place of an older one. */
  default void keep(String origin, TdmFile file) {}
}
