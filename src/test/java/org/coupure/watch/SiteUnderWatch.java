package org.coupure.watch;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coupure.discover.Listing;
import org.coupure.fetch.Fetcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One site on loopback and a clock that jumps, for tests of what becomes of its pages. */
abstract class SiteUnderWatch {
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  static final String HOST = "town.test";

  @TempDir Path folder;

  final MovingClock clock = new MovingClock(START, START.plus(Duration.ofDays(30)));

  FakePress press;

  boolean offline;

  StringBuilder index = new StringBuilder();

  @BeforeEach
  void open() throws IOException {
    press = new FakePress(clock);
  }

  @AfterEach
  void close() {
    press.close();
  }

  static String words(String about, int paragraph) {
    return "<p>In part "
        + paragraph
        + " of the story of "
        + about
        + " the council met on Tuesday to speak about "
        + about
        + "; the mayor promised that all would be put right before the summer, and those who came"
        + " to hear him went home without a word about the money for "
        + about
        + ".</p>\n";
  }

  static String html(String about, String head, String end) {
    return "<!doctype html><html lang=en><head><title>The tale of "
        + about
        + "</title>"
        + head
        + "</head><body><article><h1>The tale of "
        + about
        + "</h1>"
        + words(about, 1)
        + words(about, 2)
        + end
        + "</article></body></html>";
  }

  /** Serves a page, and names it on the front page. */
  void page(String path, String about, String head, String end) {
    press.pages.put(HOST + path, html(about, head, end));
    index.append("<h2><a href='").append(path).append("'>The tale of ").append(about);
    index.append(" and what became of it</a></h2>");
    press.pages.put(HOST + "/", "<!doctype html><title>Front</title><body>" + index);
  }

  Report run(String more) throws IOException {
    String yaml =
        "sources:\n  - index: "
            + press.url(HOST, "/")
            + "\nvisits:\n  private-addresses: yes\noutputs:\n  - to: a.jsonl\n"
            + more;
    Fetcher.Builder fetcher =
        Fetcher.builder("test", clock).dns(host -> List.of(InetAddress.getLoopbackAddress()));
    try (Watch watch =
        Watch.builder(ConfigurationReader.read(yaml, "w.yaml", folder), clock)
            .fetcher(fetcher)
            .waiting(clock)
            .open()) {
      return watch.runOnce(false);
    }
  }

  /** Runs once over one listing of the site's, and returns what the log would say. */
  List<String> follow(String kind, String path) throws IOException {
    String yaml =
        "sources:\n  - {name: town, "
            + kind
            + ": '"
            + press.url(HOST, path)
            + "'}\nvisits: {private-addresses: yes}\noutputs:\n  - to: a.jsonl\n";
    Fetcher.Builder fetcher =
        Fetcher.builder("test", clock).dns(host -> List.of(InetAddress.getLoopbackAddress()));
    List<String> said = new ArrayList<>();
    WatchListener log =
        new WatchListener() {
          @Override
          public void looked(
              Source source,
              String url,
              VisitOutcome outcome,
              @Nullable Listing listing,
              int found,
              @Nullable String complaint) {
            said.add(outcome.code() + ": " + complaint);
          }
        };
    try (Watch watch =
        Watch.builder(ConfigurationReader.read(yaml, "w.yaml", folder), clock)
            .fetcher(fetcher)
            .waiting(clock)
            .listener(log)
            .open()) {
      watch.runOnce(true);
    }
    return said;
  }

  void later(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  List<JsonNode> records() throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    return Files.readAllLines(folder.resolve("a.jsonl")).stream().map(json::readTree).toList();
  }
}
