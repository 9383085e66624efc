package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.coupure.sink.parquet.ParquetIds;
import org.coupure.watch.FakePress.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run that is killed with SIGKILL at random instants and begun again: nothing is lost, nothing is
 * doubled. By default 4 times; with {@code -Dcoupure.kills=50} as often as one likes. The instants
 * follow from {@code -Dcoupure.seed=N}, which a failure names; what a run has reached by then does
 * not.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("coupure.kills", 4);
  private static final long SEED = Long.getLong("coupure.seed", 11);
  private static final int SITES = 12;
  private static final int STORIES = Math.max(12, KILLS * 2);

  @TempDir Path folder;

  private Path configuration(FakePress server) throws IOException {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (int i = 0; i < SITES; i++) {
      List<Story> stories = new ArrayList<>();
      for (int number = 0; number < STORIES; number++) {
        stories.add(Story.plain(number, i * 1000 + number, Instant.parse("2026-03-01T00:00:00Z")));
      }
      String host = "site" + i + ".test";
      server.add(host, Shop.values()[i % 2], stories);
      yaml.append(server.source(host));
    }
    yaml.append("visits:\n  delay: 20ms\n  robots: ignore\n  private-addresses: yes\n");
    yaml.append("reading:\n  recheck: never\n");
    yaml.append("archive:\n  folder: archive\n  size: 100kB\n");
    yaml.append("outputs:\n  - to: a.jsonl\n  - to: a.jsonl.gz\n  - to: clippings/\n");
    yaml.append("  - to: a.csv\n  - to: a.md\n  - to: a.txt\n  - to: notes/\n    format: md\n");
    yaml.append("  - to: json/\n    format: json\n  - to: tei/\n    format: tei\n");
    yaml.append("  - to: a.sqlite\n  - to: a.parquet/\n  - to: b-{date}.jsonl.zst\n");
    return Files.writeString(folder.resolve("kill.yaml"), yaml.toString());
  }

  private static Process start(Path configuration) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            KilledRun.class.getName(),
            configuration.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Kills a run while it opens its state and outputs, or soon after. */
  private static void killEarly(Path configuration, long millis)
      throws IOException, InterruptedException {
    Process process = start(configuration);
    boolean unused = process.waitFor(millis, TimeUnit.MILLISECONDS);
    process.destroyForcibly();
    process.waitFor();
  }

  /** Returns whether the run ended by itself, with nothing left to do. */
  static boolean run(Path configuration, long millis) throws IOException, InterruptedException {
    Process process = start(configuration);
    InputStream out = process.getInputStream();
    assertThat(out.read()).isEqualTo('r');
    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      process.waitFor();
      return false;
    }
    return out.read() == 'd';
  }

  @Test
  void nothingIsLostAndNothingDoubled() throws Exception {
    try {
      killAndGoOn(new Random(SEED));
    } catch (Throwable failure) {
      failure.addSuppressed(new AssertionError("with -Dcoupure.seed=" + SEED));
      throw failure;
    }
  }

  private void killAndGoOn(Random random) throws Exception {
    try (FakePress server = new FakePress(Clock.systemUTC())) {
      Path configuration = configuration(server);
      for (int i = 0; i < KILLS; i++) {
        if (i % 3 == 2) {
          killEarly(configuration, random.nextInt(1500));
        } else {
          run(configuration, random.nextInt(700));
        }
        assertSound();
      }
      boolean done = false;
      for (int i = 0; i < 10 && !done; i++) {
        done = run(configuration, 120_000);
      }

      assertThat(done).isTrue();
      assertSound();
      assertThat(lines(Files.readAllBytes(folder.resolve("a.jsonl"))))
          .hasSize(SITES * STORIES)
          .doesNotHaveDuplicates();
      byte[] packed = Files.readAllBytes(folder.resolve("a.jsonl.gz"));
      try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        assertThat(lines(gzip.readAllBytes())).hasSize(SITES * STORIES).doesNotHaveDuplicates();
      }
      for (String each : List.of("clippings", "notes", "json", "tei")) {
        try (var files = Files.list(folder.resolve(each))) {
          assertThat(files).hasSize(SITES * STORIES);
        }
      }
      assertThat(column("a.csv")).hasSize(SITES * STORIES).doesNotHaveDuplicates();
      assertThat(marked("a.md", "url: ")).hasSize(SITES * STORIES).doesNotHaveDuplicates();
      assertThat(Files.readAllLines(folder.resolve("a.txt")))
          .filteredOn("\f"::equals)
          .hasSize(SITES * STORIES - 1);
      assertThat(rows("a.sqlite", "SELECT count(*) FROM article")).isEqualTo(SITES * STORIES);
      assertThat(ParquetIds.of(folder.resolve("a.parquet")))
          .hasSize(SITES * STORIES)
          .doesNotHaveDuplicates();
      assertThat(lines(unpackedParts())).hasSize(SITES * STORIES).doesNotHaveDuplicates();
      assertThat(rows("coupure-state.sqlite", "SELECT count(*) FROM outbox")).isZero();
      assertArchiveReads();
    }
  }

  /** Returns the ids of a CSV file. */
  private List<String> column(String file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(folder.resolve(file), StandardCharsets.UTF_8, format)) {
      return rows.stream().map(row -> row.get("id")).toList();
    }
  }

  private List<String> marked(String file, String mark) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .filter(line -> line.startsWith(mark))
        .toList();
  }

  private byte[] unpackedParts() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (var files = Files.newDirectoryStream(folder, "b-*.jsonl.zst")) {
      for (Path file : files) {
        try (InputStream in = new ZstdInputStream(Files.newInputStream(file))) {
          in.transferTo(all);
        }
      }
    }
    return all.toByteArray();
  }

  private List<String> lines(byte[] bytes) {
    JsonMapper json = JsonMapper.builder().build();
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .map(line -> json.readTree(line).get("url").stringValue())
        .toList();
  }

  private void assertSound() throws Exception {
    try (State state = State.open(folder.resolve("coupure-state.sqlite"))) {
      assertThat(state.integrity()).isEqualTo("ok");
    }
  }

  private int rows(String file, String query) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
        ResultSet row = connection.createStatement().executeQuery(query)) {
      return row.getInt(1);
    }
  }

  /** Every page is in the archive at least once, and every file of it is whole. */
  private void assertArchiveReads() throws IOException {
    int records = 0;
    try (var files = Files.list(folder.resolve("archive"))) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
          String text = new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
          records += text.split("WARC-Type: response", -1).length - 1;
        }
      }
    }
    assertThat(records).isGreaterThanOrEqualTo(SITES * STORIES);
  }
}
