package org.coupure.fetch;

import org.coupure.article.Outcome;
import org.coupure.article.Reason;

/** Why there is no page: the reason as a code and as a sentence for a person. */
record FetchFailure(Outcome outcome, Reason reason, String sentence) {
  static FetchFailure failed(Reason reason, String sentence) {
    return new FetchFailure(Outcome.FAILED, reason, sentence);
  }

  static FetchFailure blocked(Reason reason, String sentence) {
    return new FetchFailure(Outcome.BLOCKED, reason, sentence);
  }
}
