package org.coupure.watch;

import java.util.Map;
import java.util.TreeMap;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/** What happens to one source while it is visited. Used by one thread. */
final class SourceRun {
  /** Fewer pages than these prove nothing. */
  private static final int PROOF = 5;

  private final Map<String, Integer> counts = new TreeMap<>();
  private int listings;
  private int listingsFailed;
  private int pages;
  private int pagesFailed;
  private int challenges;
  private int found;
  private @Nullable String trouble;

  void listing(@Nullable String complaint, boolean failed) {
    listings++;
    if (failed) {
      listingsFailed++;
      trouble = complaint;
    }
  }

  void found(int links) {
    found += links;
  }

  void page(Clip clip) {
    pages++;
    if (isFailure(clip)) {
      pagesFailed++;
      trouble = clip.input() + ": " + clip.reason().code();
    }
    refused(clip);
  }

  void refused(Clip clip) {
    Reason reason = clip.reason();
    challenges += reason == Reason.CHALLENGE || reason == Reason.FORBIDDEN ? 1 : 0;
  }

  private static boolean isFailure(Clip clip) {
    return clip.outcome() == Outcome.FAILED
        || clip.outcome() == Outcome.BLOCKED
        || clip.outcome() == Outcome.EMPTY
        || clip.outcome() == Outcome.RULE_MISS;
  }

  void count(String outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  Map<String, Integer> counts() {
    return counts;
  }

  int found() {
    return found;
  }

  boolean failed() {
    return listings > 0 && listings == listingsFailed;
  }

  boolean mostPagesFailed() {
    return pages >= PROOF && pagesFailed * 5 >= pages * 4;
  }

  /** Returns whether the pages that were read say nothing about the source's others. */
  boolean provesNothing() {
    return pages < PROOF && pages == pagesFailed;
  }

  boolean isEmpty() {
    return listings == 0 && pages == 0;
  }

  boolean challenged() {
    return challenges * 2 >= Math.max(1, listingsFailed + pagesFailed);
  }

  @Nullable String trouble() {
    return failed() || mostPagesFailed() ? trouble : null;
  }
}
