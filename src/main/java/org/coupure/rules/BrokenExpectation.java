package org.coupure.rules;

import org.coupure.article.Reason;

/**
 * A promise that a rule did not keep on one page.
 *
 * @param rule the rule's name
 * @param what which promise, as a part of a sentence: {@code `content` found nothing}
 * @param reason {@link Reason#EXPECTATION}, or {@link Reason#RULE_MISTAKE} where the page is not to
 *     blame
 */
public record BrokenExpectation(String rule, String what, Reason reason) {
  /** A promise that the page did not let the rule keep. */
  public BrokenExpectation(String rule, String what) {
    this(rule, what, Reason.EXPECTATION);
  }
}
