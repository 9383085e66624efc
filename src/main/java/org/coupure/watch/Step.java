package org.coupure.watch;

import java.time.Instant;
import org.coupure.discover.Listing;
import org.coupure.fetch.Fetched;
import org.jspecify.annotations.Nullable;

/** How far an errand came, as the thread that ran it reports. Immutable. */
sealed interface Step {
  Errand errand();

  /** Nothing but a reason to look up. */
  record Nudge() implements Step {
    @Override
    public Errand errand() {
      throw new IllegalStateException("a nudge is nobody's");
    }
  }

  /** Its turn comes later. */
  record Waits(Errand errand, Instant until) implements Step {}

  /**
   * A listing was asked for.
   *
   * @param listing what it names; null unless it was answered
   */
  record Looked(Errand.Looking errand, Fetched fetched, @Nullable Listing listing)
      implements Step {}

  /** An article was asked for, and its visit is over. */
  record HasRead(Errand.Reading errand) implements Step {}

  /** Something went wrong that should not. */
  record Failed(Errand errand, Throwable defect) implements Step {}
}
