package org.coupure.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.fetch.FetchedCheck.check;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coupure.article.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliteFetcherTest {
  private static final Instant START = Instant.parse("2026-03-29T01:30:00Z");

  private final FakeTime time = new FakeTime();
  private final VirtualSites sites = new VirtualSites();
  private final PoliteFetcher fetcher = polite(Politeness.DEFAULT, HostMemory.NONE);

  private PoliteFetcher polite(Politeness politeness, HostMemory memory) {
    return builder().manners(politeness).memory(memory).build();
  }

  private PoliteFetcher.Builder builder() {
    Fetcher plain =
        Fetcher.builder("0.1.0", time)
            .allowPrivate()
            .dns(host -> List.of(InetAddress.getLoopbackAddress()))
            .build();
    return PoliteFetcher.builder(plain).chance(() -> 0.5).sleeper(time);
  }

  @BeforeEach
  void startSites() throws Exception {
    sites.start();
  }

  @AfterEach
  void close() throws Exception {
    fetcher.close();
    sites.close();
  }

  private Fetched page(String url) {
    return fetcher.fetch(Request.page(sites.url(url)));
  }

  @Test
  void asksForRobotsFirstAndRestsBeforeThePage() {
    sites.serve("a.example/robots.txt", 404, "");
    sites.serve("a.example/page", 200, "<p>x</p>");

    check(page("a.example/page")).text("<p>x</p>");

    assertThat(sites.asked()).containsExactly("a.example/robots.txt", "a.example/page");
    assertThat(time.waits()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void robotsIsAskedForOnceADay() {
    sites.serve("a.example/robots.txt", 200, "User-agent: *\nDisallow: /secret\n");
    sites.serve("a.example/page", 200, "<p>x</p>");

    page("a.example/page");
    page("a.example/page");
    time.pass(Duration.ofHours(24));
    page("a.example/page");

    assertThat(sites.asked())
        .containsExactly(
            "a.example/robots.txt",
            "a.example/page",
            "a.example/page",
            "a.example/robots.txt",
            "a.example/page");
  }

  @Test
  void whatRobotsForbidsIsNotAskedFor() {
    sites.serve("a.example/robots.txt", 200, "User-agent: coupure\nDisallow: /secret\n");

    check(page("a.example/secret/1"))
        .blocked(
            Reason.ROBOTS,
            sites.url("a.example/robots.txt") + " forbids " + sites.url("a.example/secret/1"));
    assertThat(sites.asked()).containsExactly("a.example/robots.txt");
  }

  @ParameterizedTest
  @CsvSource({"401", "403", "404", "410", "451"})
  void robotsThatIsNotThereAllowsAll(int status) {
    sites.serve("a.example/robots.txt", status, "User-agent: *\nDisallow: /\n");
    sites.serve("a.example/page", 200, "<p>x</p>");

    check(page("a.example/page")).text("<p>x</p>");
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "503", "504", "599"})
  void robotsThatCannotBeHadForbidsAll(int status) {
    sites.serve("a.example/robots.txt", status, "");

    check(page("a.example/page"))
        .blocked(
            Reason.ROBOTS,
            sites.url("a.example/robots.txt")
                + " could not be had at 2026-03-29T01:30:00Z, which forbids all");
  }

  @Test
  void rateLimitOnRobotsForbidsAndIsNotKept() {
    sites.serve("a.example/robots.txt", 429, Map.of("Retry-After", "30"), "");
    Fetched first = page("a.example/page");
    sites.serve("a.example/robots.txt", 404, "");
    sites.serve("a.example/page", 200, "<p>x</p>");

    Fetched second = page("a.example/page");

    check(first)
        .blocked(
            Reason.RATE_LIMITED,
            "its robots.txt could not be read: status 429 Too Many Requests; the server asks to"
                + " come back after 2026-03-29T01:30:30Z, in 30 s");
    check(second).text("<p>x</p>");
    assertThat(time.waits()).containsExactly(Duration.ofMillis(30_500), Duration.ofSeconds(1));
  }

  @Test
  void redirectTakesItsTurnAndIsCheckedAgainstItsOwnRobots() {
    sites.serve("a.example/robots.txt", 404, "");
    sites.serve("a.example/page", 302, Map.of("Location", sites.url("b.example/secret")), "");
    sites.serve("b.example/robots.txt", 200, "User-agent: *\nDisallow: /secret\n");

    check(page("a.example/page"))
        .blocked(
            Reason.ROBOTS,
            sites.url("b.example/robots.txt") + " forbids " + sites.url("b.example/secret"));
    assertThat(sites.asked())
        .containsExactly("a.example/robots.txt", "a.example/page", "b.example/robots.txt");
  }

  @Test
  void crawlDelayIsKeptUpToTheCap() {
    sites.serve("a.example/robots.txt", 200, "User-agent: *\nCrawl-delay: 7\n");
    sites.serve("b.example/robots.txt", 200, "User-agent: *\nCrawl-delay: 86400\n");
    for (String host : List.of("a", "b")) {
      sites.serve(host + ".example/page", 200, "<p>x</p>");
      page(host + ".example/page");
      page(host + ".example/page");
    }

    assertThat(time.waits())
        .containsExactly(
            Duration.ofSeconds(7),
            Duration.ofSeconds(7),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));
  }

  @Test
  void crawlDelayIsNotedDownBeforeTheAnswerComes() {
    sites.serve("a.example/robots.txt", 200, "User-agent: *\nCrawl-delay: 20\n");
    sites.serve("a.example/page", 200, "<p>x</p>");
    page("a.example/page");
    time.pass(Duration.ofSeconds(30));

    HostGate gate = fetcher.gate();
    assertThat(gate.enter("a.example", Politeness.DEFAULT, Duration.ofSeconds(20))).isEmpty();
    assertThat(gate.next("a.example")).isEqualTo(time.instant().plusSeconds(20));
  }

  @Test
  void aClockThatIsPutBackMakesNoWaitLonger() {
    HostGate gate = fetcher.gate();
    assertThat(gate.enter("a.example", Politeness.DEFAULT, Duration.ofSeconds(20))).isEmpty();
    time.pass(Duration.ofHours(-1));

    gate.clockPutBack(Duration.ofHours(1));

    assertThat(gate.next("a.example")).isEqualTo(time.instant().plusSeconds(20));
  }

  @Test
  void hostThatAsksForALongPauseIsPostponedAtOnce() {
    sites.serve("a.example/robots.txt", 404, "");
    sites.serve("a.example/page", 503, Map.of("Retry-After", "3600"), "");
    page("a.example/page");

    Fetched second = page("a.example/page");

    check(second)
        .failed(
            Reason.POSTPONED,
            "a.example is left alone until 2026-03-29T02:30:01Z; its last visit failed:"
                + " rate-limited");
    assertThat(((Fetched.Refused) second).comeBack()).isEqualTo("2026-03-29T02:30:01.500Z");
    assertThat(fetcher.gate().next("a.example")).isEqualTo("2026-03-29T02:30:01.500Z");
  }

  @Test
  void visitSaysWhenToGoOnInsteadOfWaiting() {
    sites.serve("a.example/robots.txt", 404, "");
    sites.serve("a.example/page", 200, "<p>x</p>");
    HttpExchange exchange = fetcher.visit(Request.page(sites.url("a.example/page")));

    assertThat(exchange.proceed()).contains(START.plusSeconds(1));
    assertThat(exchange.proceed()).contains(START.plusSeconds(1));
    time.pass(Duration.ofSeconds(1));
    assertThat(exchange.proceed()).isEqualTo(Optional.empty());

    check(exchange.result()).text("<p>x</p>");
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void unchangedPageIsSaidToBe() {
    sites.serve("a.example/robots.txt", 404, "");
    sites.serve("a.example/page", 304, Map.of("ETag", "\"2\""), "");
    Request request =
        Request.page(sites.url("a.example/page"))
            .withValidators(new Validators("\"1\"", "Sun, 29 Mar 2026 01:00:00 GMT"));

    assertThat(fetcher.fetch(request))
        .isEqualTo(
            new Fetched.NotModified(
                sites.url("a.example/page"),
                new Validators("\"2\"", "Sun, 29 Mar 2026 01:00:00 GMT"),
                Duration.ZERO));
    assertThat(sites.header("a.example/page", "If-None-Match")).isEqualTo("\"1\"");
    assertThat(sites.header("a.example/page", "If-Modified-Since"))
        .isEqualTo("Sun, 29 Mar 2026 01:00:00 GMT");
  }

  @Test
  void robotsIsLeftAloneWhereTheMannersSaySo() {
    sites.serve("a.example/page", 200, "<p>x</p>");
    Politeness rude = Politeness.DEFAULT.withRobots(Politeness.Robots.IGNORE);

    try (PoliteFetcher ignoring = polite(rude, HostMemory.NONE)) {
      check(ignoring.fetch(Request.page(sites.url("a.example/page")))).text("<p>x</p>");
    }

    assertThat(sites.asked()).containsExactly("a.example/page");
  }

  @Test
  void urlThatIsNoneEndsAtOnce() {
    check(fetcher.fetch(Request.page("example.com")))
        .failed(
            Reason.BAD_URL,
            "\"example.com\" is not an absolute http or https address; did you mean"
                + " https://example.com?");
  }

  @Test
  void robotsBodyIsReadAsUtf8() {
    String robots = "User-agent: *\nDisallow: /caf\u00e9\n";
    sites.serve("a.example/robots.txt", 200, Map.of(), robots.getBytes(UTF_8));

    assertThat(check(page("a.example/caf\u00e9")).clip().reason()).isEqualTo(Reason.ROBOTS);
  }

  @Test
  void stormOfRefusalsIsMetWithEverLongerPauses() {
    Politeness patient = Politeness.DEFAULT.withPatience(Duration.ofDays(2));
    sites.serve("a.example/robots.txt", 404, "");
    sites.serve("a.example/page", 429, "");
    try (PoliteFetcher waiting = polite(patient, HostMemory.NONE)) {
      for (int i = 0; i < 20; i++) {
        waiting.fetch(Request.page(sites.url("a.example/page")));
      }
      sites.serve("a.example/page", 200, "<p>x</p>");

      check(waiting.fetch(Request.page(sites.url("a.example/page")))).text("<p>x</p>");
    }

    assertThat(time.waits().subList(0, 5))
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            Duration.ofSeconds(80));
    // A day later robots.txt is asked for again first.
    assertThat(time.waits()).endsWith(Duration.ofDays(1), Duration.ofSeconds(1));
  }

  @Test
  void tdmFileIsReadOnceADayWhereWanted() {
    sites.serve("a.example/robots.txt", 404, "");
    sites.serve(
        "a.example/.well-known/tdmrep.json",
        200,
        "[{\"location\": \"/\", \"tdm-reservation\": 1}]");
    sites.serve("a.example/page", 200, "<p>x</p>");
    try (PoliteFetcher reading = builder().readTdmFiles().build()) {
      Request page = Request.page(sites.url("a.example/page"));
      reading.fetch(page);

      assertThat(check(reading.fetch(page)).page().rights().tdmReservation()).isTrue();
    }
    assertThat(sites.asked())
        .containsExactly(
            "a.example/robots.txt",
            "a.example/.well-known/tdmrep.json",
            "a.example/page",
            "a.example/page");
  }

  @Test
  void tdmFileSurvivesInTheMemory() {
    Map<String, TdmFile> kept = new HashMap<>();
    HostMemory memory =
        new HostMemory() {
          @Override
          public Optional<TdmFile> reservations(String origin) {
            return Optional.ofNullable(kept.get(origin));
          }

          @Override
          public void keep(String origin, TdmFile file) {
            kept.put(origin, file);
          }
        };
    sites.serve("a.example/robots.txt", 404, "");
    sites.serve(
        "a.example/.well-known/tdmrep.json",
        200,
        "[{\"location\": \"/\", \"tdm-reservation\": 1}]");
    sites.serve("a.example/page", 200, "<p>x</p>");
    for (int run = 0; run < 2; run++) {
      try (PoliteFetcher reading = builder().memory(memory).readTdmFiles().build()) {
        Fetched fetched = reading.fetch(Request.page(sites.url("a.example/page")));
        assertThat(check(fetched).page().rights().tdmReservation()).isTrue();
      }
    }

    assertThat(sites.asked()).containsOnlyOnce("a.example/.well-known/tdmrep.json");
  }

  @Test
  void stateSurvivesInTheMemory() {
    Map<String, HostState> kept = new HashMap<>();
    Map<String, RobotsFile> files = new HashMap<>();
    HostMemory memory =
        new HostMemory() {
          @Override
          public Optional<HostState> state(String host) {
            return Optional.ofNullable(kept.get(host));
          }

          @Override
          public void keep(String host, HostState state) {
            kept.put(host, state);
          }

          @Override
          public Optional<RobotsFile> robots(String origin) {
            return Optional.ofNullable(files.get(origin));
          }

          @Override
          public void keep(String origin, RobotsFile file) {
            files.put(origin, file);
          }
        };
    sites.serve("a.example/robots.txt", 200, "User-agent: *\nDisallow: /secret\n");
    sites.serve("a.example/page", 200, "<p>x</p>");
    try (PoliteFetcher before = polite(Politeness.DEFAULT, memory)) {
      before.fetch(Request.page(sites.url("a.example/page")));
    }

    try (PoliteFetcher after = polite(Politeness.DEFAULT, memory)) {
      assertThat(after.gate().next("a.example")).isEqualTo(START.plusSeconds(2));
      after.fetch(Request.page(sites.url("a.example/page")));
      check(after.fetch(Request.page(sites.url("a.example/secret"))));
    }
    assertThat(sites.asked())
        .containsExactly("a.example/robots.txt", "a.example/page", "a.example/page");
  }

  @Test
  void oldRobotsStandsWhileTheServerIsInTrouble() {
    sites.serve("a.example/robots.txt", 200, "User-agent: *\nDisallow: /secret\n");
    sites.serve("a.example/page", 200, "<p>x</p>");
    page("a.example/page");
    time.pass(Duration.ofDays(2));
    sites.serve("a.example/robots.txt", 503, "");

    check(page("a.example/page")).text("<p>x</p>");
    assertThat(check(page("a.example/secret")).clip().reason()).isEqualTo(Reason.ROBOTS);
  }

  @ParameterizedTest
  @CsvSource({
    "https://WWW.Example.com:8080/x, example.com",
    "http://example.com./, example.com",
    "http://news.example.com/, news.example.com",
    "nonsense, ''",
  })
  void hostIsNamedOnceForOneMachine(String url, String host) {
    assertThat(HostGate.host(url)).isEqualTo(host);
  }
}
