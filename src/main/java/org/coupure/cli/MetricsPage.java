package org.coupure.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.coupure.file.AtomicFile;
import org.coupure.watch.Status;

/** Serves metrics to Prometheus, over HTTP on loopback or as a file. */
final class MetricsPage implements AutoCloseable {
  private final HttpServer server;

  private MetricsPage(HttpServer server) {
    this.server = server;
  }

  /** Serves {@code /metrics} on this port of loopback; 0 takes any. */
  static MetricsPage open(int port, Supplier<Status> status) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = create(address);
    server.createContext(
        "/metrics",
        exchange -> {
          try (exchange) {
            byte[] text = status.get().metrics().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
          }
        });
    server.start();
    return new MetricsPage(server);
  }

  private static HttpServer create(InetSocketAddress address) throws IOException {
    try {
      return HttpServer.create(address, 10);
    } catch (IOException e) {
      throw new IOException(
          "no metrics on port " + address.getPort() + " of this computer: " + e.getMessage(), e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Writes the file atomically, as node_exporter's textfile collector requires. */
  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (AtomicFile whole = AtomicFile.replace(file)) {
      whole.stream().write(text.getBytes(StandardCharsets.UTF_8));
      whole.finish();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
