package org.coupure.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on loopback that answers for every host itself, so that URLs name no port. It made the
 * state in {@code state-0.1.0.sqlite.gz}: {@code main} was started, and {@code coupure run} of
 * version 0.1.0 was run with {@code http_proxy} naming it and {@link #CONFIGURATION}.
 */
final class ProxiedPress implements AutoCloseable {
  static final String CONFIGURATION =
      """
      sources:
        - name: valley
          feed: http://www.valley.example/feed.xml
      visits:
        delay: 1ms
        robots: ignore
        private-addresses: yes
      outputs:
        - to: "-"
          format: jsonl
      state: state.sqlite
      """;

  private final HttpServer server;

  /** By host and path. */
  private final Map<String, String> pages = new LinkedHashMap<>();

  private final Map<String, String> feed = new LinkedHashMap<>();

  ProxiedPress() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    story(
        "bridge",
        "http://www.valley.example/bridge?b=2&a=1",
        "http://www.valley.example/bridge?a=1&b=2");
    story("mill", "http://www2.valley.example/mill", "http://www.valley.example/mill");
    story("river", "http://m.abc.example/river", "http://www.abc.example/river");
    story("school", "http://stra\u00dfe.example/school", null);
    story(
        "market", "http://amp.abc.example/market?utm_source=feed", "http://amp.abc.example/market");
  }

  /** Adds a page to the feed. */
  void story(String name, String url, @Nullable String canonical) {
    story(name, url, canonical, "");
  }

  /** Adds a page to the feed, or changes it, with a sentence more at its end. */
  void story(String name, String url, @Nullable String canonical, String end) {
    String own =
        canonical == null
            ? ""
            : "<link rel=canonical href=\"" + canonical.replace("&", "&amp;") + "\">";
    String sentence =
        "The " + name + " was the subject of a long meeting of the council on Tuesday, ";
    String body =
        "<p>"
            + sentence
            + "and those who live beside the "
            + name
            + " came to hear what is planned.</p>"
            + "<p>The mayor said that the "
            + name
            + " will be mended before the winter, for the money "
            + "that is needed was found in the budget of the valley this week. "
            + end
            + "</p>";
    pages.put(
        url.replaceFirst("^http://", "").replaceFirst("[?]utm_.*", ""),
        "<!doctype html><html lang=en><head><title>News of the "
            + name
            + "</title>"
            + own
            + "</head><body><article><h1>News of the "
            + name
            + "</h1>"
            + body
            + "</article></body></html>");
    feed.put(url, name);
  }

  String proxy() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    String path = exchange.getRequestURI().getRawPath();
    String query = exchange.getRequestURI().getRawQuery();
    String page = path.equals("/feed.xml") ? rss() : page(host, path, query);
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    String type = path.equals("/feed.xml") ? "application/rss+xml" : "text/html; charset=utf-8";
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, page.isEmpty() ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(page.isEmpty() ? new byte[0] : bytes);
    }
  }

  private String page(String host, String path, String query) {
    String known =
        host.startsWith("xn--") || host.startsWith("strasse") ? "stra\u00dfe.example" : host;
    return pages.getOrDefault(known + path + (query == null ? "" : "?" + query), "");
  }

  private String rss() {
    StringBuilder rss =
        new StringBuilder("<rss version=\"2.0\"><channel><title>The valley</title>");
    feed.forEach(
        (url, name) ->
            rss.append("<item><title>News of the ")
                .append(name)
                .append("</title><link>")
                .append(url.replace("&", "&amp;"))
                .append("</link></item>"));
    return rss.append("</channel></rss>").toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** Serves until a key is pressed; prints the proxy's URL. */
  public static void main(String[] args) throws Exception {
    try (ProxiedPress press = new ProxiedPress()) {
      System.out.println(press.proxy());
      int unused = System.in.read();
    }
  }
}
