package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.fetch.FetchedCheck.check;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.coupure.article.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
  private static final List<HttpUrl> HERE = List.of(HttpUrl.get("http://a.example/b/c?d"));

  private static final Fetcher FETCHER =
      Fetcher.builder("0.1.0", Clock.systemUTC()).allowPrivate().maxRedirects(3).build();

  @AfterAll
  static void closeFetcher() {
    FETCHER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "http://b.example/x, http://b.example/x",
    "https://b.example/x#part, https://b.example/x",
    "//b.example/x, http://b.example/x",
    "/x, http://a.example/x",
    "x, http://a.example/b/x",
    "?e, http://a.example/b/c?e",
    "../été, http://a.example/%C3%A9t%C3%A9",
    "https://anna:secret@b.example/, https://b.example/",
  })
  void locationIsReadAgainstTheUrl(String location, String next) {
    assertThat(decide(302, location, 10).next()).hasToString(next);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void theseStatusesRedirect(int status) {
    assertThat(decide(status, "/x", 10).next()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 300, 304, 404})
  void theseDoNot(int status) {
    assertThat(decide(status, "/x", 10)).isEqualTo(new Redirects.Hop(null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://b.example/", "data:,x", "http://:80/"})
  void otherSchemesAreRefused(String location) {
    FetchFailure failure = decide(302, location, 10).refusal();

    assertThat(failure.reason()).isEqualTo(Reason.REDIRECTS);
    assertThat(failure.sentence())
        .isEqualTo(
            "redirected to \""
                + location
                + "\", which is not an http or https address: http://a.example/b/c?d");
  }

  @Test
  void noRedirectIsFollowedWhenNoneIsAllowed() {
    assertThat(decide(302, "/x", 0).refusal().sentence())
        .isEqualTo("more than 0 redirects: http://a.example/b/c?d → http://a.example/x");
  }

  @Test
  void pageBearsTheLastUrl() {
    FakeSite.redirect("/r/one", 301, "/r/two");
    FakeSite.redirect("/r/two", 307, FakeSite.url("/r/three"));
    FakeSite.serve("/r/three", "<p>arrived</p>");

    var page = check(FETCHER.fetch(FakeSite.url("/r/one"))).text("<p>arrived</p>").page();

    assertThat(page.url()).isEqualTo(FakeSite.url("/r/three"));
    assertThat(page.source()).isEqualTo(FakeSite.url("/r/one"));
  }

  @Test
  void asManyAsAllowedAreFollowed() {
    FakeSite.redirect("/n/0", 302, "/n/1");
    FakeSite.redirect("/n/1", 302, "/n/2");
    FakeSite.redirect("/n/2", 302, "/n/3");
    FakeSite.serve("/n/3", "<p>third</p>");

    check(FETCHER.fetch(FakeSite.url("/n/0"))).text("<p>third</p>");
  }

  @Test
  void oneMoreIsTooMany() {
    for (int i = 0; i < 9; i++) {
      FakeSite.redirect("/many-hops/" + i, 302, "/many-hops/" + (i + 1));
    }
    String base = FakeSite.url("/many-hops/");

    check(FETCHER.fetch(base + 0))
        .failed(
            Reason.REDIRECTS,
            "more than 3 redirects: %s0 → %s1 → %s2 → %s3 → %s4".replace("%s", base));
  }

  @Test
  void circleIsTold() {
    FakeSite.redirect("/loop/a", 302, "/loop/b");
    FakeSite.redirect("/loop/b", 302, "/loop/a");
    String base = FakeSite.url("/loop/");

    check(FETCHER.fetch(base + "a"))
        .failed(
            Reason.REDIRECTS,
            "redirected in a circle, as sites do that insist on cookies (`cookies: keep` in a rule): %sa → %sb → %sa"
                .replace("%s", base));
  }

  @Test
  void redirectWithoutLocationIsTold() {
    FakeSite.serve("/lost", 302, Map.of(), new byte[0]);

    check(FETCHER.fetch(FakeSite.url("/lost")))
        .failed(
            Reason.REDIRECTS,
            "status 302 is a redirect, but says no Location: " + FakeSite.url("/lost"));
  }

  @Test
  void failureSaysHowItGotThere() {
    FakeSite.redirect("/gone/a", 302, "/gone/b");
    FakeSite.serve("/gone/b", 410, Map.of(), new byte[0]);

    check(FETCHER.fetch(FakeSite.url("/gone/a")))
        .failed(
            Reason.HTTP_STATUS,
            "status 410 Gone (after redirects: "
                + FakeSite.url("/gone/a")
                + " → "
                + FakeSite.url("/gone/b")
                + ")");
  }

  @Test
  void redirectsShareOneTimeout() throws IOException {
    try (RawServer silent = RawServer.sayingAndHolding("");
        Fetcher fetcher =
            Fetcher.builder("0.1.0", Clock.systemUTC())
                .allowPrivate()
                .callTimeout(Duration.ofMillis(300))
                .build()) {
      FakeSite.redirect("/to-silence", 302, silent.url());

      check(fetcher.fetch(FakeSite.url("/to-silence")))
          .failed(
              Reason.TIMEOUT,
              "no whole answer within 300 ms (after redirects: "
                  + FakeSite.url("/to-silence")
                  + " → "
                  + silent.url()
                  + ")");
    }
  }

  @Test
  void bodyOfARedirectIsNotThePage() throws IOException {
    FakeSite.serve("/after", "<p>after</p>");
    String answer =
        "HTTP/1.1 302 Found\r\nLocation: " + FakeSite.url("/after") + "\r\n\r\n<p>Moved</p>";
    try (RawServer server = RawServer.saying(answer)) {
      check(FETCHER.fetch(server.url())).text("<p>after</p>");
    }
  }

  private static Redirects.Hop decide(int status, @Nullable String location, int limit) {
    return Redirects.decide(HERE, status, location, limit, url -> false);
  }
}
