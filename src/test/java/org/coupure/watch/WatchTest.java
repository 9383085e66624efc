package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.coupure.fetch.Fetcher;
import org.coupure.fetch.HostState;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of listings, times and copies, over one site on loopback and a clock that jumps. */
class WatchTest extends SiteUnderWatch {
  private Report visitFour() throws IOException {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (String host : List.of("a.test", "b.test", "c.test", "d.test")) {
      yaml.append("  - index: ").append(press.url(host, "/")).append('\n');
      press.pages.put(host + "/", "<html><body><p>Nothing yet.</p></body></html>");
    }
    yaml.append(
        "visits: {private-addresses: yes, robots: ignore, delay: 1s}\noutputs:\n  - to: x/\n");
    Fetcher.Builder fetcher =
        Fetcher.builder("test", clock)
            .dns(host -> offline ? List.of() : List.of(InetAddress.getLoopbackAddress()));
    try (Watch watch =
        Watch.builder(ConfigurationReader.read(yaml.toString(), "w.yaml", folder), clock)
            .fetcher(fetcher)
            .waiting(clock)
            .open()) {
      return watch.runOnce(false);
    }
  }

  private List<JsonNode> stories(String title) throws IOException {
    return records().stream()
        .filter(record -> record.get("title").stringValue().equals(title))
        .map(record -> record.get("duplicate").get("cluster"))
        .toList();
  }

  @Test
  void whatAFeedSaysOfAPageFillsItsRecord() throws IOException {
    press.pages.put(HOST + "/b", html("the bridge", "", ""));
    press.pages.put(
        HOST + "/c", "<html><body><div id=root></div><script src=/app.js></script></body>");
    press.pages.put(
        HOST + "/rss",
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>T</title>"
            + "<item><link>/b</link><dc:creator>Ana Roux</dc:creator><category>World</category>"
            + "<pubDate>Sun, 01 Mar 2026 10:00:00 +0100</pubDate></item>"
            + "<item><title>The tale of the canal</title><link>/c</link><content:encoded><![CDATA["
            + words("the canal", 1)
            + words("the canal", 2)
            + "]]></content:encoded></item></channel></rss>");

    follow("feed", "/rss");

    List<JsonNode> records = records();
    assertThat(records).hasSize(2);
    boolean first = records.get(0).path("url").asString().endsWith("/b");
    JsonNode bridge = records.get(first ? 0 : 1);
    assertThat(bridge.path("authors").get(0).asString()).isEqualTo("Ana Roux");
    assertThat(bridge.path("tags").get(0).asString()).isEqualTo("World");
    assertThat(bridge.path("published").asString()).isEqualTo("2026-03-01T09:00:00Z");
    JsonNode canal = records.get(first ? 1 : 0);
    assertThat(canal.path("text").asString()).contains("In part 2 of the story of the canal");
    assertThat(canal.path("quality").path("flags").toString()).contains("feed-text");
  }

  @Test
  void aChallengeInPlaceOfAFeedIsNoVisit() throws IOException {
    press.pages.put(
        HOST + "/rss",
        "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser before"
            + " accessing</h1><script src='/cdn-cgi/challenge-platform/x'></script></body></html>");

    assertThat(follow("feed", "/rss"))
        .containsExactly("challenge: the page asks to prove to be a person (title: just a moment)");
    assertThat(follow("index", "/rss"))
        .containsExactly("challenge: the page asks to prove to be a person (title: just a moment)");
  }

  @Test
  void aPageInPlaceOfAFeedIsToldToAPerson() throws IOException {
    press.pages.put(HOST + "/rss", html("the bridge", "", ""));
    press.pages.put(HOST + "/front", "<html><body><p>Everything runs by scripts here.</p></body>");

    assertThat(follow("feed", "/rss"))
        .containsExactly("unreadable: a web page is there and no feed");
    assertThat(follow("index", "/front"))
        .containsExactly("read: no link on the page looks like an article's");
  }

