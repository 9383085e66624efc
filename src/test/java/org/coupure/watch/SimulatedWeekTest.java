package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.coupure.fetch.Fetcher;
import org.coupure.watch.FakePress.Asked;
import org.coupure.watch.FakePress.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A week of many sites at accelerated time. By default 40 sites; with {@code -Dcoupure.sites=200}
 * as many as one likes.
 */
class SimulatedWeekTest {
  private static final int SITES = Integer.getInteger("coupure.sites", 40);
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(7));
  private static final Duration DELAY = Duration.ofSeconds(2);

  /** The same on every site that has it. */
  private static final int AGENCY_TEXT = 999_999;

  @TempDir Path folder;

  private final MovingClock clock = new MovingClock(START, END);
  private final Random random = new Random(7);
  private final Map<String, List<Story>> press = new TreeMap<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private long usedAfterADay;

  private Instant during(double from, double to) {
    double days = from + random.nextDouble() * (to - from);
    return START.plusSeconds((long) (days * 86_400));
  }

  private List<Story> stories(int site) {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      stories.add(Story.plain(i, site * 100 + i, during(0, 6.5)));
    }
    Instant published = during(0, 2);
    Instant later = published.plus(Duration.ofHours(10));
    stories.add(new Story(6, site * 100 + 6, published, later, null, null));
    stories.add(new Story(7, site * 100 + 7, published, null, later, null));
    stories.add(new Story(8, site * 100 + 8, published, null, null, later));
    if (site % 4 == 0) {
      stories.add(Story.plain(9, AGENCY_TEXT, during(3, 4)));
    }
    return stories;
  }

  private Configuration configuration(FakePress server) {
    StringBuilder yaml = new StringBuilder("sources:\n");
    press.keySet().forEach(host -> yaml.append(server.source(host)));
    yaml.append("schedule: every 6h\nvisits:\n  delay: 2s\n  private-addresses: yes\n");
    yaml.append("reading:\n  recheck: [6h, 1d]\n");
    yaml.append("outputs:\n  - to: articles.jsonl\n  - to: clippings/\n");
    return ConfigurationReader.read(yaml.toString(), "week.yaml", folder);
  }

  private Report week(FakePress server) throws IOException {
    Fetcher.Builder fetcher =
        Fetcher.builder("test", clock).dns(host -> List.of(InetAddress.getLoopbackAddress()));
    WatchListener counting =
        new WatchListener() {
          @Override
          public void read(
              Source source, String url, VisitOutcome outcome, org.coupure.article.Clip clip) {
            outcomes.merge(outcome.code(), 1, Integer::sum);
          }

          @Override
          public void idle(Instant until) {
            if (usedAfterADay == 0 && clock.instant().isAfter(START.plus(Duration.ofDays(1)))) {
              usedAfterADay = used();
            }
          }
        };
    try (Watch watch =
        Watch.builder(configuration(server), clock)
            .fetcher(fetcher)
            .waiting(clock)
            .listener(counting)
            .open()) {
      clock.atEnd(watch::stop);
      Report report = watch.runOn();
      // The fake press remembers each request, which is what it may grow by.
      assertThat(used() - usedAfterADay).as("bytes of growth").isLessThan(8_000_000);
      return report;
    }
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Map<String, List<JsonNode>> byStory(Path file) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    Map<String, List<JsonNode>> records = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode record = json.readTree(line);
      String story =
          record.get("url").stringValue().replaceFirst("[?].*", "").replace("moved-", "");
      records.computeIfAbsent(story, key -> new ArrayList<>()).add(record);
    }
    return records;
  }

  private static boolean has(JsonNode record, String flag) {
    return record.get("quality").get("flags").toString().contains(flag);
  }

  private void assertPolite(FakePress server) {
    server.asked.forEach(
        (host, list) -> {
          for (int i = 1; i < list.size(); i++) {
            Asked before = list.get(i - 1);
            Duration gap = Duration.between(before.at(), list.get(i).at());
            assertThat(gap).as("%s after %s", list.get(i), before).isGreaterThanOrEqualTo(DELAY);
          }
        });
  }

  @Test
  void everyArticleIsDeliveredOnce() throws IOException {
    try (FakePress server = new FakePress(clock)) {
      for (int i = 0; i < SITES; i++) {
        String host = "site" + i + ".test";
        press.put(host, stories(i));
        server.add(host, Shop.values()[i % 4], press.get(host));
      }

      Report report = week(server);

      Map<String, List<JsonNode>> records = byStory(folder.resolve("articles.jsonl"));
      press.forEach(
          (host, stories) -> {
            for (Story story : stories) {
              String url = server.url(host, story.path(Instant.MIN));
              List<JsonNode> found = records.getOrDefault(url, List.of());
              String what = url + " " + story + " " + outcomes;
              assertThat(found.stream().filter(r -> !has(r, "revised"))).as(what).hasSize(1);
              assertThat(found.stream().filter(r -> has(r, "revised")))
                  .as(what)
                  .hasSize(story.changed() == null ? 0 : 1);
            }
          });
      int stories = press.values().stream().mapToInt(List::size).sum();
      assertThat(records).hasSize(stories);
      assertPolite(server);
      assertThat(server.notModified.get()).isGreaterThan(SITES * 10);
      assertCopiesNameTheFirst(records);
      assertThat(report.totals()).containsEntry("copy", (SITES + 3) / 4 - 1);
      assertThat(report.ending()).isEqualTo(Report.Ending.WELL);
      try (var files = Files.list(folder.resolve("clippings"))) {
        assertThat(files).hasSize(stories);
      }
    }
  }

  private static void assertCopiesNameTheFirst(Map<String, List<JsonNode>> records) {
    List<JsonNode> agency =
        records.values().stream()
            .flatMap(List::stream)
            .filter(r -> r.get("title").toString().contains("Story " + AGENCY_TEXT))
            .toList();
    List<JsonNode> firsts =
        agency.stream().filter(r -> r.get("duplicate").get("of").isNull()).toList();
    assertThat(firsts).hasSize(1);
    assertThat(agency)
        .allSatisfy(
            r -> assertThat(r.get("duplicate").get("cluster")).isEqualTo(firsts.get(0).get("id")));
    assertThat(agency)
        .filteredOn(r -> !r.get("duplicate").get("of").isNull())
        .allSatisfy(
            r -> {
              assertThat(r.get("duplicate").get("of")).isEqualTo(firsts.get(0).get("id"));
              assertThat(r.get("outcome").stringValue()).isEqualTo("duplicate");
            });
  }
}
