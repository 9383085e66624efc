package org.coupure.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class FetchVerbTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @TempDir Path folder;

  @BeforeEach
  void serveTwoPages() {
    serve("/one", "Le premier pont rouvre lundi matin à la circulation, a dit la mairie du port.");
    serve("/two", "Le second pont reste fermé jusqu’à l’été, pour des travaux menés de nuit.");
  }

  @Test
  void writesARecordForAPage() {
    Session session = Session.of("fetch", "--allow-private", url("/one"));

    assertThat(session.out())
        .contains("\"url\":\"" + url("/one") + "\"")
        .contains("Le premier pont");
    assertThat(session.err()).isEqualTo("1 page: 1 clipped; 0.0 s\n");
    assertThat(session.code()).isZero();
  }

  @Test
  void keepsTheOrderAndSaysWhatFailed() throws IOException {
    Path list = folder.resolve("urls.txt");
    Files.writeString(
        list, "# list\n" + url("/gone") + " since may\n" + url("/one") + "\nnonsense\n");

    Session session =
        Session.of("fetch", "--allow-private", url("/two"), "-i", list.toString(), "--delay", "0");

    assertThat(session.out().lines()).hasSize(2);
    assertThat(session.out()).containsSubsequence("Le second pont", "Le premier pont");
    assertThat(session.err())
        .contains(url("/gone") + ": http-status: ")
        .contains("nonsense: bad-url: ")
        .endsWith("4 pages: 2 clipped, 2 failed; 0.0 s\n");
    assertThat(session.code()).isEqualTo(1);
  }

  @Test
  void keepsTheRawPage() throws IOException {
    Path raw = folder.resolve("raw");

    Session.of("fetch", "--allow-private", url("/one"), "--save", raw.toString());

    try (Stream<Path> kept = Files.walk(raw)) {
      assertThat(kept.filter(Files::isRegularFile)).isNotEmpty();
    }
  }

  @Test
  void explainsAPageFromTheWeb() {
    assertThat(Session.of("explain", "--allow-private", url("/one")).out())
        .contains("Le premier pont")
        .contains(url("/one"));
  }

  @Test
  void wantsAMemoryThatIsThere() {
    assertThat(Session.of("fetch", "--site-memory", "none.memory", url("/one")).err())
        .startsWith(
            "coupure: there is no site memory none.memory; coupure clean --site-memory makes"
                + " one.");
  }

  @Test
  void wantsAUrl() {
    assertThat(Session.of("fetch").err())
        .isEqualTo(
            "coupure: nothing to fetch: name a URL, or a list of them with -i."
                + " Run \"coupure help fetch\" for its options.\n");
  }

  @Test
  void wantsSeconds() {
    assertThat(Session.of("fetch", "--timeout", "soon", url("/one")).err())
        .startsWith("coupure: --timeout wants seconds, such as 2 or 0.5, not \"soon\".");
  }

  @Test
  void doesNotReachInsideUnlessAllowed() {
    Session session = Session.of("fetch", url("/one"));

    assertThat(session.err())
        .startsWith(
            url("/one")
                + ": unsafe-address: localhost is the name of a computer inside a network, not of a"
                + " web site; fetch --allow-private reads it\n")
        .endsWith("1 page: 1 failed; 0.0 s\n");
    assertThat(session.code()).isEqualTo(3);
  }

  @Test
  void obeysRobots() {
    SERVER.stubFor(
        get("/robots.txt").willReturn(aResponse().withBody("User-agent: *\nDisallow: /one")));

    Session session = Session.of("fetch", "--allow-private", url("/one"));

    assertThat(session.err())
        .startsWith(
            url("/one") + ": robots: " + url("/robots.txt") + " forbids " + url("/one") + "\n");
    assertThat(session.code()).isEqualTo(5);
  }

  @Test
  void saysLoudlyThatRobotsIsNotObeyed() {
    SERVER.stubFor(
        get("/robots.txt").willReturn(aResponse().withBody("User-agent: *\nDisallow: /one")));

    Session session = Session.of("fetch", "--allow-private", "--no-robots", "-q", url("/one"));

    assertThat(session.out()).contains("Le premier pont");
    assertThat(session.err())
        .isEqualTo("coupure: robots.txt is not obeyed (--no-robots): be sure that you may.\n");
  }

  @Test
  void aFeedIsNoArticle() {
    SERVER.stubFor(
        get("/feed")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/xml")
                    .withBody(
                        "<?xml version='1.0'?><rss><channel><title>News</title></channel></rss>")));

    Session session = Session.of("fetch", "--allow-private", url("/feed"));

    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains("unsupported: is a feed or a site map");
  }

  @Test
  void sendsWhatItIsTold() throws IOException {
    Path cookies = folder.resolve("cookies.txt");
    Files.writeString(cookies, "# Netscape\nlocalhost\tFALSE\t/\tFALSE\t0\tabo\t42\n");

    Session.of(
        "fetch",
        "--allow-private",
        "--header",
        "Accept-Language: fr",
        "--contact",
        "desk@example.org",
        "--cookie-file",
        cookies.toString(),
        url("/one"));

    SERVER.verify(
        getRequestedFor(urlEqualTo("/one"))
            .withHeader("Accept-Language", equalTo("fr"))
            .withHeader("Cookie", equalTo("abo=42"))
            .withHeader("User-Agent", containing("; desk@example.org)")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Accept-Language fr | --header wants a name, a colon and a value: \"Name: value\".",
        "Host: a.example | --header: the header Host can't be set.",
        "X-Y: caf\u00e9 | --header: the value of the header X-Y is not plain ASCII.",
      })
  void saysWhatIsWrongWithAHeader(String header, String message) {
    assertThat(Session.of("fetch", "--header", header, url("/one")).err())
        .isEqualTo("coupure: " + message + " Run \"coupure help fetch\" for its options.\n");
  }

  @Test
  void recordsWhatTheSiteReservesAndObeysWhenTold() {
    SERVER.stubFor(
        get("/robots.txt")
            .willReturn(aResponse().withBody("User-agent: *\nContent-Signal: ai-train=no\n")));
    SERVER.stubFor(
        get("/reserved")
            .willReturn(
                aResponse()
                    .withHeader("X-Robots-Tag", "noarchive")
                    .withHeader("TDM-Reservation", "1")
                    .withHeader("Content-Type", "text/html; charset=utf-8")
                    .withBody(page("Le premier pont rouvre lundi matin, a dit la mairie."))));

    Session recorded = Session.of("fetch", "--allow-private", url("/reserved"));
    Session obeyed = Session.of("fetch", "--allow-private", "--obey", "tdm", url("/reserved"));

    assertThat(recorded.out())
        .contains("\"robots\":\"noarchive\",\"tdmReservation\":true")
        .contains("\"contentSignal\":\"ai-train=no\"");
    assertThat(obeyed.out()).isEmpty();
    assertThat(obeyed.err())
        .contains("reserved: the site reserves this text (tdm), and that is to be obeyed\n");
  }

  private String rules(String yaml) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Files.writeString(rules.resolve("site.yaml"), "match: {hosts: 127.0.0.1}\n" + yaml);
    return rules.toString();
  }

  @Test
  void sendsTheHeadersThatARuleWants() throws IOException {
    String rules = rules("headers: {Accept-Language: fr, X-Tier: public, User-Agent: Mozilla/5.0}");

    Session.of(
        "fetch", "--allow-private", "--rules", rules, "--header", "X-Tier: mine", numeric("/one"));

    SERVER.verify(
        getRequestedFor(urlEqualTo("/one"))
            .withHeader("Accept-Language", equalTo("fr"))
            .withHeader("X-Tier", equalTo("mine"))
            .withHeader("User-Agent", containing("Coupure/")));
  }

  @Test
  void keepsCookiesWhereARuleSaysSo() throws IOException {
    SERVER.stubFor(
        get("/door")
            .willReturn(
                aResponse()
                    .withStatus(302)
                    .withHeader("Set-Cookie", "in=1; Path=/")
                    .withHeader("Location", "/one")));

    Session.of("fetch", "--allow-private", "--rules", rules("cookies: keep"), numeric("/door"));

    SERVER.verify(getRequestedFor(urlEqualTo("/one")).withHeader("Cookie", equalTo("in=1")));
  }

  @Test
  void joinsThePagesOfAnArticleUnlessToldNotTo() throws IOException {
    String text = "Le premier pont rouvre lundi matin à la circulation, a dit la mairie du port.";
    serve("/long", text + "</p><a class=n href=/long/2>Suite</a><p>");
    serve("/long/2", "Le second pont reste fermé jusqu’à l’été, pour des travaux menés de nuit.");
    String rules = rules("next-page: a.n@href");
    Path raw = folder.resolve("raw.warc");

    Session joined =
        Session.of(
            "fetch", "--allow-private", "--rules", rules, "--save", raw + "", numeric("/long"));
    Session single =
        Session.of("fetch", "--allow-private", "--rules", rules, "--pages", "1", numeric("/long"));

    assertThat(joined.out()).contains("Le premier pont", "Le second pont", "\"joined-pages\"");
    assertThat(joined.err()).startsWith("1 page: 1 clipped;");
    assertThat(Files.readString(raw)).contains("Target-URI: " + numeric("/long/2"));
    assertThat(single.out()).contains("Le premier pont").doesNotContain("Le second pont");
  }

  @Test
  void saysThatThereAreNoCookies() {
    assertThat(Session.of("fetch", "--cookie-file", "nowhere.txt", url("/one")).err())
        .isEqualTo("coupure: cannot read the cookies nowhere.txt: there is no such file\n");
  }

  /** A rule is for a name with a dot in it. */
  private static String numeric(String path) {
    return url(path).replace("localhost", "127.0.0.1");
  }

  private static String url(String path) {
    return SERVER.baseUrl() + path;
  }

  private static void serve(String path, String text) {
    SERVER.stubFor(
        get(path)
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html; charset=utf-8")
                    .withBody(page(text))));
  }

  private static String page(String text) {
    return "<!doctype html><html lang=fr><head><title>Pont</title></head><body><article><p>"
        + text
        + "</p></article></body></html>";
  }
}
