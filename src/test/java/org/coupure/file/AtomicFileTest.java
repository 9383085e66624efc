package org.coupure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final byte[] TEXT = "whole".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void appearsWhenItIsFinished() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");

    try (AtomicFile whole = AtomicFile.replace(file)) {
      whole.stream().write(TEXT);
      assertThat(file).hasContent("old");
      whole.finish();
    }

    assertThat(file).hasContent("whole");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void leavesNoTraceWhenItIsGivenUp() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");

    try (AtomicFile whole = AtomicFile.replace(file)) {
      whole.stream().write(TEXT);
    }

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void leavesAFileAloneThatHoldsJustThese() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "whole");
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, old);

    AtomicFile.write(file, TEXT);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);

    AtomicFile.write(file, "other".getBytes(StandardCharsets.UTF_8));
    assertThat(file).hasContent("other");
  }

  @Test
  void needsItsFolder() {
    assertThatThrownBy(() -> AtomicFile.replace(folder.resolve("none/a")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void removesWhatAKilledWriterOfTheSameFileLeftADayAgo() throws IOException {
    left(".a.1f.part", Duration.ofHours(25));
    left(".a.2f.part", Duration.ofHours(23));
    left(".b.3f.part", Duration.ofHours(25));

    try (AtomicFile whole = AtomicFile.replace(folder.resolve("a"))) {
      whole.finish();
    }

    assertThat(names()).containsExactly(".a.2f.part", ".b.3f.part", "a");
  }

  @Test
  void sweepsAWholeFolder() throws IOException {
    left(".a.1f.part", Duration.ofHours(25));
    left(".b.2f.part", Duration.ofHours(23));
    left(".c.part", Duration.ofHours(25));
    left("d.3f.part", Duration.ofHours(25));

    AtomicFile.sweep(folder);

    assertThat(names()).containsExactly(".b.2f.part", ".c.part", "d.3f.part");
  }

  @Test
  void sweepsFilesOfItsOwnWhateverTheirAge() throws IOException {
    left(".a.1f.part", Duration.ZERO);
    left(".b.2f.part", Duration.ZERO);

    AtomicFile.sweep(folder, Set.of("a"));

    assertThat(names()).containsExactly(".b.2f.part");
  }

  @Test
  void sweepsNothingWhereThereIsNoFolder() {
    AtomicFile.sweep(folder.resolve("none"));

    assertThat(folder.resolve("none")).doesNotExist();
  }

  private void left(String name, Duration ago) throws IOException {
    Path part = Files.writeString(folder.resolve(name), "half");
    FileTime now = Files.getLastModifiedTime(part);
    Files.setLastModifiedTime(part, FileTime.from(now.toInstant().minus(ago)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
