package org.coupure.fetch;

import org.coupure.article.Outcome;
import org.coupure.article.Reason;

/** Why there is no page: the reason as a code and as a sentence for a person. */
record Refusal(Outcome outcome, Reason reason, String sentence) {
  static Refusal failed(Reason reason, String sentence) {
    return new Refusal(Outcome.FAILED, reason, sentence);
  }

  static Refusal blocked(Reason reason, String sentence) {
    return new Refusal(Outcome.BLOCKED, reason, sentence);
  }
}
