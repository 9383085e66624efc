package org.coupure.serve;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.coupure.fetch.Fetcher;
import org.coupure.fetch.PoliteFetcher;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A service on a port of loopback, with a client. */
final class RunningService implements AutoCloseable {
  private final PoliteFetcher fetcher;
  private final ClipServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  final List<String> complaints = new ArrayList<>();

  RunningService(List<Path> rules, @Nullable Path pages, @Nullable String key) throws IOException {
    this(rules, pages, key, new ServeLimits(2, 8, 5_000, 6_000_000, 32_000_000));
  }

  RunningService(List<Path> rules, @Nullable Path pages, @Nullable String key, ServeLimits limits)
      throws IOException {
    this(rules, pages, null, key, limits);
  }

  private RunningService(
      List<Path> rules,
      @Nullable Path pages,
      @Nullable Path store,
      @Nullable String key,
      ServeLimits limits)
      throws IOException {
    fetcher = PoliteFetcher.builder(Fetcher.builder("test", Clock.systemUTC()).build()).build();
    ServeSettings.Access access =
        new ServeSettings.Access("127.0.0.1", 0, key, List.of("proxy.example"));
    ServeSettings settings = new ServeSettings(access, rules, pages, store, limits);
    server = ClipServer.open(settings, fetcher, () -> "", complaints::add);
  }

  static RunningService plain() throws IOException {
    return new RunningService(List.of(), null, null);
  }

  static RunningService with(List<Path> rules, @Nullable Path pages, Path store)
      throws IOException {
    ServeLimits limits = new ServeLimits(2, 8, 5_000, 6_000_000, 32_000_000);
    return new RunningService(rules, pages, store, null, limits);
  }

  ClipServer server() {
    return server;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, null, headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return send("POST", path, body, headers);
  }

  HttpResponse<String> put(String path, String body, String... headers) throws Exception {
    return send("PUT", path, body, headers);
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> answer) {
    return HttpCall.JSON.readTree(answer.body());
  }

  /** Sends bytes as they are, and returns all that comes back until the server closes. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(3_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      StringBuilder answer = new StringBuilder();
      InputStream in = socket.getInputStream();
      try {
        for (int c = in.read(); c >= 0; c = in.read()) {
          answer.append((char) c);
        }
      } catch (IOException ignored) {
        // The server keeps the connection, or has reset it: what came is all there is.
      }
      return answer.toString();
    }
  }

  @Override
  public void close() {
    server.close();
    fetcher.close();
  }
}
