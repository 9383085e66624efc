package org.coupure.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One web site on loopback for the whole test run, over plain HTTP and over TLS, with the
 * certificate in test-site.p12. Tests choose paths of their own, since they all share it.
 */
public final class FakeSite {
  static final Path KEYSTORE = Path.of("src/test/resources/org/coupure/fetch/test-site.p12");
  static final String PASSWORD = "coupure";

  private static final WireMockServer SERVER = start();

  private FakeSite() {}

  private static WireMockServer start() {
    WireMockServer server =
        new WireMockServer(
            wireMockConfig()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(KEYSTORE.toAbsolutePath().toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD)
                .gzipDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER));
    server.start();
    return server;
  }

  /** Answers requests for {@code path}, which may hold a query, from now on. */
  public static void serve(String path, int status, Map<String, String> headers, byte[] bytes) {
    ResponseDefinitionBuilder answer = aResponse().withStatus(status).withBody(bytes);
    headers.forEach(answer::withHeader);
    SERVER.stubFor(get(urlEqualTo(path)).willReturn(answer));
  }

  /** Answers with an HTML page in UTF-8. */
  public static void serve(String path, String html) {
    Map<String, String> headers = Map.of("Content-Type", "text/html; charset=utf-8");
    serve(path, 200, headers, html.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with a redirect. */
  public static void redirect(String path, int status, String location) {
    serve(path, status, Map.of("Location", location), new byte[0]);
  }

  /** Returns the absolute URL of {@code path}. */
  public static String url(String path) {
    return "http://127.0.0.1:" + SERVER.port() + path;
  }

  /** Returns the absolute URL of {@code path} over TLS. */
  public static String secureUrl(String path) {
    return "https://127.0.0.1:" + SERVER.httpsPort() + path;
  }

  static int port() {
    return SERVER.port();
  }

  /** Returns the one request that came for {@code path}; fails when there was none or several. */
  static LoggedRequest onlyRequest(String path) {
    List<LoggedRequest> requests = SERVER.findAll(getRequestedFor(urlEqualTo(path)));
    assertThat(requests).as("requests for %s", path).hasSize(1);
    return requests.get(0);
  }
}
