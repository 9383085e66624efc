package org.coupure.watch;

import java.time.Instant;
import org.coupure.article.Clip;
import org.coupure.discover.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Is told what a watch does, on the thread that runs it. Every method does nothing unless
 * overridden.
 */
public interface WatchListener {
  /** Tells nobody. */
  WatchListener NONE = new WatchListener() {};

  /**
   * A feed, sitemap or index page was asked for.
   *
   * @param outcome whether it was read or is what it was, else why it could not be had
   * @param listing what it names, or null
   * @param found how many pages were new
   * @param detail what was wrong, or null
   */
  default void looked(
      Source source,
      String url,
      VisitOutcome outcome,
      @Nullable Listing listing,
      int found,
      @Nullable String detail) {}

  /**
   * A page was asked for.
   *
   * @param outcome what became of it
   * @param clip null when it was not modified
   */
  default void read(Source source, String url, VisitOutcome outcome, @Nullable Clip clip) {}

  /** A source was visited as a whole. */
  default void visited(Source source, SourceState sourceState) {}

  /** A source's mood has changed. */
  default void alert(Alert alert) {}

  /** Something about an output that a person should know, as a sentence. */
  default void notice(String sentence) {}

  /** Nothing is to be done before {@code until}. */
  default void idle(Instant until) {}
}
