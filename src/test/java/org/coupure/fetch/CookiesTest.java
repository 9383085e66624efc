package org.coupure.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coupure.fetch.FetchedCheck.check;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookiesTest {
  private static final String FILE =
      """
      # Netscape HTTP Cookie File

      .a.example\tTRUE\t/\tFALSE\t0\tabo\t42
      #HttpOnly_b.example\tFALSE\t/news\tTRUE\t4102444800\tkey\ta=b
      """;

  @TempDir Path folder;

  private List<Cookie> read(String text) throws IOException {
    return CookieFile.read(Files.writeString(folder.resolve("cookies.txt"), text));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/, abo=42",
    "http://www.a.example/x, abo=42",
    "https://b.example/news/1, key=a=b",
    "http://b.example/news/1,",
    "https://b.example/,",
    "https://www.b.example/news/1,",
    "https://xa.example/,",
  })
  void broughtCookiesGoWhereTheyBelong(String url, String sent) throws IOException {
    SessionCookies sessionCookies = new SessionCookies(read(FILE), host -> false);

    String joined =
        sessionCookies.loadForRequest(HttpUrl.get(url)).stream()
            .map(cookie -> cookie.name() + "=" + cookie.value())
            .reduce((a, b) -> a + "; " + b)
            .orElse(null);
    assertThat(joined).isEqualTo(sent);
  }

  @Test
  void allBrokenLinesAreNamedAndNoValues() {
    String broken =
        "a.example TRUE / FALSE 0 abo secret\n# fine\nb\tTRUE\t/\tFALSE\tx\tn\tsecret\n";
    Path file = folder.resolve("cookies.txt");
    String expected =
        ": expected domain, TRUE or FALSE, path, TRUE or FALSE, a number, name and value, with tabs"
            + " between";

    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ":1" + expected + "\n" + file + ":3" + expected);
  }

  @Test
  void siteThatInsistsOnACookieIsReadWhereItIsKept() throws IOException {
    try (RawServer server = insisting();
        Fetcher forgetful = builder().build()) {
      check(forgetful.fetch(server.url()))
          .failed(
              Reason.REDIRECTS,
              "redirected in a circle, as sites do that insist on cookies (`cookies: keep` in a rule): "
                  + server.url()
                  + " → "
                  + server.url());
    }
    try (RawServer server = insisting();
        Fetcher keeping = builder().keepCookies(host -> host.equals("127.0.0.1")).build()) {
      check(keeping.fetch(server.url())).text("<p>x</p>");
      assertThat(server.heads().get(1)).contains("Cookie: seen=1");
    }
  }

  @Test
  void siteThatSetsCookiesForEverEndsInTooManyRedirects() throws IOException {
    String again =
        "HTTP/1.1 302 Found\r\nSet-Cookie: a=1\r\nLocation: /page\r\nConnection: close\r\n\r\n";
    try (RawServer server = RawServer.of((socket, out) -> out.write(again.getBytes(UTF_8)));
        Fetcher keeping = builder().keepCookies(host -> true).maxRedirects(3).build()) {
      assertThat(check(keeping.fetch(server.url())).clip().detail())
          .startsWith("more than 3 redirects: ");
    }
  }

  @Test
  void ownHeadersStayAtTheHostTheyAreFor() {
    String here = "http://a.example:" + FakeSite.port();
    FakeSite.redirect("/own-headers", 302, "/own-headers/next");
    FakeSite.redirect("/own-headers/next", 302, FakeSite.url("/own-headers/elsewhere"));
    FakeSite.serve("/own-headers/elsewhere", "<p>x</p>");
    try (Fetcher fetcher =
        builder().dns(host -> List.of(InetAddress.getLoopbackAddress())).build()) {
      fetcher.fetch(
          Request.page(here + "/own-headers").withHeaders(Map.of("Authorization", "Bearer 1")));
    }

    assertThat(FakeSite.onlyRequest("/own-headers/next").getHeader("Authorization"))
        .isEqualTo("Bearer 1");
    assertThat(FakeSite.onlyRequest("/own-headers/elsewhere").getHeader("Authorization")).isNull();
  }

  private static Fetcher.Builder builder() {
    return Fetcher.builder("0.1.0", Clock.systemUTC()).allowPrivate();
  }

  private static RawServer insisting() throws IOException {
    return RawServer.sayingInTurn(
        "HTTP/1.1 302 Found\r\nSet-Cookie: seen=1\r\nLocation: /page\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<p>x</p>");
  }
}
