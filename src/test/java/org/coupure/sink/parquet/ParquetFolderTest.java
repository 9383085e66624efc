package org.coupure.sink.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.coupure.article.Clip;
import org.coupure.record.Clips;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.OutputStyle;
import org.coupure.sink.ServerRecords;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.Sinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFolderTest {
  @TempDir Path folder;

  private static SinkOptions options() {
    return SinkOptions.of(OutputStream.nullOutputStream());
  }

  private String out() {
    return folder.resolve("articles.parquet").toString();
  }

  private static List<String> ids(Path table) throws IOException {
    return ParquetIds.of(table);
  }

  @Test
  void writesEveryFieldWithItsType() throws IOException {
    try (ArticleSink sink = Sinks.open(null, out(), options())) {
      sink.accept(Clips.full());
      sink.accept(Clips.minimal());
      assertThat(sink.summary()).isEqualTo("wrote 2 records to " + out());
    }

    List<Group> rows = ParquetIds.rows(Path.of(out()));
    Group full = rows.get(0);
    assertThat(rows).hasSize(2);
    assertThat(full.getString("title", 0)).isEqualTo("Le pont rouvre");
    assertThat(full.getInteger("publishedDay", 0)).isEqualTo(19786);
    assertThat(full.getLong("publishedUtc", 0)).isEqualTo(1_709_533_800_000_000L);
    assertThat(full.getGroup("quality", 0).getDouble("confidence", 0)).isEqualTo(0.877);
    assertThat(full.getGroup("authors", 0).getGroup("list", 1).getString("element", 0))
        .isEqualTo("Léo Martin");
    assertThat(full.getGroup("body", 0).getGroup("list", 1).getGroup("element", 0))
        .satisfies(
            heading -> {
              assertThat(heading.getString("kind", 0)).isEqualTo("heading");
              assertThat(heading.getInteger("level", 0)).isEqualTo(2);
            });
    assertThat(rows.get(1).getFieldRepetitionCount("title")).isZero();
    assertThat(rows.get(1).getGroup("body", 0).getFieldRepetitionCount("list")).isZero();
  }

  @Test
  void spreadsRecordsOverFolders() throws IOException {
    OutputStyle style = OutputStyle.of(Map.of("partition-by", "site")::get);
    try (ArticleSink sink = Sinks.open(null, out(), options().withStyle(style))) {
      sink.accept(Clips.full());
      sink.accept(Clips.minimal());
    }

    assertThat(ParquetIds.parts(Path.of(out())))
        .extracting(part -> part.getParent().getFileName().toString())
        .containsExactly("by_site=__HIVE_DEFAULT_PARTITION__", "by_site=example.org");
  }

  @Test
  void addsAPartWithEachRun() throws IOException {
    for (String id : List.of("a", "b")) {
      try (ArticleSink sink = Sinks.open(null, out(), options())) {
        sink.accept(ServerRecords.clip(id, "Un", id));
      }
    }

    assertThat(ids(Path.of(out()))).containsExactlyInAnyOrder("a", "b");
    assertThat(ParquetIds.parts(Path.of(out()))).hasSize(2);
  }

  @Test
  void goesOnWithTheTailOfARunThatWasKilled() throws IOException {
    ArticleSink killed = Sinks.open(null, out(), options());
    killed.accept(ServerRecords.clip("a", "Un", "a"));
    try (ArticleSink sink = Sinks.open(null, out(), options())) {
      sink.accept(ServerRecords.clip("b", "Un", "b"));
    }

    assertThat(ids(Path.of(out()))).containsExactly("a", "b");
  }

  @Test
  void doesAPressingOverThatWasKilled() throws IOException {
    Path table = Path.of(out());
    write("a");
    Path part = ParquetIds.parts(table).get(0);
    byte[] tail =
        (new String(record("a")) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    // As it was when the part stood and the tail was not emptied yet.
    Files.write(table.resolve(".tail.jsonl"), tail);
    Files.writeString(table.resolve(".pressing"), Integer.toString(tail.length));
    write("b");

    assertThat(ids(table)).containsExactlyInAnyOrder("a", "b");
    assertThat(ParquetIds.parts(table)).contains(part).hasSize(2);
    assertThat(table.resolve(".pressing")).doesNotExist();
  }

  private void write(String id) throws IOException {
    try (ArticleSink sink = Sinks.open(null, out(), options())) {
      sink.accept(ServerRecords.clip(id, "Un", id));
    }
  }

  private static byte[] record(String id) {
    return org.coupure.record.RecordWriter.compact().write(ServerRecords.clip(id, "Un", id));
  }

  @Test
  void writesNothingTwiceThatTheJournalStillHolds() throws IOException {
    List<JournalEntry> journal = new ArrayList<>();
    try (ArticleSink sink = ParquetFolder.open(Path.of(out()), 1, options().withJournal())) {
      assertThat(sink.recover(List.of())).isEmpty();
      for (Clip clip : ServerRecords.clips(6)) {
        JournalEntry entry = sink.plan(clip);
        journal.add(entry);
        sink.write(entry);
      }
      // Pressed, and killed before the journal was struck.
      sink.force();
    }
    try (ArticleSink sink = Sinks.open(null, out(), options().withJournal())) {
      for (JournalEntry entry : sink.recover(journal)) {
        sink.write(entry);
      }
      sink.force();
    }

    assertThat(ids(Path.of(out()))).hasSize(6).doesNotHaveDuplicates();
  }
}
