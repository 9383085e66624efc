package org.coupure.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
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
  void wantsAnAddress() {
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

  @ParameterizedTest
  @CsvSource({
    "https://A.example:8080/x, a.example",
    "nonsense, ''",
    "'http://a b/', ''",
    "' http://b.example/ ', b.example"
  })
  void putsAddressesOfOneHostInOneLane(String url, String host) {
    assertThat(FetchVerb.host(url)).isEqualTo(host);
  }

  private static String url(String path) {
    return SERVER.baseUrl() + path;
  }

  private static void serve(String path, String text) {
    String page =
        "<!doctype html><html lang=fr><head><title>Pont</title></head><body><article><p>"
            + text
            + "</p></article></body></html>";
    SERVER.stubFor(
        get(path)
            .willReturn(
                aResponse().withHeader("Content-Type", "text/html; charset=utf-8").withBody(page)));
  }
}
