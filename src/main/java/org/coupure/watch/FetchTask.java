package org.coupure.watch;

import java.time.Instant;
import java.util.Optional;
import org.coupure.batch.PageTask;
import org.coupure.reader.ArticleVisit;

/** A job with what carries it out. */
sealed interface FetchTask extends PageTask {
  FetchJob job();

  /** A listing is asked for. */
  record OfListing(FetchJob.Look job, String host, ListingVisit visit) implements FetchTask {
    @Override
    public Optional<Instant> proceed() {
      return visit.proceed();
    }
  }

  /** An article is read. */
  record OfArticle(FetchJob.Read job, String host, ArticleVisit visit) implements FetchTask {
    @Override
    public Optional<Instant> proceed() {
      return visit.proceed();
    }
  }
}
