package org.coupure.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.coupure.fetch.Fetcher;
import org.coupure.fetch.PoliteFetcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ClipServerTest {
  private static final String PAGE =
      "<html><head><title>The bridge</title></head><body><nav><a href=/a>Home</a></nav><article>"
          + "<h1>The bridge</h1>"
          + "<p>The old bridge over the river was closed on Monday, and nobody knows for how long it"
          + " will stay so, the mayor said to the council in the evening.</p>".repeat(4)
          + "</article></body></html>";

  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.plain();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void givesTheRecordOfAPage() throws Exception {
    HttpResponse<String> answer =
        service.post("/v1/clip?url=https://example.org/bridge", PAGE, "Content-Type", "text/html");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(RunningService.json(answer).path("title").asString()).isEqualTo("The bridge");
    assertThat(RunningService.json(answer).path("url").asString())
        .isEqualTo("https://example.org/bridge");
    assertThat(answer.body()).doesNotContain("\"verdicts\"");
  }

  @Test
  void explainsInTheLanguageOfTheClient() throws Exception {
    HttpResponse<String> answer = service.post("/v1/clip?lang=fr", PAGE);

    assertThat(answer.body()).contains("\"sentence\":\"Le modèle");
  }

  @Test
  void readsMhtmlAndText() throws Exception {
    String mhtml =
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
            + "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://example.org/m\r\n\r\n"
            + PAGE
            + "\r\n--b--\r\n";
    HttpResponse<String> saved =
        service.post("/v1/clip", mhtml, "Content-Type", "multipart/related");
    HttpResponse<String> text =
        service.post("/v1/clip", "A title\n\nSome words.", "Content-Type", "text/plain");

    assertThat(RunningService.json(saved).path("url").asString())
        .isEqualTo("https://example.org/m");
    assertThat(text.statusCode()).isEqualTo(200);
  }

  @Test
  void streamsRecordsInTheOrderOfTheLines() throws Exception {
    String line = "{\"id\":\"%s\",\"html\":\"<p>Some words of a page</p>\"}\n";
    HttpResponse<String> answer =
        service.post("/v1/clips", line.formatted("a") + "{\"broken\"\n" + line.formatted("b"));

    List<String> lines = answer.body().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("\"id\":\"a\"");
    assertThat(lines.get(1)).contains("bad-json");
    assertThat(lines.get(2)).contains("\"id\":\"b\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fd00::1]/",
        "http://0.0.0.0/",
        "http://100.64.0.1/"
      })
  void fetchesNothingFromPrivateUrls(String url) throws Exception {
    HttpResponse<String> answer = service.post("/v1/clip?url=" + encoded(url), "");

    assertThat(answer.statusCode()).isIn(400, 403);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(RunningService.json(answer).path("reason").asString())
        .isIn("unsafe-address", "bad-url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "gopher://example.org/"})
  void fetchesOverHttpOnly(String url) throws Exception {
    assertThat(service.post("/v1/clip?url=" + encoded(url), "").statusCode()).isEqualTo(400);
  }

  private static String encoded(String url) {
    return URLEncoder.encode(url, StandardCharsets.UTF_8);
  }

  @Test
  void saysWhatIsWrongAsProblemDetails() throws Exception {
    HttpResponse<String> answer = service.post("/v1/clip?explian=true", PAGE);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(RunningService.json(answer).path("type").asString())
        .isEqualTo("urn:coupure:problem:bad-parameter");
    assertThat(RunningService.json(answer).path("detail").asString()).contains("\"explian\"");
    assertThat(service.get("/v1/nothing").statusCode()).isEqualTo(404);
    assertThat(service.get("/v1/clip").statusCode()).isEqualTo(405);
    assertThat(service.get("/v1/clip").headers().firstValue("Allow")).hasValue("POST");
    assertThat(service.post("/v1/clip", "").statusCode()).isEqualTo(400);
    assertThat(service.post("/v1/clip", "x".repeat(6_000_001)).statusCode()).isEqualTo(413);
  }

  @Test
  void anotherHostsNameIsRefused() throws Exception {
    String asked = "GET /v1/health HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";

    assertThat(service.raw(asked.formatted("evil.example"))).startsWith("HTTP/1.1 421");
    assertThat(service.raw(asked.formatted("127.0.0.1.evil.example"))).startsWith("HTTP/1.1 421");
    assertThat(service.raw(asked.formatted("proxy.example"))).startsWith("HTTP/1.1 200");
    assertThat(service.raw(asked.formatted("localhost:" + service.server().port())))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void pagesOfOtherSitesAreRefused() throws Exception {
    assertThat(service.post("/v1/clip", PAGE, "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(service.post("/v1/clip", PAGE, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(service.get("/v1/rules", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(service.post("/v1/clip", PAGE, "Origin", service.url("")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /v1/clip HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /v1/clip HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        "POST /v1/clip HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        "POST /v1/clip HTTP/1.1\r\nHost: localhost\r\nContent-Length: +5\r\n\r\nabcde",
        "POST /v1/clip HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n",
        "POST /v1/clip HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
            + "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "POST /v1/clip HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n",
        "POST /v1/clip HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
        "GET /v1/health HTTP/1.1\r\nHost : localhost\r\n\r\n",
      })
  void requestsThatCanBeReadInTwoWaysAreRefused(String request) throws Exception {
    String answer = service.raw(request);

    assertThat(answer).doesNotContain("HTTP/1.1 200");
    assertThat(answer.split("HTTP/1.1 ", -1).length - 1).as(answer).isLessThanOrEqualTo(1);
  }

  @Test
  void beyondThisComputerAKeyIsWanted() throws Exception {
    ServeSettings open =
        new ServeSettings(
            new ServeSettings.Access("0.0.0.0", 0, null, List.of()),
            List.of(),
            null,
            null,
            ServeLimits.ofMachine(1_000_000));
    try (PoliteFetcher fetcher =
        PoliteFetcher.builder(Fetcher.builder("test", Clock.systemUTC()).build()).build()) {
      assertThatThrownBy(() -> ClipServer.open(open, fetcher, () -> "", defect -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("--key");
    }
  }

  @Test
  void withAKeyNothingIsServedWithoutIt() throws Exception {
    try (RunningService keyed = new RunningService(List.of(), null, "secret")) {
      assertThat(keyed.post("/v1/clip", PAGE).statusCode()).isEqualTo(401);
      assertThat(keyed.get("/metrics").statusCode()).isEqualTo(401);
      assertThat(keyed.get("/v1/token", "Authorization", "Bearer secre").statusCode())
          .isEqualTo(401);
      assertThat(keyed.post("/v1/clip", PAGE, "Authorization", "Bearer secret").statusCode())
          .isEqualTo(200);
      assertThat(keyed.get("/").body()).doesNotContain(keyed.server().writeToken());
    }
  }

  @Test
  void sendsAwayWhatWouldWaitTooLong() throws Exception {
    ServeLimits narrow = new ServeLimits(1, 0, 100, 1_000_000, 32_000_000);
    try (RunningService busy = new RunningService(List.of(), null, null, narrow)) {
      HttpResponse<String> answer = busy.post("/v1/clip", PAGE);

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }
  }

  @Test
  void slowClientsHoldNobodyUp() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.server().port());
        String head =
            i % 2 == 0
                ? "GET /v1/health HTTP/1.1\r\nHo"
                : "POST /v1/clip HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300000\r\n\r\n<p>";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        slow.add(socket);
      }
      long start = System.nanoTime();
      assertThat(service.get("/v1/health").statusCode()).isEqualTo(200);
      assertThat(service.post("/v1/clip", PAGE).statusCode()).isEqualTo(200);
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void theDescriptionNamesEveryRouteAndNoOther(@TempDir Path folder) throws Exception {
    try (RunningService all = RunningService.with(List.of(), null, folder.resolve("any.sqlite"))) {
      List<String> described = new ArrayList<>();
      for (var path : RunningService.json(all.get("/openapi.json")).path("paths").properties()) {
        for (String method : List.of("get", "put", "post", "delete", "patch")) {
          if (path.getValue().has(method)) {
            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
          }
        }
      }

      assertThat(described)
          .containsExactlyInAnyOrderElementsOf(
              all.server().routes().stream()
                  .filter(route -> !route.path().startsWith("/page/"))
                  .map(route -> route.method() + " " + route.path())
                  .toList());
    }
  }

  @Test
  void theDescriptionIsSoundByItself() throws Exception {
    JsonNode api = RunningService.json(service.get("/openapi.json"));
    List<String> operations = new ArrayList<>();
    for (JsonNode path : api.path("paths")) {
      for (String method : List.of("get", "put", "post")) {
        JsonNode operation = path.path(method);
        if (operation.isObject()) {
          operations.add(operation.path("operationId").asString());
          assertThat(operation.path("summary").asString()).isNotEmpty();
          assertThat(operation.path("responses").propertyNames()).contains("200");
        }
      }
    }

    assertThat(api.path("openapi").asString()).isEqualTo("3.1.0");
    assertThat(operations).doesNotHaveDuplicates();
    for (JsonNode ref : api.findValues("$ref")) {
      assertThat(api.at(ref.asString().substring(1)).isMissingNode()).as(ref.asString()).isFalse();
    }
  }

  @Test
  void countsForPrometheus() throws Exception {
    HttpResponse<String> before = service.post("/v1/clip", PAGE);
    String metrics = service.get("/metrics").body();

    assertThat(before.statusCode()).isEqualTo(200);
    assertThat(
            metrics
                .lines()
                .filter(line -> line.startsWith("coupure_clips_total{"))
                .collect(Collectors.joining()))
        .contains("outcome=\"clipped\"");
  }

  @Test
  void finishesTheRequestInHandWhenItEnds() throws Exception {
    RunningService ending = RunningService.plain();
    String start = "POST /v1/clip HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + PAGE.length();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ending.server().port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((start + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      Thread.sleep(300);
      Thread closing = new Thread(ending::close);
      closing.start();
      Thread.sleep(100);
      socket.getOutputStream().write(PAGE.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readNBytes(12);
      closing.join();

      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
    }
  }

  @Test
  void aRuleIsSavedBelowTheFolderOnlyAndWithTheToken(@TempDir Path folder) throws Exception {
    String body = "{\"rule\":\"match:\\n  hosts: example.org\\nremove: .ad\\n\"}";
    try (RunningService writing = new RunningService(List.of(folder), null, null)) {
      String token = writing.server().writeToken();

      assertThat(writing.put("/v1/rules/example.org", body).statusCode()).isEqualTo(403);
      assertThat(writing.put("/v1/rules/example.org", body, "X-Coupure-Token", "x").statusCode())
          .isEqualTo(403);
      assertThat(writing.put("/v1/rules/example.org", body, "X-Coupure-Token", token).statusCode())
          .isEqualTo(200);
      assertThat(folder.resolve("example.org.yaml")).content().contains(".ad");
      for (String name :
          List.of("..%2Fevil", "%2e%2e%2Fevil", "..", ".hidden", "a%00b", "C:evil", "a%5Cb")) {
        assertThat(writing.put("/v1/rules/" + name, body, "X-Coupure-Token", token).statusCode())
            .as(name)
            .isIn(400, 404, 405);
      }
      Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolveSibling("outside.yaml"));
      assertThat(writing.put("/v1/rules/link", body, "X-Coupure-Token", token).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void aRuleWithACatastrophicPatternDoesNotHang() throws Exception {
    String rule = "match:\n  hosts: example.org\nremove:\n  - text: 're:(a+)+$'\n";
    String html = "<p>" + "a".repeat(50_000) + "!</p>" + PAGE;
    String body =
        HttpCall.JSON
            .createObjectNode()
            .put("rule", rule)
            .put("html", html)
            .put("url", "https://example.org/")
            .toString();
    HttpResponse<String> answer = service.post("/v1/rules/try", body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(
            service
                .post("/v1/rules/lint", "match: {hosts: a.example}\nremove: ['text: 're:(?=a)''\n")
                .body())
        .contains("mistakes");
  }
}
