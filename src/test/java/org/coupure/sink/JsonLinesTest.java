package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.coupure.record.Clips;
import org.coupure.record.SchemaCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
  @TempDir Path folder;

  @Test
  void writesARecordALine() throws IOException {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    try (ArticleSink sink = Sinks.open(Format.JSONL, null, stdout)) {
      sink.accept(Clips.full());
      sink.accept(Clips.failed());
    }

    String lines = stdout.toString(StandardCharsets.UTF_8);
    assertThat(lines).endsWith("}\n");
    assertThat(lines.lines()).hasSize(2);
    SchemaCheck.assertAllValid(lines);
  }

  @Test
  void showsEachRecordAtOnce() throws IOException {
    Path file = folder.resolve("a.jsonl");
    try (ArticleSink sink = open(file)) {
      sink.accept(Clips.of("a", "Un", "Texte."));
      assertThat(ids(file)).containsExactly("a");
      sink.accept(Clips.of("b", "Deux", "Texte."));
      assertThat(ids(file)).containsExactly("a", "b");
    }
  }

  @Test
  void appendsToWhatIsThere() throws IOException {
    Path file = folder.resolve("new/a.jsonl");

    write(file, "a");
    write(file, "b");

    assertThat(ids(file)).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"id\":\"half",
        "{\"id\":\"half\",\"body\":[{\"kind\":\"paragraph\"",
        "{\"id\":\"half\",\"text\":\"\u00e9\u00e9\\",
        "{\"id\":\"half\",\"confidence\":0.1"
      })
  void cutsTheHalfLineOfAnInterruptedRun(String half) throws IOException {
    Path file = folder.resolve("a.jsonl");
    write(file, "a");
    byte[] bytes = half.getBytes(StandardCharsets.UTF_8);
    Files.write(file, bytes, StandardOpenOption.APPEND);

    write(file, "b");

    assertThat(ids(file)).containsExactly("a", "b");
  }

  @Test
  void cutsALineThatIsCutWithinACharacterAndLongerThanAReadingStep() throws IOException {
    Path file = folder.resolve("a.jsonl");
    write(file, "a");
    byte[] half =
        ("{\"id\":\"half\",\"text\":\"" + "é".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
    Files.write(file, Arrays.copyOf(half, half.length - 1), StandardOpenOption.APPEND);

    write(file, "b");

    assertThat(ids(file)).containsExactly("a", "b");
  }

  @Test
  void cutsTheOnlyLine() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"ha");

    write(file, "b");

    assertThat(ids(file)).containsExactly("b");
  }

  @Test
  void keepsAWholeLastLineThatOnlyLacksItsLineBreak() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"tags\":[{}]}");

    write(file, "b");

    assertThat(ids(file)).containsExactly("a", "b");
  }

  @Test
  void leavesAFileAloneThatIsNotJsonLines() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.doc"), "Dear reader,\nyours");

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file + " does not end like JSON Lines, so nothing was appended; name another output");
    assertThat(file).hasContent("Dear reader,\nyours");
  }

  @Test
  void addsACompressedPartToAGzipFile() throws IOException {
    Path file = folder.resolve("a.jsonl.gz");

    write(file, "a");
    write(file, "b");

    assertThat(unpacked(file).lines().map(JsonLinesTest::id)).containsExactly("a", "b");
  }

  @Test
  void showsAGzipFileOnlyWhenItIsWhole() throws IOException {
    Path file = folder.resolve("a.jsonl.gz");
    write(file, "a");
    byte[] before = Files.readAllBytes(file);

    try (ArticleSink sink = open(file)) {
      sink.accept(Clips.of("b", "Deux", "Texte."));
      assertThat(file).hasBinaryContent(before);
    }

    assertThat(unpacked(file).lines()).hasSize(2);
    assertThat(names()).containsExactly("a.jsonl.gz");
  }

  @Test
  void saysWhichFileToNameInsteadOfAFolder() {
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(
            folder
                + " is a folder, and jsonl goes to one file: name it, such as "
                + folder.resolve("articles.jsonl"));
  }

  @Test
  void namesAFileThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "").resolve("a.jsonl");

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.resolve("taken").toString())
        .hasMessageContaining("a file is in its place");
  }

  @Test
  void mayBeClosedTwice() throws IOException {
    ArticleSink sink = open(folder.resolve("a.jsonl"));
    sink.close();
    sink.close();

    assertThat(folder.resolve("a.jsonl")).isEmptyFile();
  }

  private static ArticleSink open(Path file) throws IOException {
    return Sinks.open(Format.JSONL, file, OutputStream.nullOutputStream());
  }

  private static void write(Path file, String id) throws IOException {
    try (ArticleSink sink = open(file)) {
      sink.accept(Clips.of(id, "Titre", "Texte."));
    }
  }

  private static List<String> ids(Path file) throws IOException {
    String lines = Files.readString(file);
    assertThat(lines).endsWith("\n");
    return lines.lines().map(JsonLinesTest::id).toList();
  }

  private static String id(String line) {
    return JsonMapper.shared().readTree(line).get("id").stringValue();
  }

  private static String unpacked(Path file) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(Files.readAllBytes(file));
    return new String(new GZIPInputStream(bytes).readAllBytes(), StandardCharsets.UTF_8);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
