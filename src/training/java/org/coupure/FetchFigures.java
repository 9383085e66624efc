package org.coupure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.coupure.article.Clip;
import org.coupure.fetch.Fetcher;
import org.coupure.watch.Configuration;
import org.coupure.watch.Report;
import org.coupure.watch.Source;
import org.coupure.watch.VisitOutcome;
import org.coupure.watch.Watch;
import org.coupure.watch.WatchListener;
import org.jspecify.annotations.Nullable;

/**
 * How many pages a run fetches and clips, over loopback; the figures of docs/benchmarks.md.
 *
 * <pre>
 * FetchFigures serve FOLDER PORT           any host's feed and stories, each after 5 ms, out of
 *                                          FOLDER's pages (.html or .html.gz)
 * FetchFigures run PORT HOSTS SECONDS DELAY PARALLEL OUT
 * </pre>
 */
public final class FetchFigures {
  private static final int LATENCY_MILLIS = 5;

  private FetchFigures() {}

  public static void main(String[] args) throws IOException {
    if (args[0].equals("serve")) {
      serve(Path.of(args[1]), Integer.parseInt(args[2]));
    } else {
      run(
          Integer.parseInt(args[1]),
          Integer.parseInt(args[2]),
          Integer.parseInt(args[3]),
          args[4],
          Integer.parseInt(args[5]),
          Path.of(args[6]));
    }
  }

  private static void serve(Path folder, int port) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().contains(".htm")).sorted().toList()) {
        pages.add(bytes(file));
      }
    }
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
    server.setExecutor(Executors.newFixedThreadPool(200));
    server.createContext("/", exchange -> answer(exchange, pages));
    server.start();
    System.out.println(pages.size() + " pages");
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(in).readAllBytes()
          : in.readAllBytes();
    }
  }

  private static void answer(HttpExchange exchange, List<byte[]> pages) throws IOException {
    try (exchange) {
      Thread.sleep(LATENCY_MILLIS);
      String path = exchange.getRequestURI().getPath();
      boolean feed = path.startsWith("/feed/");
      byte[] body =
          feed
              ? feed(Integer.parseInt(path.substring("/feed/".length())))
              : pages.get(Integer.parseInt(path.replaceAll("[^0-9]", "")) % pages.size());
      exchange
          .getResponseHeaders()
          .set("Content-Type", feed ? "application/rss+xml" : "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The stories that begin at {@code first}, a hundred numbers to a host. */
  private static byte[] feed(int first) {
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>t</title>");
    for (int i = 0; i < 100; i++) {
      feed.append("<item><title>t</title><link>/story-").append(first * 100 + i);
      feed.append("</link></item>");
    }
    return feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void run(int port, int hosts, int seconds, String delay, int parallel, Path out)
      throws IOException {
    Files.createDirectories(out);
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (int i = 0; i < hosts; i++) {
      yaml.append("  - feed: http://site").append(i).append(".test:").append(port);
      yaml.append("/feed/").append(i).append("\n");
    }
    yaml.append("visits: {robots: ignore, private-addresses: yes, delay: ").append(delay);
    yaml.append(", parallel: ").append(parallel).append("}\noutputs: [{to: a.jsonl}]\n");
    Path file = Files.writeString(out.resolve("figures.yaml"), yaml);
    Fetcher.Builder fetcher =
        Fetcher.builder("figures", Clock.systemUTC())
            .dns(host -> List.of(InetAddress.getLoopbackAddress()));
    long began = System.nanoTime();
    try (Watch watch =
        Watch.builder(Configuration.load(file), Clock.systemUTC())
            .fetcher(fetcher)
            .listener(new Progress())
            .limit(Duration.ofSeconds(seconds))
            .open()) {
      print(watch.runOnce(true), System.nanoTime() - began);
    }
  }

  /** Tells what the pages of the last stretch cost, since the first ones pay for a cold JVM. */
  private static final class Progress implements WatchListener {
    private static final int STRETCH = 250;

    private int pages;
    private double cpu = cpu();
    private long began = System.nanoTime();

    @Override
    public void read(Source source, String url, VisitOutcome outcome, @Nullable Clip clip) {
      if (++pages % STRETCH == 0) {
        double now = cpu();
        double wall = (System.nanoTime() - began) / 1e9;
        System.out.printf(
            "%d pages: %.2f ms of CPU each, %.1f a second%n",
            pages, 1000 * (now - cpu) / STRETCH, STRETCH / wall);
        cpu = now;
        began = System.nanoTime();
      }
    }
  }

  private static double cpu() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static void print(Report report, long nanos) throws IOException {
    long pages = report.totals().values().stream().mapToLong(Integer::longValue).sum();
    double wall = nanos / 1e9;
    double cpu = cpu();
    System.out.printf(
        "%d pages in %.1f s: %.1f a second; %.1f s of CPU, %.2f ms a page, %.1f a second and core%n",
        pages, wall, pages / wall, cpu, 1000 * cpu / pages, pages / cpu);
    System.out.println(report.totals());
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      lines.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
    }
  }
}