  @Test
  void aSitemapThatNamesItselfIsReadOnce() throws IOException {
    String part = "<sitemap><loc>" + press.url(HOST, "/map") + "</loc></sitemap>";
    String more = "<sitemap><loc>" + press.url(HOST, "/more") + "</loc></sitemap>";
    press.pages.put(HOST + "/map", "<sitemapindex>" + part + more + "</sitemapindex>");
    press.pages.put(HOST + "/more", "<sitemapindex>" + more + part + "</sitemapindex>");

    assertThat(follow("sitemap", "/map")).containsExactly("read: null", "read: null");
  }

  @Test
  void anOutageOfOursIsNoFaultOfTheSites() throws IOException {
    visitFour();
    offline = true;
    for (int hour = 0; hour < 24; hour++) {
      later(Duration.ofHours(1));
      visitFour();
    }
    offline = false;
    later(Duration.ofHours(1));

    Report after = visitFour();

    assertThat(after.ended()).isBefore(after.started().plus(Duration.ofMinutes(1)));
    assertThat(after.sources()).hasSize(4).allMatch(source -> source.failures() == 0);
  }

  @Test
  void aHostThatIsToBeLeftAloneKeepsNoRunUp() throws IOException {
    page("/2026/03/a-long-tale", "the bridge", "", "");
    run("");
    try (State state = State.open(folder.resolve("coupure-state.sqlite"))) {
      state
          .hosts()
          .keep(HOST, new HostState(clock.instant().plus(Duration.ofHours(20)), 1, null, null));
    }
    later(Duration.ofHours(1));
    Instant began = clock.instant();

    Report report = run("");

    assertThat(Duration.between(began, clock.instant())).isLessThan(Duration.ofMinutes(3));
    assertThat(report.totals()).isEmpty();
    try (State state = State.open(folder.resolve("coupure-state.sqlite"))) {
      Instant due = state.sources().get(0).due();
      assertThat(Duration.between(began, due)).isGreaterThan(Duration.ofHours(18));
      assertThat(state.sources().get(0).failures()).isZero();
    }
  }

  @Test
  void aClockThatWasAYearAheadStopsNothing() throws IOException {
    page("/2026/03/a-long-tale", "the bridge", "", "");
    Instant right = clock.instant();
    clock.set(right.plus(Duration.ofDays(20)));
    run("");
    clock.set(right);
    page("/2026/03/a-second-tale", "the mill", "", "");

    Report report = run("");

    assertThat(report.totals()).containsEntry("new", 1);
  }

