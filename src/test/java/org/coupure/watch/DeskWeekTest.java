package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coupure.article.Clip;
import org.coupure.fetch.Fetcher;
import org.coupure.sqlite.Database;
import org.coupure.watch.FakePress.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A week of a press desk at accelerated time: feeds that several sources share, twenty subjects, of
 * which five are added on the third day, six outputs, and kills. A kill is what a process that is
 * killed leaves: the files as they are at that moment, with which another run goes on. By default 8
 * sites and 6 kills; with {@code -Dcoupure.desk-sites=200 -Dcoupure.desk-kills=50} as many as one
 * likes.
 */
class DeskWeekTest {
  private static final int SITES = Integer.getInteger("coupure.desk-sites", 8);
  private static final int KILLS = Integer.getInteger("coupure.desk-kills", 6);
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant DAY_3 = START.plus(Duration.ofDays(3));
  private static final Instant END = START.plus(Duration.ofDays(7));

  /** Words of the titles; the last five become subjects on the third day. */
  private static final String[] SUBJECTS =
      ("council river bridge market harvest teacher engine winter letter garden police mayor water"
              + " station budget village museum farmer weather traffic")
          .split(" ");

  private static final int FIRST_SUBJECTS = 15;

  @TempDir Path parent;

  private final MovingClock clock = new MovingClock(START, END);
  private final Random random = new Random(11);
  private final Map<String, List<Story>> press = new TreeMap<>();
  private Path folder;
  private int kills;
  private int events;
  private int nextKill;

  private Instant during(double from, double to) {
    double days = from + random.nextDouble() * (to - from);
    return START.plusSeconds((long) (days * 86_400));
  }

