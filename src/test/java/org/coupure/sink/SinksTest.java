package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.coupure.article.Clip;
import org.coupure.record.Clips;
import org.coupure.record.SchemaCheck;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SinksTest {
  private static final Clip ONE = Clips.of("a", "Un", "Texte.");
  private static final Clip TWO = Clips.of("b", "Deux", "Texte.");

  @TempDir Path folder;

  @Test
  void writesAJsonArrayToTheStandardOutput() throws IOException {
    JsonNode array = JsonMapper.shared().readTree(stdout(Format.JSON, ONE, Clips.full()));

    assertThat(array.size()).isEqualTo(2);
    array.forEach(record -> SchemaCheck.assertValid(record.toString()));
  }

  @Test
  void writesAnArrayOfOneAndOfNoneToo() throws IOException {
    assertThat(stdout(Format.JSON, ONE)).startsWith("[\n{\n  \"schema\"").endsWith("\n}\n]\n");
    assertThat(JsonMapper.shared().readTree(stdout(Format.JSON)).size()).isZero();
  }

  @Test
  void keepsClippingsApartByAFormFeedInOneStream() throws IOException {
    assertThat(stdout(Format.CLIPPINGS, ONE)).isEqualTo("Un\n\nTexte.\n");
    assertThat(stdout(Format.CLIPPINGS, ONE, TWO)).isEqualTo("Un\n\nTexte.\n\f\nDeux\n\nTexte.\n");
  }

  @Test
  void keepsMarkdownApartByABlankLineInOneStream() throws IOException {
    assertThat(stdout(Format.MARKDOWN, ONE, TWO))
        .startsWith("---\nid: \"a\"\n")
        .contains("\n# Un\n\nTexte.\n\n---\nid: \"b\"\n")
        .endsWith("\n# Deux\n\nTexte.\n");
  }

  @Test
  void writesAFileARecordIntoAFolder() throws IOException {
    write(Format.JSON, folder.resolve("json"), ONE, TWO);
    write(Format.MARKDOWN, folder.resolve("md"), ONE, TWO);

    assertThat(names(folder.resolve("json"))).containsExactly("a.json", "b.json");
    assertThat(names(folder.resolve("md"))).containsExactly("a.md", "b.md");
    SchemaCheck.assertValid(Files.readString(folder.resolve("json/a.json")));
    assertThat(Files.readString(folder.resolve("json/a.json"))).endsWith("}\n");
  }

  @Test
  void findsSafeNamesForWildIds() throws IOException {
    write(
        Format.JSON,
        folder,
        Clips.of("../../evil", "x"),
        Clips.of("a/b", "x"),
        Clips.of("a:b", "x"),
        Clips.of(".hidden", "x"),
        Clips.of("é", "x"),
        Clips.of("x".repeat(5000), "x"));

    assertThat(names(folder))
        .hasSize(6)
        .allMatch(name -> name.matches("_[A-Za-z0-9._-]{1,60}_[0-9a-f]{16}\\.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.md", "a.csv", "a.txt", "a.json.gz", "a.csv.gz"})
  void showsAFileOnlyWhenItIsWhole(String name) throws IOException {
    Path file = folder.resolve(name);
    Format format = Format.ofFile(file).orElseThrow();
    write(format, file, ONE);
    byte[] before = Files.readAllBytes(file);

    try (ArticleSink sink = open(format, file)) {
      sink.accept(TWO);
      assertThat(file).hasBinaryContent(before);
    }

    assertThat(Files.size(file)).isGreaterThan(before.length);
    assertThat(names(folder)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.md", "a.csv", "a.txt"})
  void appendsToAFileOfEveryFormat(String name) throws IOException {
    Path all = folder.resolve("all-" + name);
    Path file = folder.resolve(name);
    Format format = Format.ofFile(file).orElseThrow();
    write(format, all, ONE, TWO);

    write(format, file, ONE);
    write(format, file);
    write(format, file, TWO);

    assertThat(Files.readString(file)).isEqualTo(Files.readString(all));
  }

  @Test
  void continuesAnArrayOfNoRecords() throws IOException {
    Path file = folder.resolve("a.json");
    write(Format.JSON, file);
    write(Format.JSON, file, ONE);

    assertThat(JsonMapper.shared().readTree(Files.readString(file)).size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.csv"})
  void leavesAFileOfSomethingElseAlone(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "{\"mine\": 1}\n");

    assertThatThrownBy(() -> open(Format.ofFile(file).orElseThrow(), file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " holds something else");
    assertThat(file).hasContent("{\"mine\": 1}\n");
    assertThat(names(folder)).containsExactly(name);
  }

  @Test
  void saysWhetherItAppended() throws IOException {
    Path file = folder.resolve("a.jsonl");
    try (ArticleSink sink = open(Format.JSONL, file)) {
      sink.accept(ONE);
      assertThat(sink.summary()).isEqualTo("wrote 1 record to " + file);
    }
    try (ArticleSink sink = open(Format.JSONL, file)) {
      sink.accept(ONE);
      sink.accept(TWO);
      assertThat(sink.summary()).isEqualTo("appended 2 records to " + file);
    }
  }

  @Test
  void findsATargetThatIsNoFileOfText() throws Exception {
    Path file = folder.resolve("a.sqlite");
    SinkOptions options = SinkOptions.of(OutputStream.nullOutputStream());
    try (ArticleSink sink = Sinks.open(null, file.toString(), options)) {
      sink.accept(ONE);
    }

    try (ArticleSink sink = Sinks.open(null, file.toString(), options)) {
      assertThat(sink.recorded()).accepts("a.html");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLIPPINGS", "JSON", "MARKDOWN"})
  void pagesOfOneTextAndOtherTitlesKeepTheirFiles(Format format) throws IOException {
    for (int run = 0; run < 2; run++) {
      write(format, folder, Clips.of("a", "Un", "T."), Clips.of("a", "Deux", "T."), ONE);
      assertThat(names(folder)).hasSize(2);
    }
  }

  @Test
  void writesIntoAFolderThatLooksLikeAFile() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("notes.md"));

    write(Format.MARKDOWN, odd, ONE);

    assertThat(names(odd)).containsExactly("a.md");
  }

  @Test
  void letsOthersReadWhatItWrites() throws IOException {
    Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path own = Files.writeString(folder.resolve("own"), "");

    write(Format.JSON, folder.resolve("a.json"), ONE);

    assertThat(permissions(folder.resolve("a.json"))).isEqualTo(permissions(own));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void writesThroughALink() throws IOException {
    Path real = folder.resolve("real.json");
    write(Format.JSON, real, ONE);
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);

    write(Format.JSON, link, ONE);

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(real)).startsWith("[");
  }

  @ParameterizedTest
  @EnumSource
  void writesToADeviceWithoutReplacingIt(Format format) throws IOException {
    Path device = Path.of("/dev/null");
    Assumptions.assumeTrue(Files.exists(device));

    write(format, device, ONE);

    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void saysWhichDeviceIsFull() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full));

    assertThatThrownBy(() -> write(Format.CSV, full, ONE))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(BrokenPipe.class)
        .hasMessageStartingWith("cannot write /dev/full: ")
        .hasMessageEndingWith("; free it or name another output");
  }

  @Test
  void flushesTheStandardOutputAfterEachRecordAndLeavesItOpen() throws IOException {
    Recorder stdout = new Recorder();
    try (ArticleSink sink = Sinks.open(Format.JSONL, null, stdout)) {
      sink.accept(ONE);
      assertThat(stdout.flushes).isEqualTo(1);
    }

    assertThat(stdout.closed).isFalse();
  }

  private static final class Recorder extends ByteArrayOutputStream {
    private int flushes;
    private boolean closed;

    @Override
    public void flush() {
      flushes++;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Broken pipe", "Relais brisé (pipe)", "The PIPE is being closed"})
  void tellsABrokenPipe(String sentence) throws IOException {
    ArticleSink sink = Sinks.open(Format.JSON, null, failing(sentence));

    assertThatThrownBy(() -> sink.accept(ONE))
        .isInstanceOf(BrokenPipe.class)
        .hasMessage("nobody reads the standard output any more");
    sink.close(); // and does not try to write the end
  }

  @Test
  void tellsABrokenPipeOfTheSystem() throws IOException {
    Pipe pipe = Pipe.open();
    pipe.source().close();
    ArticleSink sink = Sinks.open(Format.JSONL, null, Channels.newOutputStream(pipe.sink()));

    assertThatThrownBy(() -> sink.accept(ONE)).isInstanceOf(BrokenPipe.class);
    pipe.sink().close();
  }

  @Test
  void saysWhyTheStandardOutputFails() throws IOException {
    ArticleSink sink = Sinks.open(Format.JSONL, null, failing("No space left on device"));

    assertThatThrownBy(() -> sink.accept(ONE))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(BrokenPipe.class)
        .hasMessage(
            "cannot write to the standard output: No space left on device; name a file as output");
  }

  private static OutputStream failing(String sentence) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(sentence);
      }
    };
  }

  private static String stdout(Format format, Clip... clips) throws IOException {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    try (ArticleSink sink = Sinks.open(format, null, stdout)) {
      for (Clip clip : clips) {
        sink.accept(clip);
      }
    }
    return stdout.toString(StandardCharsets.UTF_8);
  }

  private static ArticleSink open(Format format, Path out) throws IOException {
    return Sinks.open(format, out, OutputStream.nullOutputStream());
  }

  private static void write(Format format, Path out, Clip... clips) throws IOException {
    try (ArticleSink sink = open(format, out)) {
      for (Clip clip : clips) {
        sink.accept(clip);
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
