package org.coupure.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Any number of sites behind one port of loopback, told apart by their names. */
final class VirtualSites implements AutoCloseable {
  private record Answer(int status, Map<String, String> headers, byte[] body) {}

  private record Asked(String url, Headers headers) {}

  /** When a host was asked, and when it had answered, in nanoseconds. */
  record Span(String host, long began, long ended) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  VirtualSites() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError("no port on loopback", e);
    }
  }

  void start() {
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Returns {@code host/path} as a URL. */
  String url(String url) {
    int slash = url.indexOf('/');
    return "http://"
        + url.substring(0, slash)
        + ":"
        + server.getAddress().getPort()
        + url.substring(slash);
  }

  void serve(String url, int status, String body) {
    serve(url, status, Map.of(), body);
  }

  void serve(String url, int status, Map<String, String> headers, String body) {
    serve(url, status, headers, body.getBytes(UTF_8));
  }

  void serve(String url, int status, Map<String, String> headers, byte[] body) {
    answers.put(url, new Answer(status, headers, body));
  }

  /** Returns the shortest time in which {@code host} was left alone between two visits. */
  Duration shortestRest(String host) {
    List<Span> own =
        spans.stream()
            .filter(span -> span.host().equals(host))
            .sorted(Comparator.comparingLong(Span::began))
            .toList();
    long shortest = Long.MAX_VALUE;
    for (int i = 1; i < own.size(); i++) {
      shortest = Math.min(shortest, own.get(i).began() - own.get(i - 1).ended());
    }
    return Duration.ofNanos(shortest);
  }

  /** Returns what was asked for, in order. */
  List<String> asked() {
    return asked.stream().map(Asked::url).toList();
  }

  /** Returns the header of the last request for {@code url}. */
  String header(String url, String name) {
    return asked.stream()
        .filter(request -> request.url().equals(url))
        .reduce((first, second) -> second)
        .map(request -> request.headers().getFirst(name))
        .orElseThrow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    long began = System.nanoTime();
    String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":\\d+$", "");
    String url = host + exchange.getRequestURI();
    asked.add(new Asked(url, exchange.getRequestHeaders()));
    Answer answer = answers.getOrDefault(url, new Answer(404, Map.of(), new byte[0]));
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    int length = answer.body().length;
    // Before anything is sent, since the client may have it before this thread goes on.
    spans.add(new Span(host, began, System.nanoTime()));
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