  @Test
  void comesBackToAPageThatFailed() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "", "");
    String good = press.pages.put(HOST + "/2026/03/a-tale-of-water", "");

    Report first = run("");
    press.pages.put(HOST + "/2026/03/a-tale-of-water", good);
    later(Duration.ofHours(1));
    Report second = run("");

    assertThat(first.totals()).containsOnly(java.util.Map.entry("http-status", 1));
    assertThat(first.waiting()).isEqualTo(1);
    assertThat(second.totals()).containsOnly(java.util.Map.entry("new", 1));
    assertThat(records()).hasSize(1);
  }

  @Test
  void oneArticleUnderTwoUrlsIsOne() throws IOException {
    String own = "<link rel=canonical href='/2026/03/a-tale-of-water'>";
    page("/2026/03/a-tale-of-water", "water", own, "");
    page("/2026/03/the-same-tale-for-print", "water", own, "");

    Report report = run("");

    assertThat(report.delivered()).isEqualTo(1);
    assertThat(records()).hasSize(1);
  }

  /** As after an update that believes canonical URLs which an older version did not. */
  @Test
  void anArticleWhoseCanonicalUrlIsBelievedLaterIsNotDeliveredAgain() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "", "");
    run("");
    String other = "<link rel=canonical href='https://m." + HOST + "/2026/03/a-tale-of-water'>";
    press.pages.put(HOST + "/2026/03/a-tale-of-water", html("water", other, ""));
    later(Duration.ofHours(8));

    Report second = run("");

    assertThat(second.totals()).containsOnlyKeys("unchanged");
    assertThat(records()).hasSize(1);
  }

  @Test
  void nearlyTheSameTextIsTheSameStory() throws IOException {
    String more = words("water", 3) + words("rain", 4) + words("snow", 5) + words("ice", 6);
    page("/2026/03/a-tale-of-water", "water", "", more);
    page("/2026/03/a-tale-of-fire", "fire", "", words("smoke", 7));
    run("");
    page("/2026/03/a-tale-from-the-agency", "water", "", more + "<p>With agencies.</p>");
    later(Duration.ofHours(1));
    Report second = run("");

    assertThat(second.totals()).containsEntry("new", 1);
    assertThat(records()).hasSize(3);
    assertThat(stories("The tale of water")).hasSize(2);
    assertThat(new HashSet<>(stories("The tale of water"))).hasSize(1);
    assertThat(stories("The tale of fire"))
        .doesNotContainAnyElementsOf(stories("The tale of water"));
  }

  @Test
  void nearCopiesAreLeftOutWhenAskedFor() throws IOException {
    String more = words("water", 3) + words("rain", 4) + words("snow", 5) + words("ice", 6);
    page("/2026/03/a-tale-of-water", "water", "", more);
    page("/2026/03/a-tale-of-fire", "fire", "", words("smoke", 7));
    run("reading:\n  copies: drop\n  dedup: near\n");
    page("/2026/03/a-tale-from-the-agency", "water", "", more + "<p>With agencies.</p>");
    later(Duration.ofHours(1));

    Report second = run("reading:\n  copies: drop\n  dedup: near\n");

    assertThat(second.totals()).containsEntry("copy", 1).doesNotContainKey("new");
    assertThat(stories("The tale of water")).hasSize(1);
    assertThat(stories("The tale of fire")).hasSize(1);
  }

  @Test
  void aStoryIsForgottenAfterAWeek() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "", "");
    run("reading:\n  recheck: never\n");
    later(Duration.ofDays(8));
    page("/2026/03/a-tale-from-the-agency", "water", "", "<p>With agencies.</p>");
    run("reading:\n  recheck: never\n");

    assertThat(stories("The tale of water"))
        .containsExactly(records().get(0).get("id"), records().get(1).get("id"));
  }

  @Test
  void oneUrlForAllArticlesIsNotBelieved() throws IOException {
    String wrong = "<link rel=canonical href='/2026/03/all-of-our-news-at-once'>";
    page("/2026/03/a-tale-of-water", "water", wrong, "");
    page("/2026/03/a-tale-of-fire", "fire", wrong, "");
    page("/2026/03/a-tale-of-air", "air", wrong, "");

    run("");
    later(Duration.ofHours(7));
    Report second = run("");

    assertThat(records()).hasSize(3);
    assertThat(records().stream().map(r -> r.get("id").stringValue()).distinct()).hasSize(3);
    assertThat(second.delivered()).isZero();
  }

  @Test
  void aCorrectionIsARevisionOfTheSameRecord() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "", "");
    run("");
    press.pages.put(HOST + "/2026/03/a-tale-of-water", html("water", "", words("water", 9)));
    later(Duration.ofHours(2));

    Report second = run("");
    later(Duration.ofHours(8));
    Report third = run("");

    assertThat(second.totals()).containsOnly(java.util.Map.entry("revised", 1));
    assertThat(third.delivered()).isZero();
    assertThat(records()).hasSize(2);
    assertThat(records().get(1).get("id")).isEqualTo(records().get(0).get("id"));
    assertThat(records().get(1).get("quality").get("flags").toString()).contains("revised");
  }

  @Test
  void anArticleThatMovedAndWasChangedAtOnceIsARevision() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "", "");
    run("");
    press.pages.put(
        HOST + "/2026/03/a-tale-of-water",
        "<meta http-equiv=refresh content='0; url=/news/a-tale-of-water.html'>");
    press.pages.put(HOST + "/news/a-tale-of-water.html", html("water", "", words("water", 9)));
    later(Duration.ofHours(2));

    Report second = run("");

    assertThat(second.totals()).containsOnly(java.util.Map.entry("revised", 1));
    assertThat(records().get(1).get("id")).isEqualTo(records().get(0).get("id"));
  }

  @Test
  void aClockThatWasTwelveHoursAheadStopsNothing() throws IOException {
    page("/2026/03/a-long-tale", "the bridge", "", "");
    Instant right = clock.instant();
    later(Duration.ofHours(12));
    run("");
    clock.set(right.plusSeconds(60));
    page("/2026/03/a-second-tale", "the mill", "", "");

    assertThat(run("").totals()).containsEntry("new", 1);
    assertThat(clock.instant()).isBefore(right.plus(Duration.ofHours(1)));
  }

  @Test
  void aStateThatIsGoneIsToldToAPerson() throws IOException {
    page("/2026/03/a-long-tale", "the bridge", "", "");
    Path state = folder.resolve("w.sqlite");
    List<String> notices = new ArrayList<>();
    WatchListener listener =
        new WatchListener() {
          @Override
          public void notice(String sentence) {
            notices.add(sentence);
          }
        };
    Configuration configuration =
        ConfigurationReader.read(
            "sources:\n  - page: http://gone.test:1/\nstate: w.sqlite\noutputs:\n  - to: a.jsonl\n",
            "w.yaml",
            folder);
    Watch.builder(configuration, clock).listener(listener).open().close();
    assertThat(notices).isEmpty();
    Files.delete(state);

    Watch.builder(configuration, clock).listener(listener).open().close();

    assertThat(notices).hasSize(1).first().asString().contains("w.sqlite is gone or empty");
  }

  @Test
  void aRunWithALimitLeavesTheRestToTheNext() throws IOException {
    for (int i = 0; i < 5; i++) {
      page("/2026/03/a-tale-of-number-" + i, "number " + i, "", "");
    }
    String yaml =
        "sources:\n  - index: "
            + press.url(HOST, "/")
            + "\nvisits:\n  private-addresses: yes\noutputs:\n  - to: a.jsonl\n";
    Fetcher.Builder fetcher =
        Fetcher.builder("test", clock).dns(host -> List.of(InetAddress.getLoopbackAddress()));
    Report first;
    try (Watch watch =
        Watch.builder(ConfigurationReader.read(yaml, "w.yaml", folder), clock)
            .fetcher(fetcher)
            .limit(Duration.ofSeconds(9))
            .waiting(clock)
            .open()) {
      first = watch.runOnce(false);
    }

    assertThat(first.delivered()).isBetween(1, 4);
    assertThat(first.delivered() + run("").delivered()).isEqualTo(5);
  }

  @Test
  void aSourceTakenOutIsLeftAloneUntilItIsBack() throws IOException {
    page("/2026/03/a-tale-of-water", "water", "", "");
    String good = press.pages.put(HOST + "/2026/03/a-tale-of-water", "");
    run("");
    press.pages.put(HOST + "/2026/03/a-tale-of-water", good);
    later(Duration.ofHours(1));
    int before = press.asked.get(HOST).size();
    String other = "sources:\n  - feed: http://gone.test:1/\noutputs:\n  - to: a.jsonl\n";
    try (Watch watch =
        Watch.builder(ConfigurationReader.read(other, "w.yaml", folder), clock)
            .waiting(clock)
            .open()) {
      watch.runOnce(false);
    }

    assertThat(press.asked.get(HOST)).hasSize(before);
    assertThat(run("").delivered()).isEqualTo(1);
  }
}
