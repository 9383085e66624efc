package org.coupure.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.coupure.record.SchemaCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * One run over everything that goes wrong: each input has its outcome, and the good page is there.
 */
class BadInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GOOD =
      "<!doctype html><title>Ein Tag</title><h1>Ein Tag</h1><article><p>Am Morgen stieg der Fluss über"
          + " das Ufer, und drei Dörfer waren von der Welt abgeschnitten.</p><p>Am Abend sank er"
          + " wieder, und die Feuerwehr zog nach einem langen Tag ab.</p></article>";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void everyBadInputHasItsOutcomeAndTheRestIsWritten(@TempDir Path folder) throws IOException {
    writeAll(folder);

    int status = run("clean", folder.toString(), "-f", "jsonl", "--failures", "-j", "2");

    String said = err.toString(UTF_8);
    Map<String, String> outcomes = outcomes();
    assertThat(status).isEqualTo(1);
    assertThat(outcomes)
        .containsEntry("good.html", "clipped/null")
        .containsEntry("lying.html", "clipped/null")
        .containsEntry("nested.html", "clipped/null")
        .containsEntry("empty.html", "empty/empty-input")
        .containsEntry("binary.html", "failed/binary")
        .containsEntry("links.html", "failed/too-many-nodes")
        .containsEntry("records.jsonl:3", "clipped/null");
    assertThat(said)
        .contains("line.txt: too-large")
        .contains("cut.html.gz: truncated")
        .contains("bomb.html.gz: ")
        .contains("escape.zip!/../evil.html: unsafe-path")
        .contains("records.jsonl:2: bad-json");
  }

  @Test
  void lyingCharsetIsReadByItsBytes(@TempDir Path folder) throws IOException {
    writeAll(folder);

    run("clean", folder.resolve("lying.html").toString(), "-f", "jsonl");

    JsonNode record = JSON.readTree(out.toString(UTF_8));
    assertThat(record.get("text").asString()).contains("drei Dörfer");
    assertThat(record.get("quality").get("flags").toString()).contains("charset-contradicted");
  }

  @Test
  void inputThatIsNotThereIsAFailureOfThatInputOnly(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("good.html"), GOOD);

    int status =
        run(
            "clean",
            folder.resolve("none.html").toString(),
            folder.resolve("good.html").toString(),
            "-f",
            "jsonl");

    assertThat(status).isEqualTo(1);
    assertThat(outcomes()).containsEntry("good.html", "clipped/null");
    assertThat(err.toString(UTF_8)).contains("none.html: not-found");
  }

  @Test
  void outputThatCannotBeWrittenEndsTheRunWithItsName(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("good.html"), GOOD);
    Files.writeString(folder.resolve("taken"), "a file where a folder should be");

    int status =
        run(
            "clean",
            folder.resolve("good.html").toString(),
            "--out",
            folder.resolve("taken/clippings/").toString(),
            "-f",
            "txt");

    assertThat(status).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("taken");
  }

  private static void writeAll(Path folder) throws IOException {
    Files.writeString(folder.resolve("good.html"), GOOD);
    Files.write(
        folder.resolve("lying.html"),
        GOOD.replace("<title>", "<meta charset=utf-8><title>").getBytes(ISO_8859_1));
    Files.createFile(folder.resolve("empty.html"));
    Files.write(folder.resolve("binary.html"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26});
    Files.writeString(
        folder.resolve("nested.html"), "<div>".repeat(100_000) + GOOD + "</div>".repeat(100_000));
    Files.writeString(folder.resolve("links.html"), "<a href=/>x</a> ".repeat(1_000_000));
    byte[] line = new byte[50_000_000];
    Arrays.fill(line, (byte) 'x');
    Files.write(folder.resolve("line.txt"), line);
    byte[] packed = gzip(GOOD.repeat(50).getBytes(UTF_8));
    Files.write(folder.resolve("cut.html.gz"), Arrays.copyOf(packed, packed.length / 2));
    byte[] bomb = Arrays.copyOf(GOOD.getBytes(UTF_8), 200_000_000);
    Arrays.fill(bomb, GOOD.length(), bomb.length, (byte) ' ');
    Files.write(folder.resolve("bomb.html.gz"), gzip(bomb));
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("escape.zip")))) {
      zip.putNextEntry(new ZipEntry("../evil.html"));
      zip.write(GOOD.getBytes(UTF_8));
    }
    String record = JSON.writeValueAsString(Map.of("html", GOOD, "url", "https://example.org/a"));
    Files.writeString(
        folder.resolve("records.jsonl"), record + "\n{\"html\": \"<p>\n" + record + "\n");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    PrintStream outStream = new PrintStream(out, true, UTF_8);
    PrintStream errStream = new PrintStream(err, true, UTF_8);
    return Main.run(new ByteArrayInputStream(new byte[0]), outStream, errStream, args);
  }

  /** Returns the outcome and reason of every record by the last part of its source. */
  private Map<String, String> outcomes() {
    Map<String, String> outcomes = new TreeMap<>();
    out.toString(UTF_8)
        .lines()
        .forEach(
            line -> {
              SchemaCheck.assertValid(line);
              JsonNode record = JSON.readTree(line);
              String source = record.get("provenance").get("source").asString();
              outcomes.put(
                  source.substring(source.lastIndexOf('/') + 1),
                  record.get("outcome").asString() + "/" + record.get("reason").asString("null"));
            });
    return outcomes;
  }
}
