package org.coupure.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coupure.discover.Canonical;
import org.coupure.discover.Listing;
import org.coupure.discover.ListingReader;
import org.coupure.fetch.Fetcher;
import org.coupure.page.Limits;
import org.coupure.page.Page;
import org.coupure.page.PageReader;
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
    String yaml = "sources:\n" + sources + "visits: {private-addresses: yes}\n" + outputs + more;
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

  private static final String STORIES = "subjects: [{name: stories, query: story}]\n";

  @Test
  void aLaterSourceIsTaughtToTheStoreAndItsOutputGetsTheRecord() throws IOException {
    String outputs = "outputs: [{to: a.jsonl}, {to: b.jsonl, sources: two}]\n";
    String second = "  - {name: two, list: '" + press.url(HOST, "/list.txt") + "'}\n";
    press.pages.put(HOST + "/list.txt", press.url(HOST, "/2026/03/story-number-2-about-the-town"));
    run(source("one", ""), "outputs: [{to: a.jsonl}]\n");

    run(source("one", "") + second, outputs);
    run(source("one", "") + second, outputs);

    assertThat(records("a.jsonl")).hasSize(3);
    assertThat(records("b.jsonl")).containsExactly("2 [one, two] []");
    assertThat(articlesAskedFor()).isEqualTo(3);
  }

  @Test
  void aNewSubjectGetsWhatTheStoreHasWithoutFetching() throws IOException {
    String outputs = "outputs: [{to: a.jsonl}, {to: '{subject}/', format: json}]\n";
    run(source("one", ""), outputs);
    String desk = "subjects: [{name: A/B, query: 'title:2'}]\nbackfill: 30d\n" + outputs;

    run(source("one", ""), desk);
    run(source("one", ""), desk);

    assertThat(records("a.jsonl")).hasSize(3);
    try (var files = Files.list(folder.resolve("A%2FB"))) {
      assertThat(files).hasSize(1);
    }
    assertThat(articlesAskedFor()).isEqualTo(3);
  }

  @Test
  void aNewOutputGetsNothingOldUnlessItIsAskedFor() throws IOException {
    run(source("one", ""), STORIES);
    String outputs = STORIES + "outputs: [{to: a.jsonl}, {to: b.jsonl, subjects: stories}]\n";

    run(source("one", ""), outputs);
    assertThat(records("b.jsonl")).isEmpty();
    run(source("one", ""), outputs + "backfill: 30d\n");

    assertThat(records("a.jsonl")).hasSize(3);
    assertThat(records("b.jsonl")).hasSize(3);
  }

  @Test
  void anOutputThatAsksForUpdatesGetsARecordAgainWhenASubjectIsAdded() throws IOException {
    String outputs = "outputs: [{to: a.jsonl}, {to: b.jsonl, updates: yes}]\nbackfill: 30d\n";
    run(source("one", "title:1"), outputs);

    run(source("one", "title:1"), STORIES + outputs);

    assertThat(records("a.jsonl")).containsExactly("1 [one] []");
    assertThat(records("b.jsonl")).containsExactly("1 [one] []", "1 [one] [stories]");
  }

  @Test
  void anOutputGetsTheSubjectsSourcesLanguagesAndKindsThatItWants() throws IOException {
    run(
        source("one", "title:1") + source("two", "title:2"),
        "subjects: [{name: s, query: 'title:1'}]\noutputs:\n  - {to: s.jsonl, subjects: s}\n"
            + "  - {to: two.jsonl, sources: two}\n  - {to: fr.jsonl, languages: fr}\n"
            + "  - {to: en.jsonl, languages: en}\n  - {to: forum.jsonl, kinds: forum}\n");

    assertThat(records("s.jsonl")).containsExactly("1 [one] [s]");
    assertThat(records("two.jsonl")).containsExactly("2 [two] []");
    assertThat(records("fr.jsonl")).isEmpty();
    assertThat(records("en.jsonl")).hasSize(2);
    assertThat(records("forum.jsonl")).isEmpty();
  }

  @Test
  void pathsMayHoldSiteAndDate() throws IOException {
    run(source("one", "title:1"), "outputs: [{to: '{site}/{date}.txt'}]\n");

    assertThat(folder.resolve("town.test/2026-03-02.txt")).exists();
  }

  @Test
  void withoutAStoreNoFileIsMade() throws IOException {
    run(source("one", "title:1"), "store: off\n");

    assertThat(folder.resolve("coupure-store.sqlite")).doesNotExist();
    assertThat(records("a.jsonl")).hasSize(1);
  }

  @Test
  void valuesInPathsAreSafeAndStayApart() {
    assertThat(PathTemplate.escaped("../etc")).isEqualTo("%2E.%2Fetc");
    assertThat(PathTemplate.escaped("A/B")).isNotEqualTo(PathTemplate.escaped("A%2FB"));
    assertThat(PathTemplate.escaped("é".repeat(200))).hasSizeLessThan(60);
    assertThat(new PathTemplate("x/{subject}/{date}.md").gives("x/A%2FB/2026-01-01.md")).isTrue();
    assertThat(new PathTemplate("x/{subject}.md").gives("y/a.md")).isFalse();
  }

  @Test
  void aFeedASubjectIsReadByOurOwnReader() throws IOException {
    String desk = STORIES + "outputs: [{to: 'feeds/{subject}.atom'}]\n";
    run(source("one", ""), desk);
    run(source("one", ""), desk);

    String feed = Files.readString(folder.resolve("feeds/stories.atom"));
    Page page =
        Page.builder("feed", feed.getBytes(UTF_8)).url("http://town.test/stories.atom").build();
    Listing listing =
        new ListingReader(Canonical.bundled(), new PageReader(Limits.DEFAULT)::read).read(page);
    assertThat(listing.kind()).isEqualTo(Listing.Kind.FEED);
    assertThat(listing.links()).extracting(link -> link.title()).hasSize(3).doesNotContainNull();
    assertThat(feed).contains("<category term=\"stories\"/>", "&lt;p&gt;The ");
  }

  @Test
  void aProgramThatWasAwayIsToldOfEachRecordOnce() throws IOException {
    String outputs =
        "outputs: [{command: [/bin/sh, -c, 'cd "
            + folder
            + " && test -e on && cat >> told.jsonl']}]\n";
    run(source("one", ""), outputs);
    assertThat(records("told.jsonl")).isEmpty();
    Files.createFile(folder.resolve("on"));
    clock.set(clock.instant().plus(Duration.ofHours(1)));

    run(source("one", ""), outputs);
    run(source("one", ""), outputs);

    assertThat(folder.resolve("told.jsonl")).content().contains("Story 1", "Story 2", "Story 3");
    assertThat(Files.readString(folder.resolve("told.jsonl")).split("\"schema\"")).hasSize(4);
  }

  @Test
  void aListMayBeAFileAndSourcesAnOpmlFile() throws IOException {
    Files.writeString(
        folder.resolve("urls.txt"), press.url(HOST, "/2026/03/story-number-2-about-the-town"));
    Files.writeString(
        folder.resolve("subs.opml"),
        "<opml><outline text='Town' xmlUrl='" + press.url(HOST, "/feed.xml") + "'/></opml>");

    run("  - {opml: subs.opml}\n  - {name: picked, list: urls.txt}\n", "");

    assertThat(records("a.jsonl"))
        .containsExactly("1 [Town] []", "2 [Town, picked] []", "3 [Town] []");
  }

  private void serve(String title, String end) {
    String words = "The council of the town met on Tuesday to speak about the bridge. ".repeat(20);
    press.pages.put(
        HOST + "/2026/03/story-number-1-about-the-town",
        "<!doctype html><html lang=en><title>"
            + title
            + "</title><article><h1>"
            + title
            + "</h1><p>"
            + words
            + "</p><p>"
            + words.replace("bridge", "river")
            + end
            + "</p></article></html>");
  }

  @Test
  void aSlightChangeIsNotDeliveredAndAHeadlineOnlyToWhoAsksForUpdates() throws IOException {
    String page =
        "  - {name: one, page: '"
            + press.url(HOST, "/2026/03/story-number-1-about-the-town")
            + "'}\n";
    String more =
        "reading: {least-change: 5%, recheck: [1h, 2h, 3h]}\n"
            + "outputs: [{to: a.jsonl}, {to: b.jsonl, updates: yes}]\n";
    serve("The bridge 1", "");
    run(page, more);

    serve("The bridge 1", "It was late.");
    clock.set(clock.instant().plus(Duration.ofMinutes(61)));
    Report slight = run(page, more);
    serve("The bridge 2", "");
    clock.set(clock.instant().plus(Duration.ofMinutes(61)));
    Report headline = run(page, more);

    assertThat(slight.totals()).containsEntry("unchanged", 1);
    assertThat(headline.totals()).containsEntry("retitled", 1);
    assertThat(records("a.jsonl")).containsExactly("1 [one] []");
    assertThat(records("b.jsonl")).containsExactly("1 [one] []", "2 [one] []");
  }
}
