package org.coupure.cli;

/** Words on the command line that make no sense; the message says which, and what to write. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
