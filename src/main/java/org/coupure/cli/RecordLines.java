package org.coupure.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads files of JSON Lines line by line, also compressed ones and standard input. */
final class RecordLines {
  /** Takes a line. */
  interface Taker {
    /**
     * Takes a line that is not blank.
     *
     * @param number the line's number, from 1
     */
    void take(byte[] line, long number) throws IOException;
  }

  private RecordLines() {}

  static void read(String operand, Terminal terminal, Taker taker) throws IOException {
    if (operand.equals("-")) {
      read(terminal.in(), taker);
      return;
    }
    if (Files.isDirectory(Path.of(operand))) {
      throw new IOException(
          operand
              + " is a folder; name the files of JSON Lines in it, or clean it first: coupure clean "
              + operand
              + " --out records.jsonl");
    }
    try (InputStream file = Files.newInputStream(Path.of(operand))) {
      read(operand.endsWith(".gz") ? new GZIPInputStream(file) : file, taker);
    }
  }

  private static void read(InputStream in, Taker taker) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        taker.take(line.getBytes(StandardCharsets.UTF_8), number);
      }
    }
  }
}
