package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.coupure.record.Clips;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs do to a file during a run. */
class GrowingFileTest {
  @TempDir Path folder;

  private final List<String> notices = new ArrayList<>();
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("a.jsonl");
  }

  private ArticleSink open() throws IOException {
    SinkOptions options = SinkOptions.of(OutputStream.nullOutputStream());
    return Sinks.open(Format.JSONL, file.toString(), options.withNotices(notices::add));
  }

  private static void add(ArticleSink sink, String id) throws IOException {
    sink.accept(Clips.of(id, "Titre", "Texte."));
  }

  @Test
  void aLineOfAnotherProgramStays() throws IOException {
    try (ArticleSink sink = open()) {
      add(sink, "a");
      Files.writeString(file, "{\"mine\":1}\n", StandardOpenOption.APPEND);
      add(sink, "b");
    }

    assertThat(Files.readString(file)).hasLineCount(3).contains("mine", "\"b\"");
    assertThat(notices)
        .containsExactly(
            "another program writes to " + file + " too; records are appended behind its own");
  }

  @Test
  void aLineWithoutItsEndIsNotGrownTogetherWith() throws IOException {
    try (ArticleSink sink = open()) {
      add(sink, "a");
      Files.writeString(file, "{\"mine\":1}", StandardOpenOption.APPEND);
      add(sink, "b");
    }

    assertThat(Files.readString(file)).hasLineCount(3).contains("{\"mine\":1}\n{\"schema\"");
  }

  @Test
  void aFileThatIsCutShortGetsNoHole() throws IOException {
    try (ArticleSink sink = open()) {
      add(sink, "a");
      try (RandomAccessFile other = new RandomAccessFile(file.toFile(), "rw")) {
        other.setLength(0);
      }
      add(sink, "b");
    }

    assertThat(Files.readString(file)).hasLineCount(1).startsWith("{\"schema\"");
    assertThat(notices).singleElement().asString().contains("was cut short");
  }

  @Test
  void aFileThatIsTakenAwayBeginsAnew() throws IOException {
    try (ArticleSink sink = open()) {
      add(sink, "a");
      Files.move(file, folder.resolve("a.jsonl.1"));
      add(sink, "b");
      add(sink, "c");
    }

    assertThat(Files.readString(file)).hasLineCount(2).contains("\"b\"", "\"c\"");
    assertThat(folder.resolve("a.jsonl.1")).isNotEmptyFile();
    assertThat(notices).singleElement().asString().contains("was taken away");
  }

  @Test
  void twoRunsMayAppendToOneFile() throws IOException {
    try (ArticleSink one = open();
        ArticleSink two = open()) {
      for (int i = 0; i < 20; i++) {
        add(i % 3 == 0 ? one : two, "r" + i);
      }
    }

    assertThat(Files.readString(file)).hasLineCount(20);
  }

  @Test
  void tellsWhichInputsHaveTheirRecord() throws IOException {
    try (ArticleSink sink = open()) {
      add(sink, "a");
    }
    Files.writeString(file, "{\"id\":\"half", StandardOpenOption.APPEND);

    try (ArticleSink sink = open()) {
      var recorded = sink.recorded();
      assertThat(recorded.test("a.html")).isTrue();
      assertThat(recorded.test("a.html")).as("only once").isFalse();
      assertThat(recorded.test("b.html")).isFalse();
    }
  }
}
