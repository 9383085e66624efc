package org.coupure.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a task got. Immutable.
 *
 * @param turn when it has to be gone on with; null when it is done
 * @param defect what it threw, which ends it, or null
 */
public record TaskResult<T extends PageTask>(
    T task, @Nullable Instant turn, @Nullable Throwable defect) {
  /**
   * Runs the next step of {@code task} on the calling thread. Exceptions of the task become the
   * result's defect.
   */
  public static <T extends PageTask> TaskResult<T> of(T task) {
    try {
      return new TaskResult<>(task, task.proceed().orElse(null), null);
    } catch (RuntimeException | Error defect) {
      return new TaskResult<>(task, null, defect);
    }
  }
}
