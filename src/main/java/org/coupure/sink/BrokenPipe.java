package org.coupure.sink;

import java.io.IOException;
import java.util.Locale;

/**
 * Nobody reads the standard output any more, as when it goes to {@code head}: no fault of the run,
 * which should end quietly.
 */
public final class BrokenPipe extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenPipe(IOException cause) {
    super("nobody reads the standard output any more", cause);
  }

  /**
   * Returns whether {@code failure} says that the reader has gone. Quirk: Java has no type for it,
   * only the operating system's sentence: "Broken pipe", "Relais brisé (pipe)", "The pipe is being
   * closed". Where it is worded otherwise, the run ends with an ordinary error.
   */
  static boolean is(IOException failure) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
  }
}
