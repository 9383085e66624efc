package org.coupure.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.coupure.fetch.FetchedCheck.check;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.coupure.article.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server may do instead of sending a robots.txt. */
@Timeout(60)
class HostileRobotsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
  private static final String RULES = "User-agent: *\nDisallow: /secret\n";

  private static final RawServer.Script PAGE =
      (socket, out) -> out.write((OK + "Content-Length: 8\r\n\r\n<p>x</p>").getBytes(UTF_8));

  private static RawServer server(RawServer.Script... turns) throws IOException {
    Iterator<RawServer.Script> each = List.of(turns).iterator();
    return RawServer.of((socket, out) -> each.next().answer(socket, out));
  }

  private static Fetched fetch(RawServer server, String path) {
    return fetch(server, path, Duration.ofSeconds(20));
  }

  private static Fetched fetch(RawServer server, String path, Duration limit) {
    Fetcher plain =
        Fetcher.builder("0.1.0", Clock.systemUTC()).allowPrivate().callTimeout(limit).build();
    Politeness hasty =
        Politeness.DEFAULT.withDelay(Duration.ZERO).withPatience(Duration.ofSeconds(1));
    try (PoliteFetcher fetcher = PoliteFetcher.builder(plain).manners(hasty).build()) {
      return fetcher.fetch(Request.page(server.url().replace("/page", path)));
    }
  }

  private static RawServer.Script endless(String start) {
    return (socket, out) -> {
      out.write((OK + "\r\n" + start).getBytes(UTF_8));
      byte[] more = "# and so on\nDisallow: /x\n".repeat(1000).getBytes(UTF_8);
      while (true) {
        out.write(more);
      }
    };
  }

  @Test
  void endlessOneIsReadAtItsBeginning() throws IOException {
    try (RawServer server = server(endless(RULES), PAGE)) {
      check(fetch(server, "/page")).text("<p>x</p>");
    }
    try (RawServer server = server(endless(RULES), PAGE)) {
      check(fetch(server, "/secret"))
          .blocked(
              Reason.ROBOTS,
              server.url().replace("/page", "/robots.txt")
                  + " forbids "
                  + server.url().replace("/page", "/secret"));
    }
  }

  @Test
  void bombIsReadAtItsBeginning() throws IOException {
    byte[] bomb = Packing.gzip((RULES + "#\n".repeat(10_000_000)).getBytes(UTF_8));
    RawServer.Script packed =
        (socket, out) -> {
          out.write((OK + "Content-Encoding: gzip\r\n\r\n").getBytes(UTF_8));
          out.write(bomb);
        };
    try (RawServer server = server(packed, PAGE)) {
      check(fetch(server, "/page")).text("<p>x</p>");
    }
  }

  @Test
  void silentOneSharesItsFateWithThePage() throws IOException {
    try (RawServer server = server((socket, out) -> socket.getInputStream().read())) {
      check(fetch(server, "/page", Duration.ofMillis(400)))
          .failed(
              Reason.TIMEOUT, "its robots.txt could not be read: no whole answer within 400 ms");
    }
  }

  @Test
  void brokenOneSharesItsFateWithThePage() throws IOException {
    RawServer.Script broken =
        (socket, out) -> out.write((OK + "Content-Length: 99\r\n\r\nUser").getBytes(UTF_8));
    try (RawServer server = server(broken)) {
      check(fetch(server, "/page"))
          .failed(
              Reason.TRUNCATED,
              "its robots.txt could not be read: the body ends before its announced end");
    }
  }

  /** RFC 9309 section 2.3.1.2: after five redirects at the earliest, it counts as not there. */
  @Test
  void oneThatIsRedirectedForEverIsNotThere() throws IOException {
    RawServer.Script circle =
        (socket, out) ->
            out.write(
                "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: /robots.txt\r\n\r\n"
                    .getBytes(UTF_8));
    try (RawServer server = server(circle, PAGE)) {
      check(fetch(server, "/page")).text("<p>x</p>");
    }
  }

  @Test
  void binaryOneAllowsAll() throws IOException {
    RawServer.Script noise =
        (socket, out) -> {
          out.write((OK + "Content-Type: image/png\r\nContent-Length: 5\r\n\r\n").getBytes(UTF_8));
          out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
        };
    try (RawServer server = server(noise, PAGE)) {
      check(fetch(server, "/page")).text("<p>x</p>");
    }
  }
}
