package org.coupure.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coupure.fetch.FetchedCheck.check;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.coupure.article.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No look-up in here reaches a name server: names are answered by a hook. */
class AddressGuardTest {
  private static final Fetcher FETCHER = guarded().build();

  private static Fetcher.Builder guarded() {
    return Fetcher.builder("0.1.0", Clock.systemUTC()).dns(AddressGuardTest::addresses);
  }

  private static List<InetAddress> addresses(String host) {
    boolean known = Set.of("leads-inside.example", "a.example").contains(host);
    return known ? List.of(address("10.0.0.1")) : List.of();
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new AssertionError(literal, e);
    }
  }

  @AfterAll
  static void closeFetcher() {
    FETCHER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Plain
        "http://127.0.0.1/",
        "http://127.0.0.1:80/",
        "http://127.255.255.254/",
        "http://0.0.0.0/",
        "http://0.1.2.3/",
        "http://10.0.0.1/",
        "http://10.255.255.255/",
        "http://100.64.0.1/",
        "http://100.127.255.255/",
        "http://169.254.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://169.254.170.2/v2/credentials",
        "http://172.16.0.1/",
        "http://172.31.255.255/",
        "http://192.0.0.192/opc/v2/instance/",
        "http://192.0.2.1/",
        "http://192.88.99.1/",
        "http://192.168.1.1/",
        "http://198.18.0.1/",
        "http://198.19.255.255/",
        "http://198.51.100.7/",
        "http://203.0.113.9/",
        "http://224.0.0.1/",
        "http://239.255.255.250/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        "http://168.63.129.16/machine",
        "http://100.100.100.200/latest/meta-data",
        // Short forms, and other bases
        "http://127.1/",
        "http://127.0.1/",
        "http://0/",
        "http://2130706433/",
        "http://2852039166/latest/meta-data/",
        "http://017700000001/",
        "http://0177.0.0.1/",
        "http://0177.0.0.01/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0x7F.1/",
        "http://0xA9FEA9FE/",
        "http://0xa9.0xfe.0xa9.0xfe/",
        "http://0251.0376.0251.0376/",
        "http://127.0x0.0.1/",
        "http://4294967297/",
        "http://127.0.0.0x1/",
        "http://example.com.0x7f000001/",
        // Dots
        "http://127.0.0.1./",
        "http://127.0.0.1../",
        "http://localhost./",
        "http://127。0。0。1/",
        "http://127．0．0．1/",
        // IPv6
        "http://[::]/",
        "http://[::1]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[0000:0000:0000:0000:0000:0000:0000:0001]:443/",
        "http://[::127.0.0.1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::FFFF:7f00:1]/",
        "http://[0:0:0:0:0:ffff:169.254.169.254]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://[64:ff9b::127.0.0.1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[64:ff9b:1::10.0.0.1]/",
        "http://[100::1]/",
        "http://[2001::7f00:1]/",
        "http://[2001:2::1]/",
        "http://[2001:db8::1]/",
        "http://[2002:7f00:1::]/",
        "http://[2002:a9fe:a9fe::1]/",
        "http://[2a00:1450::5efe:192.168.0.1]/",
        "http://[3fff::1]/",
        "http://[5f00::1]/",
        "http://[fc00::1]/",
        "http://[fd00:ec2::254]/latest/",
        "http://[fe80::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fe80::1%eth0]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        // Names
        "http://localhost/",
        "http://LOCALHOST/",
        "http://foo.localhost/",
        "http://localhost.localdomain/",
        "http://intranet/",
        "http://router.lan/",
        "http://nas.local/",
        "http://metadata.google.internal/computeMetadata/v1/",
        "http://printer.home.arpa/",
        "http://leads-inside.example/",
        // Other letters for the same
        "http://１２７.０.０.１/",
        "http://①②⑦.⓪.⓪.①/",
        "http://ｌｏｃａｌｈｏｓｔ/",
        "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
        "http://loc\u00ADalhost/",
        "http://%31%32%37.0.0.1/",
        "http://%6c%6f%63%61%6c%68%6f%73%74/",
        // Decoys before and after the host
        "http://example.com@127.0.0.1/",
        "http://example.com:80@127.0.0.1/",
        "http://127.0.0.1:80@127.0.0.1/",
        "http://127.0.0.1#@example.com/",
        "http://127.0.0.1?@example.com/",
        "http://127.0.0.1\\@example.com/",
        "http:\\\\127.0.0.1\\",
        "http:/127.0.0.1/",
        "http:127.0.0.1",
        "//127.0.0.1/",
        "http:///127.0.0.1/",
        "http://127.0.0.1\t/",
        "http://127.0.0.1%00.example.com/",
        // Ports and schemes
        "http://example.com:22/",
        "http://example.com:25/",
        "http://example.com:6379/",
        "http://example.com:0/",
        "http://example.com:65536/",
        "https://example.com:80443/",
        "file:///etc/passwd",
        "file://example.com/etc/passwd",
        "ftp://example.com/",
        "gopher://127.0.0.1:6379/_INFO",
        "jar:http://example.com!/",
        "data:text/html,x",
        "javascript:alert(1)",
      })
  void isRefused(String url) {
    Reason reason = check(FETCHER.fetch(url)).clip().reason();

    assertThat(reason).isIn(Reason.UNSAFE_ADDRESS, Reason.BAD_URL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8.8.8.8 |",
        "1.1.1.1 |",
        "100.63.255.255 |",
        "100.128.0.0 |",
        "172.15.255.255 |",
        "172.32.0.0 |",
        "169.253.255.255 |",
        "192.167.255.255 |",
        "198.17.255.255 |",
        "198.20.0.0 |",
        "223.255.255.255 |",
        "2001:200::1 |",
        "2a00:1450:4001::5 |",
        "2606:4700::1111 |",
        "64:ff9b::8.8.8.8 |",
        "2a00:1450::5efe:8.8.8.8 |",
        "127.0.0.1 | loopback",
        "192.168.0.1 | private",
        "100.64.0.0 | carrier-grade NAT",
        "169.254.169.254 | cloud metadata",
        "fd00:ec2::254 | cloud metadata",
        "64:ff9b::10.0.0.1 | private through NAT64",
        "2001::1 | Teredo",
        "2002::1 | 6to4",
        "2001:db8::1 | documentation",
        "4000::1 | reserved",
      })
  void rangesAreThoseOfTheRegistries(String literal, String kind) {
    assertThat(AddressRanges.special(address(literal))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://10.1.2.3/ | 10.1.2.3 is a private address",
        "http://[::1]/ | ::1 is a loopback address",
        "http://0x7f.1/ | 0x7f.1 is an unusual way to write an IPv4 address; write four numbers",
        "http://wiki/ | wiki is the name of a computer inside a network, not of a web site",
        "http://a.example/ | a.example leads to 10.0.0.1, a private address",
        "http://a.example:22/ | port 22 of a.example is not among those allowed: 80, 443, 8080,"
            + " 8443",
      })
  void refusalSaysWhy(String url, String detail) {
    check(FETCHER.fetch(url)).failed(Reason.UNSAFE_ADDRESS, detail);
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void itHoldsWhateverTheRequestIsFor(Purpose purpose) {
    check(FETCHER.fetch(Request.of("http://127.0.0.1/", purpose)))
        .failed(Reason.UNSAFE_ADDRESS, "127.0.0.1 is a loopback address");
  }

  @Test
  void morePortsCanBeAllowed() {
    try (Fetcher fetcher = guarded().allowPorts(Set.of(8000)).build()) {
      check(fetcher.fetch("http://a.example:8000/"))
          .failed(Reason.UNSAFE_ADDRESS, "a.example leads to 10.0.0.1, a private address");
    }
  }

  @Test
  void nameWithOneUrlInsideIsRefusedAsAWhole() {
    List<InetAddress> both = List.of(address("93.184.215.14"), address("192.168.0.1"));
    try (Fetcher fetcher = guarded().dns(host -> both).build()) {
      check(fetcher.fetch("http://a.example/"))
          .failed(Reason.UNSAFE_ADDRESS, "a.example leads to 192.168.0.1, a private address");
    }
  }

  /** What redirects lead to passes the same guard; this one is told that a host is public. */
  @Test
  void redirectIntoThePrivateNetworkIsRefused() throws Exception {
    try (RawServer server =
        RawServer.sayingInTurn(
            "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/\r\n\r\n")) {
      AddressGuard guard = AddressGuard.publicOnly(Set.of(server.port(), 80)).trusting("127.0.0.1");

      check(fetch(guard, server.url()))
          .failed(
              Reason.UNSAFE_ADDRESS,
              "169.254.169.254 is a cloud metadata address (after redirects: "
                  + server.url()
                  + " → http://169.254.169.254/latest/)");
      assertThat(server.heads()).hasSize(1);
    }
  }

  /** A name server that gives a public address first and a private one afterwards. */
  @Test
  void nameThatMovesInsideOnTheSecondLookIsRefused() throws Exception {
    try (RawServer server = RawServer.sayingInTurn("HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n")) {
      Deque<String> turns = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1"));
      AddressGuard guard = AddressGuard.publicOnly(Set.of(server.port())).trusting("127.0.0.1");
      String url = "http://rebinding.example:" + server.port() + "/";

      check(fetch(guard, url, host -> List.of(address(turns.remove()))))
          .failed(
              Reason.UNSAFE_ADDRESS,
              "rebinding.example leads to 10.0.0.1, a private address (after redirects: "
                  + url
                  + " → "
                  + url
                  + "b)");
    }
  }

  @Test
  void urlIsLookedAtOnceMoreWhenItIsConnectedTo() throws Exception {
    try (ServerSocket inside = new ServerSocket(0, 1, address("127.0.0.1"));
        var socket =
            new GuardedSockets(AddressGuard.publicOnly(Set.of(80)), to -> false).createSocket()) {
      assertThatThrownBy(() -> socket.connect(inside.getLocalSocketAddress()))
          .isInstanceOf(RefusalException.class)
          .hasMessage("127.0.0.1 leads to 127.0.0.1, a loopback address");
    }
  }

  @Test
  void proxyMayStandInsideButIsNoSiteItself() throws Exception {
    String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x</p>";
    try (RawServer proxy = RawServer.sayingInTurn(page);
        Fetcher fetcher =
            guarded().proxies(Map.of("HTTP_PROXY", "http://127.0.0.1:" + proxy.port())).build()) {
      check(fetcher.fetch("http://a.example/")).text("<p>x</p>");
      check(fetcher.fetch("http://127.0.0.1/"))
          .failed(Reason.UNSAFE_ADDRESS, "127.0.0.1 is the proxy, not a web site");
      check(fetcher.fetch("http://10.0.0.1/"))
          .failed(Reason.UNSAFE_ADDRESS, "10.0.0.1 is a private address");
    }
  }

  @Test
  void aProxyIsAskedForHostsWithUnderscores() throws Exception {
    String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x</p>";
    try (RawServer proxy = RawServer.sayingInTurn(page);
        Fetcher fetcher =
            guarded().proxies(Map.of("HTTP_PROXY", "http://127.0.0.1:" + proxy.port())).build()) {
      check(fetcher.fetch("http://my_paper.example/")).text("<p>x</p>");
    }
  }

  @Test
  void aProxyThatCannotBeReachedIsNamed() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, address("127.0.0.1"))) {
      closed = socket.getLocalPort();
    }
    try (Fetcher shut = guarded().proxies(Map.of("HTTP_PROXY", "127.0.0.1:" + closed)).build();
        Fetcher lost = guarded().proxies(Map.of("HTTP_PROXY", "gate.example:3128")).build()) {
      check(shut.fetch("http://a.example/"))
          .failed(
              Reason.CONNECTION,
              "no connection to the proxy 127.0.0.1:"
                  + closed
                  + " (Failed to connect to /127.0.0.1:"
                  + closed
                  + ")");
      check(lost.fetch("http://a.example/"))
          .failed(
              Reason.DNS,
              "the proxy gate.example has no address; check its spelling and the network");
    }
  }

  private static Fetched fetch(AddressGuard guard, String url) {
    return fetch(guard, url, host -> List.of(address("127.0.0.1")));
  }

  private static Fetched fetch(
      AddressGuard guard, String url, Function<String, List<InetAddress>> dns) {
    try (Fetcher fetcher =
        Fetcher.builder("0.1.0", Clock.systemUTC()).dns(dns).guard(guard).build()) {
      return fetcher.fetch(url);
    }
  }
}
