package org.coupure.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coupure.fetch.FetchedCheck.check;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.coupure.article.Article;
import org.coupure.article.Outcome;
import org.coupure.article.Reason;
import org.coupure.page.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
  private static final Instant NOW = Instant.parse("2026-03-29T01:30:00.250Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Fetcher FETCHER = builder().build();

  private static Fetcher.Builder builder() {
    return Fetcher.builder("0.1.0", CLOCK).allowPrivate();
  }

  private static Fetched fetchWith(Fetcher.Builder builder, String url) {
    try (Fetcher fetcher = builder.build()) {
      return fetcher.fetch(url);
    }
  }

  @AfterAll
  static void closeFetcher() {
    FETCHER.close();
  }

  @Test
  void givesThePageAsItWasSent() {
    FakeSite.serve("/plain", "<p>Le marché rouvre</p>");

    Fetched.Answered answered = check(FETCHER.fetch(FakeSite.url("/plain"))).answered();

    Page page = answered.page();
    assertThat(page.bytes()).isEqualTo("<p>Le marché rouvre</p>".getBytes(UTF_8));
    assertThat(page.url()).isEqualTo(FakeSite.url("/plain"));
    assertThat(page.source()).isEqualTo(FakeSite.url("/plain"));
    assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(page.captured()).isEqualTo("2026-03-29T01:30:00Z");
    assertThat(page.id()).isNull();
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.headers())
        .containsEntry("content-type", List.of("text/html; charset=utf-8"));
  }

  @Test
  void tellsServersWhoAsks() {
    FakeSite.serve("/agent", "<p>x</p>");

    FETCHER.fetch(FakeSite.url("/agent"));

    var request = FakeSite.onlyRequest("/agent");
    assertThat(request.getHeader("User-Agent"))
        .isEqualTo("Coupure/0.1.0 (+https://github.com/coupure/coupure)");
    assertThat(request.getHeader("Accept-Encoding")).isEqualTo("gzip, br, deflate");
    assertThat(request.getHeader("Accept"))
        .isEqualTo("text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.5");
  }

  @Test
  void tellsServersHowToReachThePerson() {
    FakeSite.serve("/contact", "<p>x</p>");

    fetchWith(builder().contact("archive@example.org"), FakeSite.url("/contact"));

    assertThat(FakeSite.onlyRequest("/contact").getHeader("User-Agent"))
        .isEqualTo("Coupure/0.1.0 (+https://github.com/coupure/coupure; archive@example.org)");
  }

  @Test
  void sendsTheUserAgentOneSets() {
    FakeSite.serve("/own-agent", "<p>x</p>");

    fetchWith(builder().userAgent("Presse/2 (revue)"), FakeSite.url("/own-agent"));

    assertThat(FakeSite.onlyRequest("/own-agent").getHeader("User-Agent"))
        .isEqualTo("Presse/2 (revue)");
  }

  @Test
  void refusalCarriesStubOfRecord() {
    Article stub = check(FETCHER.fetch("example.com")).clip().article();

    // printf 'example.com' | sha256sum
    assertThat(stub.id())
        .isEqualTo("a379a6f6eeafb9a55e378c118034e2751e682fab9f2d30ab13d2125586ce1947");
    assertThat(stub.place().url()).isEqualTo("example.com");
    assertThat(stub.provenance().source()).isEqualTo("example.com");
    assertThat(stub.provenance().version()).isEqualTo("0.1.0");
    assertThat(stub.body()).isEmpty();
  }

  @Test
  void emptyAnswerIsAPageForTheClipperToJudge() {
    FakeSite.serve("/nothing", 204, Map.of(), new byte[0]);

    assertThat(check(FETCHER.fetch(FakeSite.url("/nothing"))).page().bytes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | FAILED  | HTTP_STATUS | status 404 Not Found",
        "410 | FAILED  | HTTP_STATUS | status 410 Gone",
        "500 | FAILED  | HTTP_STATUS | status 500 Internal Server Error",
        "503 | FAILED  | HTTP_STATUS | status 503 Service Unavailable",
        "599 | FAILED  | HTTP_STATUS | status 599",
        "401 | BLOCKED | FORBIDDEN   | status 401 Unauthorized; the server refuses this visitor",
        "403 | BLOCKED | FORBIDDEN   | status 403 Forbidden; the server refuses this visitor",
        "407 | BLOCKED | FORBIDDEN   | status 407 Proxy Authentication Required; the server refuses"
            + " this visitor",
        "451 | BLOCKED | FORBIDDEN   | status 451 Unavailable For Legal Reasons; the server refuses"
            + " this visitor",
      })
  void statusDecidesTheOutcome(int status, String outcome, Reason reason, String detail) {
    FakeSite.serve("/status/" + status, status, Map.of(), "<p>Sorry</p>".getBytes(UTF_8));

    var clip = check(FETCHER.fetch(FakeSite.url("/status/" + status))).clip();

    assertThat(clip.detail()).isEqualTo(detail);
    assertThat(clip.outcome()).hasToString(outcome);
    assertThat(clip.reason()).isEqualTo(reason);
  }

  @Test
  void rateLimitSaysWhenToComeBack() {
    FakeSite.serve("/slow-down", 429, Map.of("Retry-After", "120"), new byte[0]);

    check(FETCHER.fetch(FakeSite.url("/slow-down")))
        .blocked(
            Reason.RATE_LIMITED,
            "status 429 Too Many Requests; the server asks to come back after"
                + " 2026-03-29T01:32:00Z, in 120 s");
  }

  @Test
  void pdfIsRefusedBeforeItsBodyComes() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 900\r\n\r\n";
    try (RawServer server = RawServer.sayingAndHolding(head)) {
      check(FETCHER.fetch(server.url()))
          .failed(Reason.BINARY, "the answer is \"application/pdf\", not a page of text");
    }
  }

  @Test
  void announcedSizeIsBelieved() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 20000001\r\n\r\n";
    try (RawServer server = RawServer.sayingAndHolding(head)) {
      check(FETCHER.fetch(server.url()))
          .failed(
              Reason.TOO_LARGE, "the body is larger (20000001) than the limit of 20000000 bytes");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, cf-mitigated, challenge",
    "403, CF-Mitigated, challenge",
    "202, x-amzn-waf-action, challenge",
    "403, x-dd-b, 1",
  })
  void challengeIsTold(int status, String header, String value) {
    String path = "/challenge/" + status + header;
    FakeSite.serve(path, status, Map.of(header, value), "<p>Just a moment</p>".getBytes(UTF_8));

    var clip = check(FETCHER.fetch(FakeSite.url(path))).clip();

    assertThat(clip.reason()).isEqualTo(Reason.CHALLENGE);
    assertThat(clip.outcome()).isEqualTo(Outcome.BLOCKED);
  }

  /** DataDome says so to visitors whom it lets in, too. */
  @Test
  void pageBehindAGuardThatLetItPassIsAPage() {
    FakeSite.serve("/guarded", 200, Map.of("x-datadome", "protected"), "<p>x</p>".getBytes(UTF_8));

    check(FETCHER.fetch(FakeSite.url("/guarded"))).text("<p>x</p>");
  }

  @Test
  void feedMayBeChallengedAsWell() {
    FakeSite.serve("/feed.xml", 200, Map.of("cf-mitigated", "challenge"), "x".getBytes(UTF_8));

    Fetched fetched = FETCHER.fetch(Request.of(FakeSite.url("/feed.xml"), Purpose.FEED));

    assertThat(check(fetched).clip().reason()).isEqualTo(Reason.CHALLENGE);
  }

  @Test
  void packedPageComesUnpacked() throws IOException {
    FakeSite.serve("/gzip", 200, Map.of("Content-Encoding", "gzip"), Packing.gzip(Packing.text()));
    FakeSite.serve("/br", 200, Map.of("Content-Encoding", "br"), Packing.BROTLI);

    check(FETCHER.fetch(FakeSite.url("/gzip"))).text(Packing.TEXT);
    check(FETCHER.fetch(FakeSite.url("/br"))).text(Packing.TEXT);
  }

  @Test
  void bombIsCutOffAndTheFetcherLives() throws IOException {
    byte[] bomb = Packing.gzip(new byte[30_000_000]);
    FakeSite.serve("/bomb", 200, Map.of("Content-Encoding", "gzip"), bomb);
    FakeSite.serve("/after-bomb", "<p>x</p>");

    check(FETCHER.fetch(FakeSite.url("/bomb")))
        .failed(Reason.RATIO, "the body unpacks to more than 200 times its size, as bombs do");
    check(FETCHER.fetch(FakeSite.url("/after-bomb"))).text("<p>x</p>");
  }

  @Test
  void truncatedGzipIsSaid() throws IOException {
    byte[] half = Arrays.copyOf(Packing.gzip(Packing.text()), 40);
    FakeSite.serve("/half-gzip", 200, Map.of("Content-Encoding", "gzip"), half);

    check(FETCHER.fetch(FakeSite.url("/half-gzip")))
        .failed(Reason.TRUNCATED, "the packed body ends too early or is damaged");
  }

  /** Answers put together by chance from what makes answers, with a fixed seed. */
  @Test
  void noAnswerMakesItThrow() throws IOException {
    List<String> pieces =
        List.of(
            "HTTP/1.1 ",
            "200",
            " OK",
            "302",
            "\r\n",
            "\n",
            "\r\n\r\n",
            ":",
            " ",
            "Location: ",
            "http://",
            "//[",
            "%",
            "\u0000",
            "\u00ff",
            "Content-Length: ",
            "-1",
            "7",
            "99999999999",
            "Transfer-Encoding: chunked",
            "Content-Encoding: br, gzip",
            "Content-Type: ",
            ";charset=",
            "Retry-After: ",
            "x",
            "Content-Encoding: deflate");
    Random random = new Random(20260329);
    RawServer.Script chance =
        (socket, out) -> {
          StringBuilder answer =
              new StringBuilder(random.nextInt(4) > 0 ? "HTTP/1.1 200 OK\r\n" : "");
          for (int i = random.nextInt(20); i > 0; i--) {
            answer.append(pieces.get(random.nextInt(pieces.size())));
          }
          out.write(answer.toString().getBytes(ISO_8859_1));
        };
    try (RawServer server = RawServer.of(chance)) {
      for (int i = 0; i < 300; i++) {
        assertThat(FETCHER.fetch(server.url())).isNotNull();
      }
    }
  }

  @Test
  void closedFetcherKeepsNoThreadAlive() throws Exception {
    FakeSite.serve("/threads", "<p>x</p>");

    check(fetchWith(builder().trust(testSite()), FakeSite.secureUrl("/threads"))).text("<p>x</p>");

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().contains("OkHttp") && !thread.isDaemon())
        .isEmpty();
  }

  @Test
  void endlessBodyIsCutOff() throws IOException {
    byte[] paragraph = "<p>encore</p>".repeat(1000).getBytes(UTF_8);
    RawServer.Script endless =
        (socket, out) -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
          while (true) {
            out.write(paragraph);
          }
        };
    try (RawServer server = RawServer.of(endless)) {
      check(fetchWith(builder().maxBytes(100_000), server.url()))
          .failed(Reason.TOO_LARGE, "the body is larger than the limit of 100000 bytes");
    }
  }

  @Test
  void hostWithoutUrlIsSaid() {
    check(fetchWith(builder().dns(host -> List.of()), "http://nirgends.example/a"))
        .failed(
            Reason.DNS,
            "the name nirgends.example has no address; check its spelling and the network");
  }

  @Test
  void namesAreLookedUpByTheHook() {
    FakeSite.serve("/by-name", "<p>x</p>");
    String url = "http://site.example:" + FakeSite.port() + "/by-name";

    Fetched fetched = fetchWith(builder().dns(host -> List.of(loopback())), url);

    check(fetched).text("<p>x</p>");
    assertThat(FakeSite.onlyRequest("/by-name").getHeader("Host"))
        .isEqualTo("site.example:" + FakeSite.port());
  }

  @Test
  void speaksIpv6() throws IOException {
    InetAddress loopback6 = InetAddress.getByName("::1");
    try (ServerSocket socket = new ServerSocket(0, 1, loopback6)) {
      assertThat(socket.isBound()).isTrue();
    } catch (IOException noIpv6OnThisComputer) {
      assumeTrue(false, "no IPv6 on this computer");
    }
    try (RawServer server = RawServer.sayingAt(loopback6, "HTTP/1.1 200 OK\r\n\r\n<p>six</p>")) {
      check(FETCHER.fetch("http://[::1]:" + server.port() + "/")).text("<p>six</p>");
    }
  }

  @Test
  void nameWhoseLookUpHangsEndsInTime() {
    Fetcher.Builder hanging =
        builder().callTimeout(Duration.ofMillis(300)).dns(host -> waitForEver());

    check(fetchWith(hanging, "http://hanging.example/"))
        .failed(Reason.TIMEOUT, "no name server told the address of hanging.example within 300 ms");
  }

  private static List<InetAddress> waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException leftBehind) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  @Test
  void refusedPortIsNoConnection() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      port = socket.getLocalPort();
    }

    check(FETCHER.fetch("http://127.0.0.1:" + port + "/"))
        .failedLike(Reason.CONNECTION, "no connection to 127.0.0.1:" + port + " (");
  }

  @Test
  void resetBeforeTheAnswerIsABrokenConnection() throws IOException {
    try (RawServer server = RawServer.of((socket, out) -> socket.setSoLinger(true, 0))) {
      check(FETCHER.fetch(server.url()))
          .failedLike(
              Reason.CONNECTION,
              "the connection to 127.0.0.1:" + server.port() + " broke before an answer came (");
    }
  }

  @Test
  void resetWithinTheBodyIsABrokenConnection() throws IOException {
    RawServer.Script reset =
        (socket, out) -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<p>Hal".getBytes(UTF_8));
          out.flush();
          socket.setSoLinger(true, 0);
        };
    try (RawServer server = RawServer.of(reset)) {
      assertThat(check(FETCHER.fetch(server.url())).clip().reason()).isEqualTo(Reason.CONNECTION);
    }
  }

  @Test
  void whatIsNotHttpIsSaid() throws IOException {
    try (RawServer server = RawServer.saying("SSH-2.0-OpenSSH_9.6\r\n\r\n")) {
      check(FETCHER.fetch(server.url()))
          .failedLike(
              Reason.CONNECTION, "what 127.0.0.1:" + server.port() + " answered is not HTTP (");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 100\r\n\r\n<p>Half a page",
        "Transfer-Encoding: chunked\r\n\r\n10\r\n<p>Half",
        "Transfer-Encoding: chunked\r\n\r\n4\r\n<p>H\r\nzz\r\n",
      })
  void bodyThatEndsTooEarlyIsTruncated(String rest) throws IOException {
    try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\n" + rest)) {
      check(FETCHER.fetch(server.url()))
          .failed(Reason.TRUNCATED, "the body ends before its announced end");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<p>Hal"})
  void silenceEndsInATimeout(String said) throws IOException {
    try (RawServer server = RawServer.sayingAndHolding(said)) {
      check(fetchWith(builder().callTimeout(Duration.ofMillis(300)), server.url()))
          .failed(Reason.TIMEOUT, "no whole answer within 300 ms");
    }
  }

  @Test
  void drippingBodyDoesNotOutlastTheTimeout() throws IOException {
    RawServer.Script drip =
        (socket, out) -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(UTF_8));
          socket.setSoTimeout(20);
          while (true) {
            out.write('x');
            out.flush();
            try {
              socket.getInputStream().read();
            } catch (SocketTimeoutException goOn) {
              // Serves as a pause that ends when the client hangs up.
            }
          }
        };
    try (RawServer server = RawServer.of(drip)) {
      check(fetchWith(builder().callTimeout(Duration.ofMillis(300)), server.url()))
          .failed(Reason.TIMEOUT, "no whole answer within 300 ms");
    }
  }

  @Test
  void interruptedFetchKeepsTheInterrupt() {
    FakeSite.serve("/interrupt", "<p>x</p>");
    Thread.currentThread().interrupt();

    Fetched fetched = FETCHER.fetch(FakeSite.url("/interrupt"));

    assertThat(Thread.interrupted()).isTrue();
    check(fetched).failed(Reason.CONNECTION, "the fetch was interrupted");
  }

  @Test
  void tlsAgainstAPlainPortIsSaid() {
    String url = "https://127.0.0.1:" + FakeSite.port() + "/";

    check(FETCHER.fetch(url))
        .failedLike(Reason.TLS, "no TLS with 127.0.0.1 on port " + FakeSite.port() + " (");
  }

  @Test
  void untrustedCertificateIsSaid() {
    check(FETCHER.fetch(FakeSite.secureUrl("/secret")))
        .failedLike(Reason.TLS, "the TLS handshake with 127.0.0.1 failed (");
  }

  @Test
  void certificateForAnotherHostIsSaid() throws Exception {
    String url = FakeSite.secureUrl("/").replace("127.0.0.1", "other.example");

    check(fetchWith(builder().trust(testSite()).dns(host -> List.of(loopback())), url))
        .failed(Reason.TLS, "the certificate that was shown is not for other.example");
  }

  @Test
  void speaksHttp2WhereTheServerDoes() throws Exception {
    FakeSite.serve("/h2", "<p>deux</p>");

    Fetched fetched = fetchWith(builder().trust(testSite()), FakeSite.secureUrl("/h2"));

    check(fetched).text("<p>deux</p>");
    assertThat(FakeSite.onlyRequest("/h2").getProtocol()).isEqualTo("HTTP/2.0");
  }

  private static KeyStore testSite() throws Exception {
    KeyStore own =
        KeyStore.getInstance(FakeSite.KEYSTORE.toFile(), FakeSite.PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("site", own.getCertificate("site"));
    return trusted;
  }

  @Test
  void oneFetcherServesManyThreads() throws Exception {
    for (int i = 0; i < 8; i++) {
      FakeSite.serve("/many/" + i, "<p>page " + i + "</p>");
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Fetched>> results = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      String url = FakeSite.url("/many/" + i % 8);
      results.add(threads.submit(() -> FETCHER.fetch(url)));
    }
    threads.shutdown();

    for (int i = 0; i < 80; i++) {
      check(results.get(i).get()).text("<p>page " + i % 8 + "</p>");
    }
  }

  @Test
  void settingsAreCheckedWhenSet() {
    assertThatThrownBy(() -> builder().callTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeout must be at least 1 ms, was PT0S");
    assertThatThrownBy(() -> builder().maxBytes(0))
        .hasMessage("limit of bytes must be at least 1, was 0");
    assertThatThrownBy(() -> builder().userAgent("a\r\nX-Evil: 1"))
        .hasMessage("User-Agent must be plain ASCII, was \"a\r\nX-Evil: 1\"");
    assertThatThrownBy(() -> builder().contact("me (and you)"))
        .hasMessage("contact must be plain ASCII without parentheses, was \"me (and you)\"");
  }
}
