package org.coupure.cli;

/** Words on the command line that make no sense; the message says which, and what to write. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean help;

  UsageException(String message) {
    this(message, true);
  }

  /**
   * Returns one.
   *
   * @param help whether the verb's help page tells more of it
   */
  UsageException(String message, boolean help) {
    super(message);
    this.help = help;
  }

  boolean help() {
    return help;
  }
}
