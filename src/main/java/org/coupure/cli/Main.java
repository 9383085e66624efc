package org.coupure.cli;

import java.io.InputStream;
import java.io.PrintStream;

/** The entry point of the command line: only exits with what {@link #run} returns. */
public final class Main {
  private Main() {}

  @SuppressWarnings("SystemOut") // the one place where the standard streams are taken
  public static void main(String[] args) {
    System.exit(run(System.in, System.out, System.err, args));
  }

  static int run(InputStream in, PrintStream out, PrintStream err, String... args) {
    err.println("nothing yet");
    return 2;
  }
}
