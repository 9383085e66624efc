package org.coupure.learn;

import java.util.List;

/**
 * How one test of a rule went.
 *
 * @param rule the rule's name
 * @param page the page's file as the rule names it, or its URL when no page is stored
 * @param state what came of it
 * @param failures what was wrong, a sentence each
 * @param difference how the text differs from the golden file; empty when it does not
 */
public record TestResult(
    String rule, String page, State state, List<String> failures, List<TextDiff.Line> difference) {
  public TestResult {
    failures = List.copyOf(failures);
    difference = List.copyOf(difference);
  }

  /** What came of a test. */
  public enum State {
    PASSED,
    FAILED,
    /** The golden file was written. */
    WRITTEN,
    /** There is a URL and no stored page. */
    WAITING
  }
}
