package org.coupure.cli;

/** What inputs are put on, to come out as clips in the same order. */
interface Belt {
  /**
   * Takes a job; may block while there is enough to do.
   *
   * @return whether more is wanted
   */
  boolean put(Job job);
}
