package org.coupure.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.HttpUrl;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTargetTest {
  private static final RedirectTarget LANDING = new RedirectTarget();
  private static final HttpUrl HERE = HttpUrl.get("https://a.example/");

  private static List<HttpUrl> trail(String... urls) {
    return List.of(urls).stream().map(HttpUrl::get).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/2024/03/bridge-reopens-monday, https://a.example/",
    "https://a.example/2024/03/bridge-reopens-monday/, https://www.a.example/index.html",
    "https://a.example/news-123456789, https://a.example/en/",
    "https://old.example/bridge-reopens-monday, https://new.example/",
  })
  void lostArticleThatLeadsHomeIsAnError(String asked, String arrived) {
    assertThat(LANDING.check(trail(asked, arrived)))
        .contains(
            new FetchFailure(
                Outcome.EMPTY,
                Reason.ERROR_PAGE,
                "the address leads to the home page, as those of lost pages do"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/, https://www.a.example/",
    "https://a.example/home, https://a.example/",
    "https://a.example/welcome, https://a.example/en/",
    "https://a.example/bridge-reopens-monday, https://a.example/news/bridge-reopens-monday",
    "https://a.example/bridge-reopens-monday, https://a.example/?p=123",
  })
  void otherRedirectsAreFine(String asked, String arrived) {
    assertThat(LANDING.check(trail(asked, arrived))).isEmpty();
  }

  @Test
  void homePageThatWasAskedForIsFine() {
    assertThat(LANDING.check(trail("https://a.example/bridge-reopens-monday"))).isEmpty();
  }

  @Test
  void domainThatLeadsToItsSellerIsParked() {
    assertThat(LANDING.check(trail("http://a.example/x", "https://www.hugedomains.com/p?d=a")))
        .contains(
            new FetchFailure(
                Outcome.EMPTY,
                Reason.PARKED,
                "the domain of a.example is not in use: it leads to www.hugedomains.com"));
  }

  @Test
  void sellersOwnPagesAreNotParked() {
    assertThat(LANDING.check(trail("https://blog.sedo.com/x", "https://sedo.com/blog/x")))
        .isEmpty();
  }

  @Test
  void domainThatShowsItsSellersPageIsParked() {
    String page =
        "<html><head><script>window.onload=function(){window.location.href=\"/lander\"}</script>"
            + "</head><body>a.example</body></html>";

    assertThat(LANDING.check(HERE, page.getBytes(UTF_8)))
        .contains(
            new FetchFailure(
                Outcome.EMPTY,
                Reason.PARKED,
                "the domain of a.example is not in use: it shows the page of"
                    + " window.location.href=\"/lander\""));
  }

  @Test
  void articleAboutParkedDomainsIsNone() {
    String text = "<p>The firm behind sedoparking.com was sold on Monday, it said.</p>".repeat(10);

    assertThat(LANDING.check(HERE, text.getBytes(UTF_8))).isEmpty();
  }
}
