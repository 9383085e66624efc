package org.coupure.batch;

/** Takes the jobs of a run. */
@FunctionalInterface
public interface JobQueue<R> {
  /**
   * Adds a job; blocks while there is enough to do.
   *
   * @return whether more jobs are wanted
   */
  boolean put(Job<R> job);
}
