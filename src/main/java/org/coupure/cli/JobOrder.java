package org.coupure.cli;

/** Who does jobs, and in which order. */
@FunctionalInterface
interface JobOrder {
  /**
   * Has {@code job} done some time.
   *
   * @param ticket does the job's work, once what comes ahead of it is done
   */
  void take(Job job, Runnable ticket);
}
