package org.coupure.serve;

/**
 * How much the service does at once. Immutable.
 *
 * @param clips how many pages are clipped at once
 * @param queue how many requests may wait for a clip
 * @param waitMillis how long one may wait, in milliseconds
 * @param pageBytes most bytes of a page
 * @param bytesInHand most bytes of all bodies that are held at once
 */
public record ServeLimits(int clips, int queue, long waitMillis, int pageBytes, long bytesInHand) {
  /** Requests that wait for each that is served: at a clip in 20 to 40 ms, a wait of 0.2 s. */
  private static final int QUEUE_PER_CLIP = 6;

  /** Browsers and people give up later; longer queues only hide that the machine is too small. */
  private static final long WAIT_MILLIS = 5_000;

  /**
   * Returns the limits of this machine: as many clips as cores, and an eighth of the heap for
   * bodies, because a parsed page takes several times its bytes.
   *
   * @param pageBytes most bytes of a page
   */
  public static ServeLimits ofMachine(int pageBytes) {
    Runtime machine = Runtime.getRuntime();
    int cores = machine.availableProcessors();
    long bytes = Math.max(machine.maxMemory() / 8, pageBytes);
    return new ServeLimits(cores, cores * QUEUE_PER_CLIP, WAIT_MILLIS, pageBytes, bytes);
  }
}
