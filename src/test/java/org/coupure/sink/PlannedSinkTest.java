package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.coupure.article.Kind;
import org.coupure.article.Outcome;
import org.coupure.article.Passage;
import org.coupure.article.Provenance;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedSinkTest {
  @TempDir Path folder;

  private static Clip clip(String id, String text) {
    Article article =
        Article.builder(id, new Provenance("x", null, null, null, "0"))
            .headline(new Headline("T" + id, null, null))
            .body(List.of(new Passage(Kind.PARAGRAPH, text, 0)))
            .duplicate(new Duplicate("h" + text.length(), null, null, null))
            .build();
    return new Clip("x", Outcome.CLIPPED, Reason.NONE, null, article);
  }

  private static PlannedSink open(Path out) throws IOException {
    return PlannedSink.open(null, out, OutputStream.nullOutputStream());
  }

  /** Plans and writes records, and returns the journal. */
  private static List<Piece> write(Path out, String... texts) throws IOException {
    List<Piece> journal = new ArrayList<>();
    try (PlannedSink sink = open(out)) {
      sink.recover(List.of());
      for (String text : texts) {
        Piece piece = sink.plan(clip(text, text));
        journal.add(piece);
        sink.write(piece);
      }
      sink.force();
    }
    return journal;
  }

  private static void recover(Path out, List<Piece> journal) throws IOException {
    try (PlannedSink sink = open(out)) {
      for (Piece piece : sink.recover(journal)) {
        sink.write(piece);
      }
      sink.force();
    }
  }

  @Test
  void aFileCutAnywhereIsMadeWholeAgain() throws IOException {
    Path file = folder.resolve("a.jsonl");
    List<Piece> journal = write(file, "one", "two", "three");
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
    List<Piece> second = write(file, "two");
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 5));
    recover(file, second);

    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void aFileThatWasTakenAwayBeginsAnew() throws IOException {
    Path file = folder.resolve("a.jsonl");
    write(file, "one");
    List<Piece> second = write(file, "two");
    Files.delete(file);

    recover(file, second);

    assertThat(Files.readString(file)).hasLineCount(1).contains("\"id\":\"two\"");
  }

  @Test
  void whatSomebodyElseAppendedStays() throws IOException {
    Path file = folder.resolve("a.jsonl");
    List<Piece> journal = write(file, "one");
    String own = Files.readString(file);
    Files.writeString(file, "{\"mine\":1}");

    recover(file, journal);

    assertThat(Files.readString(file)).isEqualTo("{\"mine\":1}\n" + own);
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
    List<Piece> journal = write(folder.resolve("clippings"), "one", "two");
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
    List<Piece> journal = write(out, "one");
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
    List<Piece> journal = write(file, "one", "three");
    recover(file, journal);
    try (PlannedSink sink = open(file)) {
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
    assertThatThrownBy(() -> PlannedSink.open(Format.CSV, folder, OutputStream.nullOutputStream()))
        .hasMessage(folder + " is a folder, and csv goes to one file");
  }
}
