package org.coupure.watch;

import java.time.Instant;
import java.util.Optional;
import org.coupure.fetch.HttpExchange;
import org.coupure.reader.ArticleVisit;

/** A job under way, which one thread at a time goes on with. */
sealed interface Errand {
  FetchJob job();

  /** Returns whose lane it is in. */
  String host();

  /** Goes on as far as can be without waiting; returns when to go on, or empty when it is done. */
  Optional<Instant> proceed();

  /** A listing is asked for. */
  record Looking(FetchJob.Look job, String host, HttpExchange visit) implements Errand {
    @Override
    public Optional<Instant> proceed() {
      return visit.proceed();
    }
  }

  /** An article is read. */
  record Reading(FetchJob.Read job, String host, ArticleVisit visit) implements Errand {
    @Override
    public Optional<Instant> proceed() {
      return visit.proceed();
    }
  }
}
