package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coupure.fetch.FetchedCheck.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coupure.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

class PageStoreTest {
  private static final Instant CAPTURED = Instant.parse("2026-03-29T01:30:00Z");

  @TempDir Path dir;

  private static Fetched.Answered page(String url, String html) {
    Page page =
        Page.builder(url, html.getBytes(StandardCharsets.UTF_8))
            .url(url)
            .contentType("text/html; charset=\"utf-8\"")
            .captured(CAPTURED)
            .build();
    return new Fetched.Answered(
        page,
        200,
        Map.of(
            "content-type", List.of("text/html; charset=\"utf-8\""),
            "content-encoding", List.of("gzip"),
            "transfer-encoding", List.of("chunked"),
            "set-cookie", List.of("a=1", "b=2")),
        Duration.ZERO);
  }

  private static void save(Path where, Fetched.Answered... pages) throws IOException {
    try (PageStore store = PageStore.open(where, "0.1.0")) {
      for (Fetched.Answered page : pages) {
        store.save(page);
      }
    }
  }

  @Test
  void folderHoldsThePageAndItsLineOfTheIndex() throws IOException {
    save(dir.resolve("raw"), page("https://example.com/a?b=%22c%22", "<p>é</p>"));

    // printf 'https://example.com/a?b=%22c%22' | sha256sum
    String file = "example.com/33d48172b44a9a2e.html";
    assertThat(Files.readString(dir.resolve("raw/index.jsonl")))
        .isEqualTo(
            "{\"id\":\"33d48172b44a9a2edd0a7e8e8b76ca0a0e8e376438d50faa41a849790030f962\","
                + "\"url\":\"https://example.com/a?b=%22c%22\",\"file\":\"example.com/33d48172b44"
                + "a9a2e.html\",\"captured\":\"2026-03-29T01:30:00Z\",\"status\":200,\"contentTyp"
                + "e\":\"text/html; charset=\\\"utf-8\\\"\"}\n");
    assertThat(Files.readString(dir.resolve("raw").resolve(file))).isEqualTo("<p>é</p>");
  }

  @Test
  void plainTextIsNamedSo() throws IOException {
    Page text =
        Page.builder("x", new byte[] {'x'})
            .url("http://[::1]:80/a")
            .contentType("TEXT/plain")
            .build();

    save(dir, new Fetched.Answered(text, 200, Map.of(), Duration.ZERO));

    assertThat(files()).containsExactly("__1/57309f671c819d74.txt", "index.jsonl");
    assertThat(Files.readString(dir.resolve("index.jsonl"))).contains("\"captured\":null,");
  }

  @Test
  void laterRunsContinueTheIndex() throws IOException {
    save(dir, page("https://example.com/a", "<p>a</p>"));
    save(dir, page("https://example.com/b", "<p>b</p>"));

    assertThat(urls()).containsExactly("https://example.com/a", "https://example.com/b");
    assertThat(files()).hasSize(3);
  }

  @Test
  void pageSavedAgainReplacesItself() throws IOException {
    save(dir, page("https://example.com/a", "<p>old</p>"), page("https://example.com/b", "b"));
    save(dir, page("https://example.com/a", "<p>new</p>"));

    assertThat(urls()).containsExactly("https://example.com/a", "https://example.com/b");
    assertThat(files()).hasSize(3);
    String first = Files.readAllLines(dir.resolve("index.jsonl")).get(0);
    assertThat(Files.readString(dir.resolve(IndexLine.fileOf(first)))).isEqualTo("<p>new</p>");
  }

  @Test
  void strangersLinesOfTheIndexAreKept() throws IOException {
    Files.writeString(dir.resolve("index.jsonl"), "{\"note\":\"mine\"}\n");

    save(dir, page("https://example.com/a", "a"), page("https://example.com/a", "a"));

    assertThat(Files.readAllLines(dir.resolve("index.jsonl")))
        .hasSize(2)
        .startsWith("{\"note\":\"mine\"}");
  }

