package org.coupure.fuzz;

import java.io.IOException;

/** What Jazzer calls; see src/test/fuzz/run. The system property fuzz.target names the target. */
public final class Fuzzing {
  private static final FuzzTarget TARGET =
      FuzzTarget.valueOf(System.getProperty("fuzz.target", FuzzTarget.PAGE.name()));

  private Fuzzing() {}

  /** Reads {@code bytes}; what it throws is a find. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    TARGET.read(bytes);
  }
}
