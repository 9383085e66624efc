package org.coupure.watch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Many news sites on one port of loopback, told apart by the host that is asked for. Each shows its
 * stories by one kind of listing, as of the clock's time, and notes when it was asked for what.
 */
final class FakePress implements AutoCloseable {
  /** What a site announces its stories by. */
  enum Shop {
    RSS,
    ATOM,
    SITEMAP,
    INDEX
  }

  /** One request, as the server saw it. */
  record Asked(Instant at, String path) {}

  static {
    // Otherwise the server waits 40 ms for an acknowledgement before the body of each answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Clock clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Map<String, Shop> shops = new HashMap<>();
  private final Map<String, List<Story>> stories = new HashMap<>();
  final Map<String, List<Asked>> asked = new ConcurrentHashMap<>();

  /** Pages of tests' own, by host and path; a page that is an empty text is a failure. */
  final Map<String, String> pages = new ConcurrentHashMap<>();

  final AtomicInteger notModified = new AtomicInteger();

  FakePress(Clock clock) throws IOException {
    this.clock = clock;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  void add(String host, Shop shop, List<Story> list) {
    shops.put(host, shop);
    stories.put(host, list);
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url(String host, String path) {
    return "http://" + host + ":" + port() + path;
  }

  /** Returns the source's lines of a configuration. */
  String source(String host) {
    String key =
        switch (shops.get(host)) {
          case RSS, ATOM -> "feed: " + url(host, "/feed.xml");
          case SITEMAP -> "sitemap: " + url(host, "/sitemap.xml");
          case INDEX -> "index: " + url(host, "/");
        };
    return "  - name: " + host + "\n    " + key + "\n";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
      String path = exchange.getRequestURI().getPath();
      Instant now = clock.instant();
      // Before the answer, after which the next may come at once, on another thread.
      asked
          .computeIfAbsent(host, name -> Collections.synchronizedList(new ArrayList<>()))
          .add(new Asked(now, path));
      respond(exchange, host, path, now);
    }
  }

  private int respond(HttpExchange exchange, String host, String path, Instant now)
      throws IOException {
    List<Story> list = stories.getOrDefault(host, List.of());
    String page = pages.get(host + path);
    if (page != null) {
      return page.isEmpty()
          ? send(exchange, 500, "text/html", "<title>Sorry</title>")
          : send(exchange, "text/html; charset=utf-8", page, "");
    }
    if (path.equals("/robots.txt")) {
      boolean slow = host.hashCode() % 5 == 0;
      return slow
          ? send(exchange, "text/plain", "User-agent: *\nCrawl-delay: 5\n", null)
          : send(exchange, 404, "text/plain", "none");
    }
    if (path.equals("/feed.xml")) {
      boolean rss = shops.get(host) == Shop.RSS;
      return send(
          exchange, "application/xml", rss ? rss(host, list, now) : atom(host, list, now), "");
    }
    if (path.equals("/sitemap.xml")) {
      return send(exchange, "application/xml", index(host, list, now), "");
    }
    if (path.equals("/news.xml.gz")) {
      return sendPacked(exchange, sitemap(host, list, now));
    }
    if (path.equals("/")) {
      return send(exchange, "text/html; charset=utf-8", front(list, now), "");
    }
    return story(exchange, host, path, list, now);
  }

  private int story(HttpExchange exchange, String host, String path, List<Story> list, Instant now)
      throws IOException {
    for (Story story : list) {
      if (!story.isPublic(now)) {
        continue;
      }
      if (story.path(now).equals(path)) {
        return send(exchange, "text/html; charset=utf-8", story.html(now, host), "");
      }
      if (story.path(Instant.MIN).equals(path)) {
        exchange.getResponseHeaders().set("Location", story.path(now));
        exchange.sendResponseHeaders(301, -1);
        return 301;
      }
    }
    return send(exchange, 404, "text/html", "<title>Not found</title>");
  }

  private static List<Story> recent(List<Story> list, Instant now) {
    return list.stream().filter(story -> story.isPublic(now)).toList();
  }

  private String rss(String host, List<Story> list, Instant now) {
    StringBuilder feed =
        new StringBuilder("<rss version=\"2.0\"><channel><title>t</title><link>/</link>");
    for (Story story : recent(list, now)) {
      feed.append("<item><title>").append(story.title()).append("</title><link>");
      feed.append(url(host, story.path(now))).append("?utm_source=rss&amp;utm_medium=");
      // The parameters change from one delivery to the next, as campaigns do.
      feed.append(now.getEpochSecond() / 86_400).append("</link></item>");
    }
    return feed.append("</channel></rss>").toString();
  }

  private String atom(String host, List<Story> list, Instant now) {
    StringBuilder feed =
        new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title>");
    for (Story story : recent(list, now)) {
      Instant updated = story.version(now).equals("b") ? story.changed() : story.published();
      feed.append("<entry><title>").append(story.title()).append("</title><link href=\"");
      feed.append(url(host, story.path(now))).append("#top\"/><published>");
      feed.append(story.published()).append("</published><updated>").append(updated);
      feed.append("</updated></entry>");
    }
    return feed.append("</feed>").toString();
  }

  private String index(String host, List<Story> list, Instant now) {
    Instant last =
        recent(list, now).stream().map(Story::published).max(Instant::compareTo).orElse(now);
    return "<sitemapindex><sitemap><loc>"
        + url(host, "/news.xml.gz")
        + "</loc><lastmod>"
        + last
        + "</lastmod></sitemap></sitemapindex>";
  }

  private String sitemap(String host, List<Story> list, Instant now) {
    StringBuilder map = new StringBuilder("<urlset>");
    for (Story story : recent(list, now)) {
      map.append("<url><loc>").append(url(host, story.path(now))).append("</loc></url>");
    }
    return map.append("</urlset>").toString();
  }

  private static String front(List<Story> list, Instant now) {
    StringBuilder page = new StringBuilder("<!doctype html><title>Front</title><body>");
    page.append("<nav><a href=/sport>Sport</a> <a href=/tag/town>Town</a></nav>");
    for (Story story : recent(list, now)) {
      page.append("<h2><a href=\"").append(story.path(now)).append("?fbclid=");
      page.append(now.getEpochSecond()).append("\">").append(story.title()).append("</a></h2>");
    }
    return page.append("</body>").toString();
  }

  private int send(HttpExchange exchange, int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
    return status;
  }

  /** Answers with a version, and with 304 to who has it. */
  private int send(HttpExchange exchange, String type, String text, @Nullable String tag)
      throws IOException {
    if (tag != null) {
      String etag = "\"" + Integer.toHexString(text.hashCode()) + "\"";
      Headers headers = exchange.getResponseHeaders();
      headers.set("ETag", etag);
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        notModified.incrementAndGet();
        exchange.sendResponseHeaders(304, -1);
        return 304;
      }
    }
    return send(exchange, 200, type, text);
  }

  private int sendPacked(HttpExchange exchange, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    exchange.getResponseHeaders().set("Content-Type", "application/gzip");
    exchange.sendResponseHeaders(200, bytes.size());
    try (OutputStream out = exchange.getResponseBody()) {
      bytes.writeTo(out);
    }
    return 200;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
