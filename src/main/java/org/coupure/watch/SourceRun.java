package org.coupure.watch;

import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;

/** The progress of one source's visit. Used by one thread. */
final class SourceRun {
  /** With fewer pages than this no conclusion is drawn. */
  static final int PROOF = 5;

  private int listings;
  private int listingsFailed;
  private int pages;
  private int pagesFailed;
  private int challenges;
  private int found;
  private int lost;
  private boolean gained;
  private boolean unreadable;
  private @Nullable String trouble;

  void listing(@Nullable String complaint, boolean failed) {
    listings++;
    if (failed) {
      listingsFailed++;
      trouble = complaint;
    }
  }

  /** Notes that the server gave a listing in which nothing can be read. */
  void unreadable() {
    unreadable = true;
  }

  boolean isUnreadable() {
    return unreadable;
  }

  void found(int links) {
    found += links;
  }

  void page(Clip clip) {
    pages++;
    if (isFailure(clip)) {
      pagesFailed++;
      String code = clip.reason().code();
      trouble = clip.input() + ": " + (clip.detail() == null ? code : clip.detail());
    }
    refused(clip);
  }

  void refused(Clip clip) {
    Reason reason = clip.reason();
    challenges += reason == Reason.CHALLENGE || reason == Reason.FORBIDDEN ? 1 : 0;
  }

  /**
   * Notes a page of a source's, and whether the source still gives anything.
   *
   * @param attempts how often it was visited before
   * @param outcome what it was to what is known
   */
  void page(Clip clip, int attempts, VisitOutcome outcome) {
    page(clip);
    boolean failed = isFailure(clip);
    if (failed && attempts == 0) {
      lost++;
    } else if (!failed && !VisitOutcome.LOOKED_AT_AGAIN.contains(outcome)) {
      gained = true;
      lost = 0;
    }
  }

  /** Returns how many new pages in a row gave nothing, if {@code before} did before. */
  int lost(int before) {
    return gained ? lost : before + lost;
  }

  private static boolean isFailure(Clip clip) {
    return clip.outcome() == Outcome.FAILED
        || clip.outcome() == Outcome.BLOCKED
        || clip.outcome() == Outcome.EMPTY
        || clip.outcome() == Outcome.RULE_MISS;
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

  boolean hasFailures() {
    return listingsFailed + pagesFailed > 0;
  }

  /** Returns what failed last, or null. */
  @Nullable String trouble() {
    return trouble;
  }
}
