package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coupure.fetch.FetchedCheck.check;

import java.io.IOException;
import java.net.Proxy;
import java.time.Clock;
import java.util.Map;
import org.coupure.article.Reason;
import org.coupure.fetch.ProxyChoice.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyChoiceTest {
  private static final String PAGE =
      "HTTP/1.1 200 OK\r\nContent-Length: 17\r\nConnection: close\r\n\r\n<p>by a proxy</p>";

  private static String chosen(Map<String, String> environment, String scheme) {
    Gateway gateway = ProxyChoice.from(environment).choose(scheme, "example.com", 80);
    return gateway == null ? "none" : gateway.host() + ":" + gateway.port();
  }

  @Test
  void eachSchemeHasItsProxy() {
    Map<String, String> both =
        Map.of("HTTP_PROXY", "http://plain:3128", "HTTPS_PROXY", "http://secure:3129/");

    assertThat(chosen(both, "http")).isEqualTo("plain:3128");
    assertThat(chosen(both, "https")).isEqualTo("secure:3129");
    assertThat(chosen(Map.of("HTTP_PROXY", "plain:3128"), "https")).isEqualTo("none");
  }

  @Test
  void oneProxyMayServeAll() {
    Map<String, String> all = Map.of("ALL_PROXY", "any:1", "https_proxy", "secure:2");

    assertThat(chosen(all, "http")).isEqualTo("any:1");
    assertThat(chosen(all, "https")).isEqualTo("secure:2");
  }

  @Test
  void lowerCaseWinsAndEmptyIsUnset() {
    assertThat(chosen(Map.of("http_proxy", "low:1", "HTTP_PROXY", "up:2"), "http"))
        .isEqualTo("low:1");
    assertThat(chosen(Map.of("HTTP_PROXY", " "), "http")).isEqualTo("none");
    assertThat(ProxyChoice.from(Map.of("HTTP_PROXY", "")).isEmpty()).isTrue();
  }

  @Test
  void proxyHasAKindAPortAndAPassword() {
    Gateway socks =
        ProxyChoice.from(Map.of("ALL_PROXY", "socks5h://anna:se%40cret@gate"))
            .choose("http", "example.com", 80);

    assertThat(socks.proxy().type()).isEqualTo(Proxy.Type.SOCKS);
    assertThat(socks.port()).isEqualTo(1080);
    assertThat(socks.userInfo()).isEqualTo("anna:se@cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://gate:1", "http://", "not a proxy", "ftp://gate:1", "http://:80"})
  void whatIsNoProxyIsSaidWithoutItsPassword(String value) {
    assertThatThrownBy(() -> ProxyChoice.from(Map.of("HTTPS_PROXY", value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HTTPS_PROXY: expected a proxy such as http://host:port or socks5://host:port");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                      | example.com      | 80  | false",
        "''                      | localhost        | 80  | true",
        "''                      | a.localhost      | 80  | true",
        "''                      | 127.3.2.1        | 80  | true",
        "''                      | ::1              | 80  | true",
        "*                       | example.com      | 80  | true",
        "example.com             | example.com      | 80  | true",
        "example.com             | EXAMPLE.COM      | 80  | true",
        "example.com             | www.example.com  | 80  | true",
        "example.com             | notexample.com   | 80  | false",
        ".example.com            | www.example.com  | 80  | true",
        "*.example.com           | www.example.com  | 80  | true",
        "EXAMPLE.COM             | www.example.com  | 80  | true",
        "a.org, example.com      | example.com      | 80  | true",
        "a.org example.com       | example.com      | 80  | true",
        "example.com:8080        | example.com      | 80  | false",
        "example.com:8080        | example.com      | 8080| true",
        "10.0.0.1                | 10.0.0.1         | 80  | true",
        "0.0.1                   | 10.0.0.1         | 80  | false",
        "10.0.0.0/8              | 10.200.3.4       | 80  | true",
        "10.0.0.0/8              | 11.0.0.1         | 80  | false",
        "192.168.4.0/22          | 192.168.7.255    | 80  | true",
        "192.168.4.0/22          | 192.168.8.0      | 80  | false",
        "0.0.0.0/0               | 8.8.8.8          | 80  | true",
        "0.0.0.0/0               | example.com      | 80  | false",
        "10.0.0.0/99             | 10.0.0.1         | 80  | false",
        "300.0.0.0/8             | 44.0.0.1         | 80  | false",
        "fe80::1                 | fe80::1          | 80  | true",
        "[fe80::1]:81            | fe80::1          | 81  | true",
        "[fe80::1]:81            | [fe80::1]        | 80  | false",
      })
  void exceptionsGoDirectly(String list, String host, int port, boolean direct) {
    assertThat(ProxyExceptions.parse(list).cover(host, port)).isEqualTo(direct);
  }

  @Test
  void fetchGoesThroughTheProxy() throws IOException {
    try (RawServer proxy = RawServer.saying(PAGE);
        Fetcher fetcher = fetcher(Map.of("HTTP_PROXY", "127.0.0.1:" + proxy.port()))) {
      check(fetcher.fetch("http://nowhere.example/a?b")).text("<p>by a proxy</p>");

      assertThat(proxy.heads()).hasSize(1);
      assertThat(proxy.heads().get(0)).startsWith("GET http://nowhere.example/a?b HTTP/1.1");
    }
  }

  @Test
  void fetchOfAnExceptionDoesNot() throws IOException {
    FakeSite.serve("/direct", "<p>direct</p>");
    try (RawServer proxy = RawServer.saying(PAGE);
        Fetcher fetcher = fetcher(Map.of("HTTP_PROXY", "127.0.0.1:" + proxy.port()))) {
      check(fetcher.fetch(FakeSite.url("/direct"))).text("<p>direct</p>");

      assertThat(proxy.heads()).isEmpty();
    }
  }

  @Test
  void proxyIsToldItsPasswordWhenItAsks() throws IOException {
    String ask =
        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
            + "Content-Length: 0\r\nConnection: close\r\n\r\n";
    try (RawServer proxy = RawServer.sayingInTurn(ask, PAGE);
        Fetcher fetcher = fetcher(Map.of("HTTP_PROXY", "anna:secret@127.0.0.1:" + proxy.port()))) {
      check(fetcher.fetch("http://nowhere.example/")).text("<p>by a proxy</p>");

      // printf 'anna:secret' | base64
      assertThat(proxy.heads().get(1)).contains("Proxy-Authorization: Basic YW5uYTpzZWNyZXQ=");
    }
  }

  @Test
  void proxyThatRefusesIsForbidden() throws IOException {
    String ask = "HTTP/1.1 407 Who\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    try (RawServer proxy = RawServer.saying(ask);
        Fetcher fetcher = fetcher(Map.of("HTTP_PROXY", "127.0.0.1:" + proxy.port()))) {
      check(fetcher.fetch("http://nowhere.example/"))
          .blocked(
              Reason.FORBIDDEN,
              "status 407 Proxy Authentication Required; the server refuses this visitor");
    }
  }

  private static Fetcher fetcher(Map<String, String> environment) {
    return Fetcher.builder("0.1.0", Clock.systemUTC()).allowPrivate().proxies(environment).build();
  }
}
