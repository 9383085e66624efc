package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.coupure.sink.parquet.ParquetIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code clean} that is killed with SIGKILL and resumed: nothing is lost, nothing doubled. */
class ResumeTest {
  private static final int PAGES = 120;

  /** From before the first record to late in the run, in milliseconds. */
  private static final int[] KILLS = {150, 500, 700, 900};

  @TempDir Path folder;

  @BeforeEach
  void pages() throws IOException {
    Files.createDirectories(folder.resolve("pages"));
    for (int i = 0; i < PAGES; i++) {
      String words = ("The council of town " + i + " met and spoke about the bridge. ").repeat(9);
      String html =
          "<html><head><title>Story "
              + i
              + "</title></head><body><article><h1>Story "
              + i
              + "</h1><p>"
              + words
              + "</p><p>"
              + words
              + i
              + "</p></article></body></html>";
      Files.writeString(folder.resolve(String.format("pages/%03d.html", i)), html);
    }
  }

  private Process start(String out, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Main.class.getName(), "clean", folder.resolve("pages").toString()));
    command.addAll(List.of("--out", folder.resolve(out).toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private void killAndResume(String out) throws Exception {
    for (int millis : KILLS) {
      Process killed = start(out, "--resume");
      boolean unused = killed.waitFor(millis, TimeUnit.MILLISECONDS);
      killed.destroyForcibly().waitFor();
    }
    Process last = start(out, "--resume");
    assertThat(last.waitFor()).as(Files.readString(folder.resolve("log"))).isZero();
  }

  @Test
  void jsonLines() throws Exception {
    killAndResume("killed.jsonl");
    assertThat(start("whole.jsonl").waitFor()).isZero();

    assertThat(folder.resolve("killed.jsonl"))
        .hasSameTextualContentAs(folder.resolve("whole.jsonl"));
  }

  @Test
  void clippings() throws Exception {
    killAndResume("killed/");
    assertThat(start("whole/").waitFor()).isZero();

    assertThat(contents(folder.resolve("killed")))
        .hasSize(PAGES)
        .isEqualTo(contents(folder.resolve("whole")));
  }

  @Test
  void database() throws Exception {
    killAndResume("killed.sqlite");

    String url = "jdbc:sqlite:" + folder.resolve("killed.sqlite");
    try (Connection connection = DriverManager.getConnection(url);
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery("SELECT count(*), count(DISTINCT title) FROM article")) {
      assertThat(rows.getInt(1)).isEqualTo(PAGES);
      assertThat(rows.getInt(2)).isEqualTo(PAGES);
    }
  }

  @Test
  void compressedLines() throws Exception {
    killAndResume("killed.jsonl.gz");
    Process again = start("killed.jsonl.gz", "--resume");

    assertThat(again.waitFor()).isZero();
    assertThat(folder.resolve("log"))
        .hasContent("passed over " + PAGES + " inputs with a record there");
  }

  @Test
  void parquet() throws Exception {
    killAndResume("killed.parquet/");

    assertThat(ParquetIds.of(folder.resolve("killed.parquet")))
        .hasSize(PAGES)
        .doesNotHaveDuplicates();
  }

  /** A driver of another database has nothing to do in a run into SQLite. */
  @Test
  void sqliteLoadsNoOtherDriver() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "clean",
                folder.resolve("pages/001.html").toString(),
                "--out",
                folder.resolve("a.sqlite").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();

    assertThat(process.waitFor()).isZero();
    assertThat(folder.resolve("log"))
        .content()
        .contains("org.sqlite.JDBC ")
        .doesNotContain("org.postgresql.");
  }

  @Test
  void saysWhereItCannotTell() throws Exception {
    assertThat(start("a.csv", "--resume").waitFor()).isZero();
    Process process = start("a.csv", "--resume");

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(folder.resolve("log"))
        .content()
        .contains("a.csv does not say which inputs its records come from");
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".txt")).toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void saysOnlyWhatIsThereWhenNothingIsLeft() {
    String pages = folder.resolve("pages/001.html").toString();
    String out = folder.resolve("whole.jsonl").toString();
    Session.of("clean", pages, "--out", out);

    Session again = Session.of("clean", pages, "--out", out, "--resume");

    assertThat(again.code()).isZero();
    assertThat(again.err()).isEqualTo("passed over 1 input with a record there\n");
  }
}
