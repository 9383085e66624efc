package org.coupure.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.coupure.batch.DefectContainment;
import org.coupure.fetch.PoliteFetcher;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP service: listens, checks who asks, and hands calls to their routes. The server is the
 * JDK's own; what it lacks, deadlines for slow clients and a limit of connections, it has as
 * properties that are set here before its first class is loaded. Close it: requests in hand are
 * finished, new ones refused.
 */
public final class ClipServer implements AutoCloseable {
  /** Threads wait for slow clients; with one for each connection none of these holds another. */
  private static final int MOST_CONNECTIONS = 320;

  /** What supervisors commonly grant between TERM and KILL, less a little. */
  private static final long GRACE_MILLIS = 8_000;

  static {
    // Answers go out at once; without it small ones wait for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Seconds until head and body of a request must be here and the answer begun.
    System.setProperty("sun.net.httpserver.maxReqTime", "60");
    // Seconds until an answer must be read; streams of pages are answers, too.
    System.setProperty("sun.net.httpserver.maxRspTime", "900");
    // Each thread keeps the buffers that it wrote from; large ones would be memory for good.
    System.setProperty("jdk.nio.maxCachedBufferSize", "65536");
    System.setProperty("jdk.httpserver.maxConnections", Integer.toString(MOST_CONNECTIONS));
  }

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final AccessCheck check;
  private final ClipGate gate;
  private final Counters counters;
  private final List<Route> routes;
  private final String token;
  private final int pageBytes;
  private final Consumer<String> complaints;
  private final AtomicInteger inHand = new AtomicInteger();
  private volatile boolean stopping;

  private ClipServer(
      ServeSettings settings,
      PoliteFetcher fetcher,
      Supplier<String> metrics,
      Consumer<String> complaints)
      throws IOException {
    this.complaints = complaints;
    this.pageBytes = settings.limits().pageBytes();
    this.token = token();
    this.gate = new ClipGate(settings.limits());
    this.counters = new Counters(gate, metrics);
    RuleShelf rules = new RuleShelf(settings.rules(), pageBytes);
    InetAddress address = InetAddress.getByName(settings.access().bind());
    this.server = HttpServer.create(new InetSocketAddress(address, settings.access().port()), 128);
    this.check = new AccessCheck(settings.access(), port(), token);
    this.routes = Routes.of(settings, rules, gate, fetcher, counters, check, token);
    this.threads =
        new ThreadPoolExecutor(
            MOST_CONNECTIONS, MOST_CONNECTIONS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    threads.allowCoreThreadTimeOut(true);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /**
   * Starts the service.
   *
   * @param fetcher fetches pages that are named by their URL; not closed
   * @param metrics further metrics in Prometheus' text form
   * @param complaints is told of defects, a sentence each
   * @throws IllegalArgumentException if the rules have mistakes, or if it shall listen beyond
   *     loopback without a key
   * @throws IOException if it can't listen there
   */
  public static ClipServer open(
      ServeSettings settings,
      PoliteFetcher fetcher,
      Supplier<String> metrics,
      Consumer<String> complaints)
      throws IOException {
    boolean near = InetAddress.getByName(settings.access().bind()).isLoopbackAddress();
    if (!near && settings.access().key() == null) {
      throw new IllegalArgumentException("beyond this computer the service wants a key: --key KEY");
    }
    ClipServer opened = new ClipServer(settings, fetcher, metrics, complaints);
    opened.server.start();
    return opened;
  }

  private static String token() {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Returns the port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Returns what must be shown in {@code X-Coupure-Token} before anything is written. */
  public String writeToken() {
    return token;
  }

  List<Route> routes() {
    return routes;
  }

  private void handle(HttpExchange exchange) {
    inHand.incrementAndGet();
    HttpCall call = null;
    String label = "none";
    try {
      String path = exchange.getRequestURI().getPath();
      Route route = route(path);
      label = route == null ? label : route.path();
      String rest = route == null ? "" : String.valueOf(route.match(path));
      call = new HttpCall(exchange, gate, pageBytes, rest);
      serve(call, exchange.getRequestMethod(), path, route);
    } catch (ProblemException e) {
      refuse(exchange, call, e);
    } catch (IOException ignored) {
      // The client went away; there is nobody to tell.
    } catch (RuntimeException | Error e) {
      complaints.accept(DefectContainment.sentence(e));
      refuse(exchange, call, ProblemException.of(500, "defect", DefectContainment.sentence(e)));
    } finally {
      counters.answered(label, exchange.getResponseCode());
      if (call == null) {
        exchange.close();
      } else {
        call.end();
      }
      inHand.decrementAndGet();
    }
  }

  private void refuse(HttpExchange exchange, @Nullable HttpCall call, ProblemException e) {
    try {
      HttpCall answering = call == null ? HttpCall.bare(exchange, gate, pageBytes) : call;
      answering.answer(e);
    } catch (IOException ignored) {
      // The client went away; there is nobody to tell.
    }
  }

  private void serve(HttpCall call, String method, String path, @Nullable Route route)
      throws ProblemException, IOException {
    PageFiles.harden(call);
    check.framing(call.headers());
    check.origin(call.headers(), path.equals("/"));
    if (stopping) {
      throw ProblemException.of(503, "stopping", "the service is about to end")
          .withHeader("Connection", "close");
    }
    if (route == null) {
      throw ProblemException.of(
          404, "not-found", "there is nothing at this path; see /openapi.json");
    }
    Route wanted = route(path, method);
    if (wanted == null) {
      throw ProblemException.of(405, "wrong-method", "the path does not take " + method)
          .withHeader("Allow", allowed(path));
    }
    if (wanted.access() != Route.Access.OPEN) {
      check.key(call.headers());
    }
    if (wanted.access() == Route.Access.WRITE) {
      check.token(call.headers());
    }
    wanted.handler().handle(call);
  }

  private @Nullable Route route(String path) {
    return routes.stream().filter(r -> r.match(path) != null).findFirst().orElse(null);
  }

  private @Nullable Route route(String path, String method) {
    String asked = method.equals("HEAD") ? "GET" : method;
    return routes.stream()
        .filter(r -> r.match(path) != null && r.method().equals(asked))
        .findFirst()
        .orElse(null);
  }

  private String allowed(String path) {
    return String.join(
        ", ", routes.stream().filter(r -> r.match(path) != null).map(Route::method).toList());
  }

  /** Finishes the requests in hand, for some seconds at most, and ends the service. */
  @Override
  public void close() {
    stopping = true;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    try {
      while (inHand.get() > 0 && System.nanoTime() < end) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
