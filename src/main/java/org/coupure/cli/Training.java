package org.coupure.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs every verb once, so that the launcher can archive the classes they load. */
final class Training {
  private static final String[][] RUNS = {
    {"clean", "PAGE"},
    {"clean", "-", "-f", "txt"},
    {"clean", "PAGE", "-f", "json", "--explain", "-v"},
    {"clean", "PAGE", "-f", "md"},
    {"clean", "PAGE", "-f", "csv"},
    {"clean", "FOLDER", "--failures"},
    {"explain", "PAGE", "--color", "always"},
    {"explain", "PAGE", "--html", "REPORT"},
    // Nothing listens on this port; only the classes of the client must be loaded.
    {"fetch", "http://127.0.0.1:9/"},
    {"help", "clean"},
    {"clean", "--no-such-option"},
    {"schema"},
    {"version"},
  };

  private Training() {}

  public static void main(String[] args) throws IOException {
    byte[] sample = sample();
    Path folder = Files.createTempDirectory("coupure-training");
    Path page = folder.resolve("page.html");
    Path report = folder.resolve("report.html");
    try {
      Files.write(page, sample);
      for (String[] run : RUNS) {
        String[] words = run.clone();
        for (int i = 0; i < words.length; i++) {
          words[i] = words[i].replace("PAGE", page.toString()).replace("FOLDER", folder.toString());
          words[i] = words[i].replace("REPORT", report.toString());
        }
        run(sample, words);
      }
    } finally {
      Files.deleteIfExists(report);
      Files.deleteIfExists(page);
      Files.deleteIfExists(folder);
    }
  }

  private static void run(byte[] sample, String[] words) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    PrintStream err = new PrintStream(nowhere, false, StandardCharsets.UTF_8);
    Main.run(new ByteArrayInputStream(sample), nowhere, err, words);
  }

  private static byte[] sample() throws IOException {
    try (InputStream in = Training.class.getResourceAsStream("training.html")) {
      if (in == null) {
        throw new IllegalStateException("training.html is missing from the jar: a broken build");
      }
      return in.readAllBytes();
    }
  }
}
