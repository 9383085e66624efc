package org.coupure.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.coupure.fetch.FetchedCheck.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.coupure.article.Clip;
import org.coupure.article.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Every way of misbehaving at once, in one batch of one fetcher, among pages that are fine. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisbehavingServersTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final Duration LIMIT = Duration.ofSeconds(6);

  /** How each ends: the reason, and what its sentence must hold. */
  private record End(Reason reason, String detail) {}

  private final Map<String, End> ends = new LinkedHashMap<>();
  private final List<AutoCloseable> servers = new ArrayList<>();
  private final Set<Integer> ports = new HashSet<>();
  private final AtomicInteger looks = new AtomicInteger();

  @BeforeAll
  void start() throws Exception {
    slowOnes();
    brokenOnes();
    packedOnes();
    redirectingOnes();
    tlsOnes();
    namelessOnes();
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable server : servers) {
      server.close();
    }
  }

  private RawServer server(RawServer.Script script) throws IOException {
    RawServer server = RawServer.of(script);
    servers.add(server);
    ports.add(server.port());
    return server;
  }

  private void raw(Reason reason, String detail, RawServer.Script script) throws IOException {
    ends.put(server(script).url(), new End(reason, detail));
  }

  private void saying(Reason reason, String detail, String answer) throws IOException {
    raw(reason, detail, (socket, out) -> out.write(answer.getBytes(ISO_8859_1)));
  }

  private void slowOnes() throws IOException {
    String late = "no whole answer within 6 s";
    raw(Reason.TIMEOUT, late, (socket, out) -> socket.getInputStream().read());
    raw(Reason.TIMEOUT, late, (socket, out) -> drip(socket, out, "HTTP/1.1 200 OK\r\nX-A: "));
    raw(Reason.TIMEOUT, late, (socket, out) -> drip(socket, out, OK + "\r\n<p>"));
    raw(
        Reason.TIMEOUT,
        late,
        (socket, out) -> drip(socket, out, OK + "Content-Length: 9999\r\n\r\n"));
    raw(
        Reason.TIMEOUT,
        late,
        (socket, out) -> drip(socket, out, OK + "Transfer-Encoding: chunked\r\n\r\n1\r\n"));
  }

  private void brokenOnes() throws IOException {
    String large = "the body is larger than the limit of 2000000 bytes";
    raw(
        Reason.TOO_LARGE,
        large,
        (socket, out) -> {
          out.write((OK + "\r\n").getBytes(UTF_8));
          forever(out, "<p>encore</p>");
        });
    raw(
        Reason.TOO_LARGE,
        large,
        (socket, out) -> {
          out.write((OK + "Transfer-Encoding: chunked\r\n\r\n").getBytes(UTF_8));
          forever(out, "5\r\n<p>x\n\r\n");
        });
    saying(
        Reason.TOO_LARGE,
        "the body is larger (9000000000) than the limit of 2000000 bytes",
        OK + "Content-Length: 9000000000\r\n\r\n<p>");
    raw(
        Reason.CONNECTION,
        "broke before an answer came",
        (socket, out) -> {
          out.write(OK.getBytes(UTF_8));
          forever(out, "X-Endless: and on\r\n");
        });
    raw(
        Reason.CONNECTION,
        "broke before an answer came",
        (socket, out) -> forever(out, "HTTP/1.1 100 Continue\r\n\r\n"));
    raw(
        Reason.CONNECTION,
        "broke before an answer came",
        (socket, out) -> socket.setSoLinger(true, 0));
    raw(
        Reason.CONNECTION,
        "the connection broke within the body",
        (socket, out) -> {
          out.write((OK + "Content-Length: 100\r\n\r\n<p>Hal").getBytes(UTF_8));
          out.flush();
          awaitRead(socket);
          socket.setSoLinger(true, 0);
        });
    String early = "the body ends before its announced end";
    saying(Reason.TRUNCATED, early, OK + "Content-Length: 100\r\n\r\n<p>Half");
    saying(Reason.TRUNCATED, early, OK + "Transfer-Encoding: chunked\r\n\r\n10\r\n<p>Half");
    saying(Reason.TRUNCATED, early, OK + "Transfer-Encoding: chunked\r\n\r\n4\r\n<p>H\r\nzz\r\n");
    saying(Reason.TRUNCATED, early, OK + "Transfer-Encoding: chunked\r\n\r\n-5\r\n<p>H\r\n");
    saying(Reason.CONNECTION, "a body of \"-5\" bytes", OK + "Content-Length: -5\r\n\r\n<p>x</p>");
    saying(Reason.CONNECTION, "is not HTTP", "220 mail.example ESMTP\r\n\r\n");
    saying(Reason.CONNECTION, "broke before an answer came", "");
    saying(Reason.BINARY, "\"image/png\"", OK + "Content-Type: image/png\r\n\r\nPNG");
    saying(
        Reason.RATE_LIMITED,
        "status 429 Too Many Requests; the server does not say when to come back",
        "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n");
    saying(
        Reason.CHALLENGE,
        "asks to prove to be a person",
        OK + "cf-mitigated: challenge\r\nContent-Length: 8\r\n\r\n<p>x</p>");
    saying(
        Reason.HTTP_STATUS,
        "status 503 Service Unavailable",
        "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
    saying(Reason.TRUNCATED, "status 206", "HTTP/1.1 206 Partial\r\nContent-Length: 0\r\n\r\n");
  }

  private void packedOnes() throws IOException {
    String bomb = "the body unpacks to more than 200 times its size, as bombs do";
    byte[] gzipped = Packing.gzip(new byte[30_000_000]);
    packed(Reason.RATIO, bomb, "gzip", gzipped);
    packed(Reason.RATIO, bomb, "br", Packing.BROTLI_BOMB);
    packed(Reason.RATIO, bomb, "gzip, gzip", Packing.gzip(gzipped));
    packed(Reason.RATIO, "the body is packed 3 times over", "gzip, br, gzip", gzipped);
    String damaged = "the packed body ends too early or is damaged";
    packed(Reason.TRUNCATED, damaged, "gzip", Arrays.copyOf(Packing.gzip(Packing.text()), 40));
    packed(Reason.TRUNCATED, damaged, "br", Arrays.copyOf(Packing.BROTLI, 40));
    packed(Reason.TRUNCATED, damaged, "br", new byte[200]);
    packed(Reason.UNSUPPORTED, "packed as \"zstd\"", "zstd", new byte[200]);
  }

  private void packed(Reason reason, String detail, String encoding, byte[] body)
      throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    String head = "Content-Encoding: " + encoding + "\r\nContent-Length: " + body.length;
    answer.writeBytes((OK + head + "\r\n\r\n").getBytes(UTF_8));
    answer.writeBytes(body);
    raw(reason, detail, (socket, out) -> out.write(answer.toByteArray()));
  }

  private void redirectingOnes() throws IOException {
    redirecting(Reason.REDIRECTS, "redirected in a circle", "/page");
    redirecting(Reason.REDIRECTS, "which is not an http or https address", "file:///etc/passwd");
    redirecting(Reason.UNSAFE_ADDRESS, "10.0.0.1 is a private address", "http://10.0.0.1/");
    redirecting(Reason.UNSAFE_ADDRESS, "is an unusual way to write", "http://0x7f.1/");
    redirecting(Reason.UNSAFE_ADDRESS, "::1 is a loopback address", "http://[::1]/");
    redirecting(Reason.UNSAFE_ADDRESS, "leads to 192.168.1.1, a private", "http://inside.example/");
    AtomicInteger number = new AtomicInteger();
    raw(
        Reason.REDIRECTS,
        "more than 10 redirects",
        (socket, out) -> out.write(redirect("/page/" + number.incrementAndGet())));
    RawServer rebinding = server((socket, out) -> out.write(redirect("/again")));
    ends.put(
        "http://rebinding.example:" + rebinding.port() + "/",
        new End(Reason.UNSAFE_ADDRESS, "rebinding.example leads to 169.254.169.254"));
  }

  private void redirecting(Reason reason, String detail, String location) throws IOException {
    raw(reason, detail, (socket, out) -> out.write(redirect(location)));
  }

  private static byte[] redirect(String location) {
    String head = "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: ";
    return (head + location + "\r\n\r\n").getBytes(UTF_8);
  }

  private void tlsOnes() throws Exception {
    tls("expired", "the certificate of 127.0.0.1 has expired");
    tls("early", "the certificate of 127.0.0.1 is not valid yet; check this computer's clock");
    tls("other", "the certificate that was shown is not for 127.0.0.1");
    String untrusted = FakeSite.secureUrl("/");
    ports.add(Integer.valueOf(untrusted.replaceAll(".*:(\\d+)/", "$1")));
    ends.put(untrusted, new End(Reason.TLS, "the TLS handshake with 127.0.0.1 failed"));
    ends.put(
        FakeSite.url("/").replace("http:", "https:"), new End(Reason.TLS, "no TLS with 127.0.0.1"));
  }

  private void tls(String alias, String detail) throws Exception {
    TlsSite site = new TlsSite(alias);
    servers.add(site);
    ports.add(site.port());
    ends.put(site.url(), new End(Reason.TLS, detail));
  }

  private void namelessOnes() {
    ends.put(
        "http://nowhere.example/", new End(Reason.DNS, "the name nowhere.example has no address"));
    ends.put(
        "http://hanging.example/",
        new End(Reason.TIMEOUT, "no name server told the address of hanging.example within 6 s"));
  }

  private List<InetAddress> addresses(String host) {
    try {
      return switch (host) {
        case "inside.example" -> List.of(InetAddress.getByName("192.168.1.1"));
        case "rebinding.example" ->
            List.of(
                InetAddress.getByName(
                    looks.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254"));
        case "hanging.example" -> {
          new CountDownLatch(1).await();
          yield List.of();
        }
        default -> List.of();
      };
    } catch (UnknownHostException | InterruptedException e) {
      return List.of();
    }
  }

  /** One byte now and then, until the client hangs up. */
  private static void drip(Socket socket, OutputStream out, String start) throws IOException {
    out.write(start.getBytes(UTF_8));
    out.flush();
    socket.setSoTimeout(50);
    while (true) {
      out.write('1');
      out.flush();
      try {
        if (socket.getInputStream().read() < 0) {
          return;
        }
      } catch (SocketTimeoutException goOn) {
        // Serves as a pause that ends when the client hangs up.
      }
    }
  }

  private static void forever(OutputStream out, String piece) throws IOException {
    byte[] pieces = piece.repeat(100).getBytes(UTF_8);
    while (true) {
      out.write(pieces);
    }
  }

  /** Gives the client time to read what was sent, which a reset would take from it. */
  private static void awaitRead(Socket socket) throws IOException {
    socket.setSoTimeout(300);
    try {
      int unused = socket.getInputStream().read();
      assertThat(unused).isLessThan(256);
    } catch (SocketTimeoutException enough) {
      // It has had its time.
    }
  }

  @Test
  void eachEndsInItsReasonAndNoneHurtsTheOthers() throws Exception {
    FakeSite.serve("/among-others", "<p>fine</p>");
    ports.add(FakeSite.port());
    Map<String, Future<Fetched>> bad = new LinkedHashMap<>();
    List<Future<Fetched>> good = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(ends.size());
    try (Fetcher fetcher =
        Fetcher.builder("0.1.0", Clock.systemUTC())
            .guard(AddressGuard.publicOnly(with(ports, 80)).trusting("127.0.0.1"))
            .dns(this::addresses)
            .trust(TlsSite.authority())
            .maxBytes(2_000_000)
            .maxRatio(200)
            .callTimeout(LIMIT)
            .build()) {
      for (String url : ends.keySet()) {
        bad.put(url, threads.submit(() -> fetcher.fetch(url)));
        good.add(threads.submit(() -> fetcher.fetch(FakeSite.url("/among-others"))));
      }
      SoftAssertions all = new SoftAssertions();
      for (Map.Entry<String, Future<Fetched>> each : bad.entrySet()) {
        End end = ends.get(each.getKey());
        Fetched fetched = each.getValue().get();
        all.assertThat(fetched).as(end.detail()).isInstanceOf(Fetched.Refused.class);
        if (fetched instanceof Fetched.Refused refused) {
          Clip clip = refused.clip();
          all.assertThat(clip.detail()).contains(end.detail());
          all.assertThat(clip.reason()).as(clip.detail()).isEqualTo(end.reason());
        }
      }
      all.assertAll();
      for (Future<Fetched> fetched : good) {
        check(fetched.get()).text("<p>fine</p>");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Set<Integer> with(Set<Integer> ports, int more) {
    Set<Integer> all = new HashSet<>(ports);
    all.add(more);
    return all;
  }
}
