package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the five clippings that our user gave us. */
class SeedsTest {
  private static final Path SEEDS = Path.of("seeds");
  private static final Path CLEAN = Path.of("fixtures/clippings");

  @Test
  void becomeTheirCleanTwinsByteForByte(@TempDir Path out) throws IOException {
    assertThat(clean(SEEDS, out)).isZero();

    assertThat(names(out)).isEqualTo(names(CLEAN)).hasSize(5);
    for (String name : names(CLEAN)) {
      assertThat(out.resolve(name)).hasSameBinaryContentAs(CLEAN.resolve(name));
    }
  }

  @Test
  void stayAsTheyAreWhenCleanedAgain(@TempDir Path out) throws IOException {
    assertThat(clean(CLEAN, out)).isZero();

    for (String name : names(CLEAN)) {
      assertThat(out.resolve(name)).hasSameBinaryContentAs(CLEAN.resolve(name));
    }
  }

  private static int clean(Path folder, Path out) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Main.run(
        new ByteArrayInputStream(new byte[0]),
        nowhere,
        nowhere,
        "clean",
        folder.toString(),
        "--out",
        out.toString());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
