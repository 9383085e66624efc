package org.coupure.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads again what fuzzing began with and what it found. */
class FuzzCorpusTest {
  /** The slowest of the corpus takes a tenth of a second; a find took minutes. */
  private static final Duration LONG = Duration.ofSeconds(30);

  @ParameterizedTest
  @EnumSource(FuzzTarget.class)
  void everyInputIsReadToItsEnd(FuzzTarget target) throws IOException {
    Path folder = Path.of("src/test/resources/fuzz", target.folderName());
    List<Path> inputs;
    try (Stream<Path> files = Files.list(folder)) {
      inputs = files.sorted().toList();
    }
    assertThat(inputs).isNotEmpty();
    for (Path input : inputs) {
      byte[] bytes = Files.readAllBytes(input);
      assertTimeoutPreemptively(LONG, () -> target.read(bytes), input::toString);
    }
  }
}
