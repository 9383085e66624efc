package org.coupure.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.coupure.sink.Sinks;

/**
 * The streams of a run, and which of them are terminals.
 *
 * @param in standard input
 * @param out standard output, for records only; unbuffered, and throws when its reader is gone
 * @param err standard error, for everything else
 * @param outShown whether {@code out} is a terminal
 * @param errShown whether {@code err} is a terminal
 * @param environment the environment variables
 */
record Terminal(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean outShown,
    boolean errShown,
    Map<String, String> environment) {

  /** Set by the launcher to the numbers of those of 0, 1 and 2 that are terminals, such as "02". */
  private static final String SHOWN = "coupure.terminals";

  /** Returns the process's own streams. */
  static Terminal ofProcess() {
    // Java itself can't tell: System.console() means something else from release to release.
    String shown = System.getProperty(SHOWN, "");
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        // Not System.out, which hides that the reader has closed the pipe.
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        shown.contains("1"),
        shown.contains("2"),
        System.getenv());
  }

  /** Returns streams that are no terminals, with no environment variables. */
  static Terminal piped(InputStream in, OutputStream out, PrintStream err) {
    return new Terminal(in, out, err, false, false, Map.of());
  }

  /** Writes {@code text} to standard output. */
  void print(String text) throws IOException {
    Sinks.print(text, out);
  }

  /** Returns how many columns a line may have. */
  int columns() {
    String columns = environment.getOrDefault("COLUMNS", "");
    // Lines of more than a hundred characters are hard to read.
    return columns.matches("[0-9]{2,4}") ? Math.min(100, Integer.parseInt(columns)) : 80;
  }
}
