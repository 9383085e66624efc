package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Duplicate;
import org.coupure.article.Headline;
import org.coupure.article.Outcome;
import org.coupure.article.Passage;
import org.coupure.article.PassageKind;
import org.coupure.article.Provenance;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledSinkTest {
  private static final SinkOptions OPTIONS =
      SinkOptions.of(OutputStream.nullOutputStream()).withJournal();

  @TempDir Path folder;

  private static Clip clip(String id, String text) {
    Article article =
        Article.builder(id, new Provenance("x", null, null, null, "0"))
            .headline(new Headline("T" + id, null, null))
            .body(List.of(new Passage(PassageKind.PARAGRAPH, text, 0)))
            .duplicate(new Duplicate("h" + text.length(), null, null, null))
            .build();
    return new Clip("x", Outcome.CLIPPED, Reason.NONE, null, article);
  }

  private static ArticleSink open(Path out) throws IOException {
    return Sinks.open(null, out.toString(), OPTIONS);
  }

  /** Plans and writes records, and returns the journal. */
  private static List<JournalEntry> write(Path out, String... texts) throws IOException {
    List<JournalEntry> journal = new ArrayList<>();
    try (ArticleSink sink = open(out)) {
      sink.recover(List.of());
      for (String text : texts) {
        JournalEntry entry = sink.plan(clip(text, text));
        journal.add(entry);
        sink.write(entry);
      }
      sink.force();
    }
    return journal;
  }

  private static void recover(Path out, List<JournalEntry> journal) throws IOException {
    try (ArticleSink sink = open(out)) {
      for (JournalEntry entry : sink.recover(journal)) {
        sink.write(entry);
      }
      sink.force();
    }
  }

  @Test
  void aFileCutAnywhereIsMadeWholeAgain() throws IOException {
    Path file = folder.resolve("a.jsonl");
    List<JournalEntry> journal = write(file, "one", "two", "three");
    byte[] whole = Files.readAllBytes(file);

    for (int length = 0; length <= whole.length; length += 7) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      recover(file, journal);
      assertThat(Files.readAllBytes(file)).as("cut at %s", length).isEqualTo(whole);
    }
  }

  @Test
  void whatIsForcedNeedNoJournal() throws IOException {
    Path file = folder.resolve("a.jsonl");
    write(file, "one");
    List<JournalEntry> second = write(file, "two");
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 5));
    recover(file, second);

    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void aFileThatWasTakenAwayBeginsAnew() throws IOException {
    Path file = folder.resolve("a.jsonl");
    write(file, "one");
    List<JournalEntry> second = write(file, "two");
    Files.delete(file);

    recover(file, second);

    assertThat(Files.readString(file)).hasLineCount(1).contains("\"id\":\"two\"");
  }

  @Test
  void whatSomebodyElseAppendedStays() throws IOException {
    Path file = folder.resolve("a.jsonl");
    List<JournalEntry> journal = write(file, "one");
    String own = Files.readString(file);
    Files.writeString(file, "{\"mine\":1}");

    recover(file, journal);

    assertThat(Files.readString(file)).isEqualTo("{\"mine\":1}\n" + own);
  }

  @Test
  void whatSomebodyElseAppendedBehindTheJournalDoublesNothing() throws IOException {
    Path file = folder.resolve("a.jsonl");
    List<JournalEntry> journal = write(file, "one", "two");
    Files.writeString(file, "{\"mine\":1}\n", StandardOpenOption.APPEND);
    String whole = Files.readString(file);

    recover(file, journal);

    assertThat(file).hasContent(whole);
  }

  @Test
  void twoSinksMayWriteOneFile() throws IOException {
    Path file = folder.resolve("a.jsonl");
    List<JournalEntry> journal = new ArrayList<>();
    try (ArticleSink one = open(file);
        ArticleSink two = open(file)) {
      one.recover(List.of());
      two.recover(List.of());
      for (int i = 0; i < 10; i++) {
        JournalEntry entry = (i % 2 == 0 ? one : two).plan(clip("r" + i, "text"));
        (i % 2 == 0 ? one : two).write(entry);
        if (i % 2 == 0) {
          journal.add(entry);
        }
      }
    }
    recover(file, journal);

    assertThat(Files.readString(file)).hasLineCount(10).contains("\"r0\"", "\"r9\"");
  }

  @Test
  void packedFilesGrowByMembers() throws IOException {
    Path file = folder.resolve("a.jsonl.gz");
    write(file, "one");
    write(file, "two");

    byte[] bytes = Files.readAllBytes(file);
    String text =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(text).hasLineCount(2);
  }

  @Test
  void aTableHasOneHeader() throws IOException {
    Path file = folder.resolve("a.csv");
    write(file, "one", "two");
    write(file, "three");

    assertThat(Files.readString(file).lines().filter(line -> line.startsWith("id,"))).hasSize(1);
    assertThat(Files.readString(file)).hasLineCount(4);
  }

  @Test
  void clippingsKeepTheirNumbers() throws IOException {
    List<JournalEntry> journal = write(folder.resolve("clippings"), "one", "two");
    recover(folder.resolve("clippings"), journal);
    write(folder.resolve("clippings"), "one");

    try (var files = Files.list(folder.resolve("clippings"))) {
      assertThat(files.map(file -> file.getFileName().toString().substring(0, 4)).sorted())
          .containsExactly("000_", "001_");
    }
  }

  @Test
  void aHalfFileOfAKilledWriterGoes() throws IOException {
    Path out = folder.resolve("clippings");
    List<JournalEntry> journal = write(out, "one");
    String name = journal.get(0).place();
    Files.writeString(out.resolve("." + name + ".e1006f56962d636a.part"), "on");
    Files.writeString(out.resolve(".somebody-elses.e1006f56962d636a.part"), "x");

    recover(out, journal);

    try (var files = Files.list(out)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder(name, ".somebody-elses.e1006f56962d636a.part");
    }
  }

  @Test
  void aDatabaseHoldsEachTextOnce() throws Exception {
    Path file = folder.resolve("a.sqlite");
    List<JournalEntry> journal = write(file, "one", "three");
    recover(file, journal);
    try (ArticleSink sink = open(file)) {
      sink.write(sink.plan(clip("one", "changed text")));
      sink.force();
    }

    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet all = connection.createStatement().executeQuery("SELECT count(*) FROM article")) {
      assertThat(all.getInt(1)).isEqualTo(3);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet one =
            connection
                .createStatement()
                .executeQuery("SELECT title, text FROM latest WHERE id = 'one'")) {
      assertThat(one.getString(1)).isEqualTo("Tone");
      assertThat(one.getString(2)).isEqualTo("changed text");
    }
  }

  @Test
  void refusesWhatCannotGrow() {
    assertThatThrownBy(() -> open(folder.resolve("a.json")))
        .hasMessage(
            folder.resolve("a.json")
                + ": one JSON document can't grow record by record; name it .jsonl, or a folder");
    assertThatThrownBy(() -> Sinks.open(Format.CSV, folder.toString(), OPTIONS))
        .hasMessage(folder + " is a folder, and csv goes to one file");
  }
}
