package org.coupure.watch;

import java.time.Instant;
import java.util.Optional;
import org.coupure.fetch.Visit;
import org.coupure.reader.ArticleVisit;

/** A job under way, which one thread at a time goes on with. */
sealed interface Errand {
  Job job();

  /** Returns whose lane it is in. */
  String host();

  /** Goes on as far as can be without waiting; returns when to go on, or empty when it is done. */
  Optional<Instant> proceed();

  /** A listing is asked for. */
  record Looking(Job.Look job, String host, Visit visit) implements Errand {
    @Override
    public Optional<Instant> proceed() {
      return visit.proceed();
    }
  }

  /** An article is read. */
  record Reading(Job.Read job, String host, ArticleVisit visit) implements Errand {
    @Override
    public Optional<Instant> proceed() {
      return visit.proceed();
    }
  }
}
