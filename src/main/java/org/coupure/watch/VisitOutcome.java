package org.coupure.watch;

import java.util.Set;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.discover.Filter;

/**
 * The outcome of a visit to a page or listing. Immutable.
 *
 * @param code the word that the state, reports and metrics use
 */
public record VisitOutcome(String code) {
  /** A listing was read. */
  public static final VisitOutcome READ = new VisitOutcome("read");

  /** A listing is what it was. */
  public static final VisitOutcome NOT_MODIFIED = new VisitOutcome("not-modified");

  /** What was to be a listing is none. */
  public static final VisitOutcome UNREADABLE = new VisitOutcome("unreadable");

  /** Neither the article nor its text was met before. */
  public static final VisitOutcome NEW = new VisitOutcome("new");

  /** The article was delivered with another text. */
  public static final VisitOutcome REVISED = new VisitOutcome("revised");

  /** The article was delivered with this text under another headline. */
  static final VisitOutcome RETITLED = new VisitOutcome("retitled");

  /** The article was delivered with this text. */
  public static final VisitOutcome UNCHANGED = new VisitOutcome("unchanged");

  /** The text was delivered under another URL of the same site. */
  public static final VisitOutcome MOVED = new VisitOutcome("moved");

  /** The text was delivered from another site. */
  public static final VisitOutcome COPY = new VisitOutcome("copy");

  /** A page whose article was delivered is there no more. */
  public static final VisitOutcome GONE = new VisitOutcome("gone");

  /** Another URL leads to the same article. */
  public static final VisitOutcome ALIAS = new VisitOutcome("alias");

  /** The page is of a kind that is not wanted. */
  public static final VisitOutcome FILTERED_KIND = new VisitOutcome("filtered-kind");

  /** Outcomes that gave a record. */
  static final Set<VisitOutcome> DELIVERED = Set.of(NEW, REVISED, COPY);

  /** What becomes of articles that are known; it says nothing of those that come. */
  static final Set<VisitOutcome> LOOKED_AT_AGAIN = Set.of(UNCHANGED, REVISED, RETITLED);

  /** Returns whether a listing could be had and read, or is what it was. */
  public boolean isListingRead() {
    return equals(READ) || equals(NOT_MODIFIED);
  }

  /** Returns the outcome of a page or listing that could not be had. */
  static VisitOutcome of(Reason reason) {
    return new VisitOutcome(reason.code());
  }

  /** Returns the outcome of a page that was had, but gave no text. */
  static VisitOutcome of(Outcome outcome) {
    return new VisitOutcome(outcome.code());
  }

  /** Returns the outcome of a page without text: the reason, where there is one. */
  static VisitOutcome ofTextless(Clip clip) {
    return clip.reason() == Reason.NONE ? of(clip.outcome()) : of(clip.reason());
  }

  /** Returns the outcome of an article that a source's filter does not let pass. */
  static VisitOutcome filtered(Filter.Miss miss) {
    return new VisitOutcome("filtered-" + miss.code());
  }
}
