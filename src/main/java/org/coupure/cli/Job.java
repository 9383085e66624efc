package org.coupure.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.coupure.article.Clip;

/**
 * One input on its way to a clip.
 *
 * @param lane what must not be done at the same time has the same lane: a host's name when fetching
 * @param weight how many bytes it holds in memory, about
 * @param ahead does what comes before the work, as far as can be; says when to go on with it, or
 *     nothing when the work can be done
 * @param work makes the clip; throws nothing but an UncheckedIOException when what must be kept
 *     can't be written, which ends the run
 */
record Job(String lane, long weight, Supplier<Optional<Instant>> ahead, Supplier<Clip> work) {
  /** Returns a job that may be done at any time. */
  static Job free(long weight, Supplier<Clip> work) {
    return new Job("", weight, Optional::empty, work);
  }
}
