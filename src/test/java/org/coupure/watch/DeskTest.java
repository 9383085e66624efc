package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coupure.fetch.Fetcher;
import org.coupure.watch.FakePress.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** To which sources and subjects articles belong, over one feed on loopback. */
class DeskTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final String HOST = "town.test";

  @TempDir Path folder;

  private final MovingClock clock = new MovingClock(START, START.plus(Duration.ofDays(30)));
  private FakePress press;

  @BeforeEach
  void open() throws IOException {
    press = new FakePress(clock);
    List<Story> stories = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      stories.add(Story.plain(i, i, START.minus(Duration.ofHours(i))));
    }
    press.add(HOST, Shop.RSS, stories);
  }

  @AfterEach
  void close() {
    press.close();
  }

  /** Returns a source of the one feed. */
  private String source(String name, String query) {
    String filter = query.isEmpty() ? "" : ", filter: {query: '" + query + "'}";
    return "  - {name: " + name + ", feed: '" + press.url(HOST, "/feed.xml") + "'" + filter + "}\n";
  }

  /** Visits all sources and returns the report. */
  private Report run(String sources, String more) throws IOException {
    String outputs = more.contains("outputs:") ? "" : "outputs: [{to: a.jsonl}]\n";
    String yaml =
        "sources:\n" + sources + "visits: {private-addresses: yes}\n" + outputs + more;
    Fetcher.Builder fetcher =
        Fetcher.builder("test", clock).dns(host -> List.of(InetAddress.getLoopbackAddress()));
    try (Watch watch =
        Watch.builder(ConfigurationReader.read(yaml, "w.yaml", folder), clock)
            .fetcher(fetcher)
            .waiting(clock)
            .open()) {
      return watch.runOnce(true);
    }
  }

  /** Returns a line a record of a file: its story's number, its sources and its subjects. */
  private List<String> records(String file) throws IOException {
    List<String> lines = new ArrayList<>();
    if (Files.notExists(folder.resolve(file))) {
      return lines;
    }
    for (String line : Files.readAllLines(folder.resolve(file))) {
      JsonNode record = JsonMapper.shared().readTree(line);
      List<String> subjects = new ArrayList<>();
      record.get("subjects").forEach(one -> subjects.add(one.get("name").stringValue()));
      List<String> sources = new ArrayList<>();
      record.get("sources").forEach(one -> sources.add(one.stringValue()));
      String number = record.get("title").stringValue().replaceAll("\\D+", "");
      lines.add(number + " " + sources + " " + subjects);
    }
    return lines.stream().sorted().toList();
  }

  private long articlesAskedFor() {
    return press.asked.get(HOST).stream().filter(one -> one.path().contains("story")).count();
  }

  @Test
  void anArticleBelongsToEverySourceThatListsItAndWantsIt() throws IOException {
    run(source("one", "title:1 OR title:2") + source("two", "title:2 OR title:3"), "");

    assertThat(records("a.jsonl")).containsExactly("1 [one] []", "2 [one, two] []", "3 [two] []");
    assertThat(articlesAskedFor()).isEqualTo(3);
  }

  @Test
  void aSourceThatComesLaterGetsWhatTheOtherDidNotWant() throws IOException {
    run(source("one", "title:1"), "");

    run(source("one", "title:1") + source("two", "title:3"), "");

    assertThat(records("a.jsonl")).containsExactly("1 [one] []", "3 [two] []");
  }

  @Test
  void pagesThatWaitGoOnUnderTheNewNameOfTheirSource() throws IOException {
    press.pages.put(HOST + "/2026/03/story-number-2-about-the-town", "");
    run(source("old", ""), "");
    press.pages.clear();
    clock.set(clock.instant().plus(Duration.ofDays(1)));

    run(source("renamed", ""), "");

    assertThat(records("a.jsonl")).containsExactly("1 [old] []", "2 [renamed] []", "3 [old] []");
  }

  @Test
  void anArticleBelongsToEverySubjectThatItMatches() throws IOException {
    Report report =
        run(
            source("one", ""),
            "subjects:\n  - {name: first, query: 'title:1'}\n  - {name: stories, query: story}\n"
                + "  - {name: elsewhere, query: zeppelin}\n"
                + "  - {name: french, query: story, languages: fr}\n");

    assertThat(records("a.jsonl"))
        .containsExactly("1 [one] [first, stories]", "2 [one] [stories]", "3 [one] [stories]");
    assertThat(report.subjects()).hasToString("{first=1, stories=3}");
  }

  @Test
  void aSubjectSaysWhichWordsMatchedAndWhere() throws IOException {
    run(source("one", "title:1"), "subjects: [{name: s, query: story AND town}]\n");

    String record = Files.readString(folder.resolve("a.jsonl"));
    String title = JsonMapper.shared().readTree(record).get("title").stringValue();
    assertThat(record)
        .contains("\"title\":[{\"words\":\"Story\",\"start\":0,\"end\":5},")
        .contains("{\"words\":\"town\",\"start\":" + title.indexOf("town"));
  }

  @Test
  void aSubjectOfOneSourceDoesNotTakeArticlesOfAnother() throws IOException {
    run(
        source("one", "title:1") + source("two", "title:2"),
        "subjects: [{name: s, query: story, sources: two}]\n");

    assertThat(records("a.jsonl")).containsExactly("1 [one] []", "2 [two] [s]");
  }
}
