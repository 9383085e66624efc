package org.coupure.cli;

/** A wrong command line; the message says what is wrong and what to write instead. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean help;

  UsageException(String message) {
    this(message, true);
  }

  /**
   * Returns one.
   *
   * @param help whether the verb's help page explains more
   */
  UsageException(String message, boolean help) {
    super(message);
    this.help = help;
  }

  boolean help() {
    return help;
  }
}
