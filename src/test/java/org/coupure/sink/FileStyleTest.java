package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coupure.article.Clip;
import org.coupure.article.Dates;
import org.coupure.record.Clips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How records are spread over files, and how the files are compressed and called. */
class FileStyleTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void compressesWithZstdPartByPart(boolean journaled) throws IOException {
    String out = folder.resolve("a.jsonl.zst").toString();
    for (String id : List.of("a", "b")) {
      SinkOptions options = options(Map.of());
      write(out, journaled ? options.withJournal() : options, Clips.of(id, "Un", "Deux."));
    }

    try (InputStream in = new ZstdInputStream(Files.newInputStream(Path.of(out)))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .hasLineCount(2)
          .contains("\"id\":\"a\"")
          .contains("\"id\":\"b\"");
    }
  }

  @Test
  void beginsAFileForEachDayOfCapture() throws IOException {
    String out = folder.resolve("a-{date}.jsonl").toString();
    write(out, options(Map.of()), captured("a", "2026-01-02T10:00:00Z"), captured("b", null));
    write(out, options(Map.of()), captured("c", "2026-01-03T10:00:00Z"));
    write(out, options(Map.of()), captured("d", "2026-01-02T23:59:59Z"));

    assertThat(lines())
        .isEqualTo(Map.of("a-2026-01-02.jsonl", 2, "a-undated.jsonl", 1, "a-2026-01-03.jsonl", 1));
  }

  @Test
  void beginsAFileWhenTheLastHasReachedItsSize() throws IOException {
    String out = folder.resolve("a.jsonl").toString();
    SinkOptions options = options(Map.of("rotate", "2kB"));
    write(out, options, four());
    write(out, options, four());

    // A record is about 1,000 bytes long, so the third of a file reaches the size.
    assertThat(lines())
        .isEqualTo(Map.of("a-000001.jsonl", 3, "a-000002.jsonl", 3, "a-000003.jsonl", 2));
  }

  private static Clip[] four() {
    return Stream.of("a", "b", "c", "d")
        .map(id -> Clips.of(id, "Un", "Deux."))
        .toArray(Clip[]::new);
  }

  @Test
  void finishesRotatedFilesAfterACrash() throws IOException {
    String out = folder.resolve("a.jsonl").toString();
    SinkOptions options = options(Map.of("rotate", "day")).withJournal();
    JournalEntry lost;
    try (ArticleSink sink = Sinks.open(null, out, options)) {
      assertThat(sink.recover(List.of())).isEmpty();
      sink.write(sink.plan(captured("a", "2026-01-02T10:00:00Z")));
      lost = sink.plan(captured("b", "2026-01-03T10:00:00Z"));
    }
    for (int i = 0; i < 2; i++) {
      try (ArticleSink sink = Sinks.open(null, out, options)) {
        for (JournalEntry entry : sink.recover(List.of(lost))) {
          sink.write(entry);
        }
        sink.force();
      }
    }

    assertThat(lines()).isEqualTo(Map.of("a-2026-01-02.jsonl", 1, "a-2026-01-03.jsonl", 1));
  }

  @Test
  void namesFilesAfterTheirSourceAndPutsTheRecordBeside() throws IOException {
    SinkOptions options = options(Map.of("name-by", "source", "sidecar", "yes"));
    write(folder.toString(), options, Clips.of("007", "Un", "Deux."), Clips.minimal());

    assertThat(names()).containsExactly("007.json", "007.txt", "page.json", "page.txt");
    assertThat(Files.readString(folder.resolve("007.txt"))).isEqualTo("Un\n\nDeux.\n");
    assertThat(Files.readString(folder.resolve("007.json"))).contains("\"id\": \"007\"");
  }

  @ParameterizedTest
  @CsvSource({
    "dump/007.txt, 007",
    "dump.zip!/a/b.html, b",
    "https://example.org/a/story.html?x=1, story",
    "https://example.org/a/, a",
    "notes.txt.gz, notes",
  })
  void readsTheNameOfASource(String source, String name) {
    assertThat(new SourceNames(false).of(source)).isEqualTo(name);
    assertThat(new SourceNames(true).of(source)).startsWith(name + "-");
  }

  @Test
  void tellsTwoSourcesOfOneNameApart() {
    SourceNames names = new SourceNames(false);

    assertThat(names.of("a/x.html")).isEqualTo("x");
    assertThat(names.of("b/x.html")).matches("x-[0-9a-f]{8}");
    assertThat(names.of("a/x.html")).isEqualTo("x");
  }

  @Test
  void refusesWhatHasNoMeaning() {
    assertThatThrownBy(() -> OutputStyle.of(Map.of("rotate", "often")::get))
        .hasMessage("rotate: day or a size such as 500MB is wanted, not \"often\"");
    assertThat(OutputStyle.of(Map.of("rotate", "day")::get).mistake(Format.CSV)).isPresent();
    assertThat(OutputStyle.of(Map.of("sidecar", "yes")::get).mistake(Format.JSONL)).isPresent();
  }

  private static Clip captured(String id, String time) {
    Instant captured = time == null ? null : Instant.parse(time);
    return Clips.clipped(Clips.article(id, id).dates(new Dates(null, null, captured)).build());
  }

  private static SinkOptions options(Map<String, String> choices) {
    return SinkOptions.of(OutputStream.nullOutputStream()).withStyle(OutputStyle.of(choices::get));
  }

  private static void write(String out, SinkOptions options, Clip... clips) throws IOException {
    try (ArticleSink sink = Sinks.open(null, out, options)) {
      assertThat(sink.recover(List.of())).isEmpty();
      for (Clip clip : clips) {
        sink.accept(clip);
      }
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Map<String, Integer> lines() throws IOException {
    Map<String, Integer> lines = new TreeMap<>();
    for (String name : names()) {
      lines.put(name, Files.readAllLines(folder.resolve(name)).size());
    }
    return lines;
  }
}
