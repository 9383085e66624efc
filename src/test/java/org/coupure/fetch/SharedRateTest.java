package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.fetch.FetchedCheck.check;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In real time, since threads race in real time only; the pauses are short. */
class SharedRateTest {
  private static final Duration DELAY = Duration.ofMillis(40);

  /** What the two clocks may differ by, that of the fetcher and that of the server. */
  private static final Duration SKEW = Duration.ofMillis(2);

  @Test
  @Timeout(60)
  void manyJobsTogetherKeepThePauseAtEachHost() throws Exception {
    List<Future<Fetched>> all = new ArrayList<>();
    ExecutorService jobs = Executors.newFixedThreadPool(12);
    try (VirtualSites sites = new VirtualSites();
        PoliteFetcher fetcher = fetcher()) {
      sites.start();
      for (int i = 0; i < 45; i++) {
        String host = List.of("a.example", "www.a.example", "b.example").get(i % 3);
        sites.serve(host + "/" + i, i % 5 == 4 ? 302 : 200, Map.of("Location", "/"), "x");
        sites.serve(host + "/", 200, "x");
        String url = sites.url(host + "/" + i);
        all.add(jobs.submit(() -> fetcher.fetch(Request.page(url))));
      }
      for (Future<Fetched> fetched : all) {
        check(fetched.get()).text("x");
      }

      assertThat(sites.shortestRest("b.example")).isGreaterThan(DELAY.minus(SKEW));
      assertThat(sites.shortestRest("a.example")).isGreaterThan(DELAY.minus(SKEW));
      assertThat(sites.shortestRest("www.a.example")).isGreaterThan(DELAY.minus(SKEW));
      assertThat(sites.asked()).hasSize(45 + 9 + 3);
    } finally {
      jobs.shutdownNow();
    }
  }

  private static PoliteFetcher fetcher() {
    Fetcher plain =
        Fetcher.builder("0.1.0", Clock.systemUTC())
            .allowPrivate()
            .dns(host -> List.of(InetAddress.getLoopbackAddress()))
            .build();
    return PoliteFetcher.builder(plain).manners(Politeness.DEFAULT.withDelay(DELAY)).build();
  }
}