  @Test
  void halfALineOfAKilledRunSpoilsNoOther() throws IOException {
    Files.writeString(dir.resolve("index.jsonl"), "{\"id\":\"0a");

    save(dir, page("https://example.com/a", "a"));

    assertThat(urls()).containsExactly("{\"id\":\"0a", "https://example.com/a");
  }

  @Test
  void fileInTheFoldersPlaceIsSaidAtOnce() throws IOException {
    Path file = Files.writeString(dir.resolve("raw"), "x");

    assertThatThrownBy(() -> PageStore.open(file, "0.1.0"))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com/x, example.com",
    "http://[fe80::1]/, fe80__1",
    "http://a_b.example/, a_b.example",
    "http://bücher.example/, xn--bcher-kva.example",
  })
  void hostNeverLeadsOutOfTheFolder(String url, String name) {
    assertThat(SavedFolder.host(url)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw/pages.warc.gz", "pages.warc"})
  void warcIsReadBack(String name) throws IOException {
    Path file = dir.resolve(name);

    save(file, page("https://example.com/a|b", "<p>é</p>"), page("https://example.com/c", "c"));

    List<WarcResponse> records = new ArrayList<>();
    try (WarcReader reader = new WarcReader(file)) {
      for (WarcRecord record : reader) {
        if (record instanceof WarcResponse response) {
          records.add(response);
          checkFirst(response, records.size());
        }
      }
    }
    assertThat(records).hasSize(2);
  }

  private static void checkFirst(WarcResponse response, int number) throws IOException {
    if (number > 1) {
      return;
    }
    assertThat(response.target()).isEqualTo("https://example.com/a|b");
    assertThat(response.date()).isEqualTo(CAPTURED);
    assertThat(response.http().status()).isEqualTo(200);
    assertThat(response.http().reason()).isEqualTo("OK");
    assertThat(response.http().headers().map())
        .isEqualTo(
            Map.of(
                "content-type", List.of("text/html; charset=\"utf-8\""),
                "set-cookie", List.of("a=1", "b=2"),
                "Content-Length", List.of("9")));
    assertThat(response.http().body().stream().readAllBytes())
        .isEqualTo("<p>é</p>".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void warcIsContinuedAndBeginsOnce() throws IOException {
    Path file = dir.resolve("pages.warc.gz");
    save(file, page("https://example.com/a", "a"));
    save(file, page("https://example.com/b", "b"));

    List<String> seen = new ArrayList<>();
    try (WarcReader reader = new WarcReader(file)) {
      for (WarcRecord record : reader) {
        seen.add(
            record instanceof WarcResponse response
                ? response.target()
                : ((Warcinfo) record).fields().first("software").orElse(""));
      }
    }
    assertThat(seen)
        .containsExactly("Coupure/0.1.0", "https://example.com/a", "https://example.com/b");
  }

  @Test
  void whatWasFetchedPackedIsKeptUnpacked() throws IOException {
    Map<String, String> headers = Map.of("Content-Type", "text/html", "Content-Encoding", "br");
    FakeSite.serve("/to-keep", 200, headers, Packing.BROTLI);
    Path file = dir.resolve("pages.warc.gz");
    try (Fetcher fetcher =
        Fetcher.builder("0.1.0", Clock.fixed(CAPTURED, ZoneOffset.UTC)).allowPrivate().build()) {
      save(file, check(fetcher.fetch(FakeSite.url("/to-keep"))).answered());
    }

    try (WarcReader reader = new WarcReader(file)) {
      reader.next();
      WarcResponse kept = (WarcResponse) reader.next().orElseThrow();
      assertThat(kept.payload().orElseThrow().body().stream().readAllBytes())
          .isEqualTo(Packing.text());
    }
  }

  private List<String> urls() throws IOException {
    return Files.readAllLines(dir.resolve("index.jsonl")).stream()
        .map(line -> line.replaceAll(".*\"url\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  private List<String> files() throws IOException {
    try (var files = Files.walk(dir)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> dir.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
