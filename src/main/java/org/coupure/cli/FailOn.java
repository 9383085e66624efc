package org.coupure.cli;

import org.coupure.article.Outcome;

/**
 * Decides when the exit code of a run reports a failure. Immutable.
 *
 * @param name the option's value, empty by default
 * @param ratio the share of inputs without text that is still a success
 */
record FailOn(String name, double ratio) {
  /** Every input that failed; pages that rightly give nothing, such as an index, are fine. */
  static final FailOn FAILURES = new FailOn("", 1);

  static final int OK = 0;
  static final int SOME_FAILED = 1;
  static final int WRONG_USE = 2;
  static final int NO_RECORD = 3;

  /** Rules whose content or expected fields are missing, or whose tests fail. */
  static final int RULE_HEALTH = 4;

  /** Every input was refused: robots.txt, a challenge, 403 or 429. */
  static final int SHUT_OUT = 5;

  /** Another run is under way; try again later (EX_TEMPFAIL of sysexits.h). */
  static final int TRY_LATER = 75;

  /** What a shell reports of a program that wrote to a pipe nobody reads: 128 + SIGPIPE. */
  static final int BROKEN_PIPE = 141;

  static FailOn parse(String word) throws UsageException {
    if (word.equals("none")) {
      return new FailOn(word, 1);
    }
    if (word.equals("any")) {
      return new FailOn(word, 0);
    }
    boolean percent = word.endsWith("%");
    String number = percent ? word.substring(0, word.length() - 1) : word;
    if (number.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")) {
      double ratio = Double.parseDouble(number) / (percent ? 100 : 1);
      if (ratio <= 1) {
        return new FailOn(word, ratio);
      }
    }
    throw new UsageException(
        "--fail-on wants none, any or a share such as 0.05 or 5%, not \"" + word + "\".");
  }

  /**
   * Returns the exit code of a run that counted {@code tally}.
   *
   * @param refused how many records their target refused
   */
  int exitCode(Tally tally, long refused) {
    int code = exitCode(tally);
    return code == OK && refused > 0 && !name.equals("none") ? SOME_FAILED : code;
  }

  /** Returns the exit code of a run that counted {@code tally} and whose target took all. */
  int exitCode(Tally tally) {
    if (name.equals("none")) {
      return OK;
    }
    if (tally.withText() == 0) {
      return tally.all() > 0 && tally.shutOut() == tally.all() ? SHUT_OUT : NO_RECORD;
    }
    if (name.isEmpty()) {
      return tally.of(Outcome.FAILED) > 0 ? SOME_FAILED : OK;
    }
    return tally.all() - tally.withText() > ratio * tally.all() ? SOME_FAILED : OK;
  }
}