  private List<Story> stories(int site) {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      stories.add(Story.plain(i, site * 100 + i, during(0, 6.5)));
    }
    Instant published = during(3.2, 4);
    Instant changed = published.plus(Duration.ofHours(10));
    stories.add(new Story(7, site * 100 + 7, published, changed, null, null));
    return stories;
  }

  private static boolean isShared(int site) {
    return site % 4 < 2;
  }

  private static int site(String host) {
    return Integer.parseInt(host.replaceAll("\\D", ""));
  }

  private String configuration(FakePress server, boolean late) {
    StringBuilder yaml = new StringBuilder("sources:\n");
    press.keySet().forEach(host -> yaml.append(server.source(host)));
    List<String> shared =
        press.keySet().stream()
            .filter(host -> isShared(site(host)))
            .map(host -> "'" + server.url(host, "/feed.xml") + "'")
            .toList();
    yaml.append("  - {name: wire, feed: ").append(shared).append("}\n");
    yaml.append("  - {name: courts, feed: ").append(shared);
    yaml.append(", filter: {query: 'title:council OR title:police'}}\n");
    yaml.append("subjects:\n");
    for (int i = 0; i < (late ? SUBJECTS.length : FIRST_SUBJECTS); i++) {
      yaml.append("  - {name: ").append(SUBJECTS[i]);
      yaml.append(", query: 'title:").append(SUBJECTS[i]).append("'}\n");
    }
    yaml.append("outputs:\n  - to: all.jsonl\n  - to: by/{subject}.jsonl\n");
    yaml.append("  - {to: courts.jsonl, sources: courts}\n");
    yaml.append("  - {to: picked.sqlite, subjects: [river, ");
    yaml.append(late ? "museum" : "mayor").append("]}\n");
    yaml.append("  - to: feeds/{subject}.atom\n  - {to: '{site}/', format: json, sources: wire}\n");
    yaml.append("backfill: 30d\nschedule: every 6h\nreading: {recheck: [6h, 1d]}\n");
    return yaml.append("visits: {delay: 2s, private-addresses: yes}\n").toString();
  }

  /** Goes on with the week until its end, the third day, or a kill. */
  private void goOn(FakePress server, boolean late) throws IOException {
    AtomicReference<Watch> running = new AtomicReference<>();
    AtomicReference<Path> left = new AtomicReference<>();
    WatchListener killer =
        new WatchListener() {
          @Override
          public void read(Source source, String url, VisitOutcome outcome, Clip clip) {
            // The state knows of the delivery, and nothing is written yet.
            if (++events >= nextKill && kills < KILLS && left.get() == null) {
              left.set(killed());
              running.get().stop();
            }
          }

          @Override
          public void idle(Instant until) {
            if (!late && !clock.instant().isBefore(DAY_3)) {
              running.get().stop();
            }
          }
        };
    Fetcher.Builder fetcher =
        Fetcher.builder("test", clock).dns(host -> List.of(InetAddress.getLoopbackAddress()));
    Configuration configuration =
        ConfigurationReader.read(configuration(server, late), "desk.yaml", folder);
    try (Watch watch =
        Watch.builder(configuration, clock)
            .fetcher(fetcher)
            .waiting(clock)
            .listener(killer)
            .open()) {
      running.set(watch);
      clock.atEnd(watch::stop);
      watch.runOn();
    }
    if (left.get() != null) {
      // What the run did after its kill has not happened.
      delete(folder);
      Files.move(left.get(), folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Returns a folder with what this one would be after a kill now. */
  private Path killed() {
    kills++;
    nextKill = events + 5 + random.nextInt(Math.max(1, SITES * 18 / KILLS));
    Path copy = parent.resolve("after-kill-" + kills);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(folder.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  private static boolean speaksOf(Story story, String word) {
    return story.title().contains(" " + word + " ");
  }

  /** What of a story an output has: a line a record, with its host, number and version. */
  private List<String> expected(Predicate<String> hosts, Predicate<Story> stories) {
    List<String> lines = new ArrayList<>();
    press.forEach(
        (host, all) -> {
          for (Story story : all) {
            if (hosts.test(host) && stories.test(story)) {
              lines.add(host + " " + story.number() + " a");
              if (story.changed() != null) {
                lines.add(host + " " + story.number() + " b");
              }
            }
          }
        });
    return lines.stream().sorted().toList();
  }

  private static String line(String json) {
    JsonNode record = JsonMapper.shared().readTree(json);
    String number = record.get("url").stringValue().replaceAll(".*story-number-(\\d+)-.*", "$1");
    boolean revised = record.get("text").stringValue().contains("Correction:");
    return record.get("host").stringValue() + " " + number + (revised ? " b" : " a");
  }

  private List<String> lines(String file) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path)
        ? Files.readAllLines(path).stream().map(DeskWeekTest::line).sorted().toList()
        : List.of();
  }

  @Test
  void everySubjectGetsEveryMatchingArticleOnceInEachOutputThatWantsIt() throws IOException {
    folder = Files.createDirectory(parent.resolve("first"));
    nextKill = SITES;
    try (FakePress server = new FakePress(clock)) {
      for (int i = 0; i < SITES; i++) {
        String host = "site" + i + ".test";
        press.put(host, stories(i));
        server.add(host, Shop.values()[i % 4], press.get(host));
      }

      while (clock.instant().isBefore(END)) {
        goOn(server, !clock.instant().isBefore(DAY_3));
      }

      assertThat(kills).isEqualTo(KILLS);
      assertThat(lines("all.jsonl")).isEqualTo(expected(host -> true, story -> true));
      for (String word : SUBJECTS) {
        List<String> wanted = expected(host -> true, story -> speaksOf(story, word));
        assertThat(lines("by/" + word + ".jsonl")).as(word).isEqualTo(wanted);
        assertThat(entries(word))
            .as(word)
            .isEqualTo(wanted.stream().filter(l -> l.endsWith("a")).count());
      }
      assertThat(lines("courts.jsonl"))
          .isEqualTo(
              expected(
                  host -> isShared(site(host)),
                  story -> speaksOf(story, "council") || speaksOf(story, "police")));
      assertPicked();
      assertFolders();
    }
  }

  private long entries(String word) throws IOException {
    Path feed = folder.resolve("feeds/" + word + ".atom");
    return Files.exists(feed) ? Files.readString(feed).split("<entry>", -1).length - 1 : 0;
  }

  /** The output's subjects changed on the third day; what it had before stays. */
  private void assertPicked() throws IOException {
    List<String> rows = new ArrayList<>();
    try (Database database = Database.open(folder.resolve("picked.sqlite"), "output")) {
      rows.addAll(database.query("SELECT record FROM article", row -> line(row.getString(1))));
    }
    List<String> wanted =
        expected(host -> true, story -> speaksOf(story, "river") || speaksOf(story, "museum"));
    List<String> earlier = expected(host -> true, story -> speaksOf(story, "mayor"));
    assertThat(rows).doesNotHaveDuplicates().containsAll(wanted);
    assertThat(rows).allMatch(row -> wanted.contains(row) || earlier.contains(row));
  }

  private void assertFolders() throws IOException {
    for (Map.Entry<String, List<Story>> site : press.entrySet()) {
      Path records = folder.resolve(site.getKey());
      int count = isShared(site(site.getKey())) ? site.getValue().size() : 0;
      try (Stream<Path> files = Files.exists(records) ? Files.list(records) : Stream.empty()) {
        assertThat(files.filter(file -> file.toString().endsWith(".json"))).hasSize(count);
      }
    }
  }
}
