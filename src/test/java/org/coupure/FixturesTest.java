package org.coupure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Outcome;
import org.coupure.fetch.FakeSite;
import org.coupure.fetch.Fetched;
import org.coupure.fetch.Fetcher;
import org.coupure.page.Page;
import org.coupure.record.RecordWriter;
import org.coupure.record.SchemaCheck;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.Format;
import org.coupure.sink.Sinks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Every folder of fixtures/sites, served by a local site, fetched by the real fetcher and clipped.
 */
class FixturesTest {
  private static final Path SITES = Path.of("fixtures/sites");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clipper CLIPPER = Clipper.create();

  static Stream<Path> fixtures() throws IOException {
    try (Stream<Path> walk = Files.walk(SITES)) {
      return walk
          .filter(f -> f.endsWith("page.html"))
          .map(Path::getParent)
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void noFixtureLacksItsTwin() throws IOException {
    try (Stream<Path> walk = Files.walk(SITES, 2)) {
      assertThat(walk.filter(f -> f.getNameCount() == SITES.getNameCount() + 2))
          .hasSizeGreaterThanOrEqualTo(5)
          .allSatisfy(
              folder ->
                  assertThat(folder)
                      .isDirectoryContaining("glob:**/page.html")
                      .isDirectoryContaining("glob:**/response.json")
                      .isDirectoryContaining("glob:**/clipping.txt")
                      .isDirectoryContaining("glob:**/expected.json"));
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void givesItsClipping(Path folder) throws IOException {
    Clip clip = clip(folder);

    assertThat(clippingOf(clip)).isEqualTo(Files.readString(folder.resolve("clipping.txt")));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void givesTheFieldsThatItsPageStates(Path folder) throws IOException {
    JsonNode expected = JSON.readTree(Files.readString(folder.resolve("expected.json")));

    JsonNode record = JSON.readTree(RecordWriter.compact().write(clip(folder)));

    Map<String, JsonNode> wanted = new TreeMap<>();
    Map<String, JsonNode> found = new TreeMap<>();
    expected
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("seed") && !field.getKey().equals("leadImage")) {
                wanted.put(field.getKey(), normal(field.getValue()));
                found.put(field.getKey(), normal(record.get(field.getKey())));
              }
            });
    if (expected.has("leadImage")) {
      wanted.put("leadImage", expected.get("leadImage"));
      found.put("leadImage", record.get("images").path(0).path("url"));
    }
    assertThat(found).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void givesARecordThatObeysTheSchema(Path folder) throws IOException {
    SchemaCheck.assertValid(new String(RecordWriter.compact().write(clip(folder)), UTF_8));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void cleaningTheCleanedChangesNothing(Path folder) throws IOException {
    byte[] clipping = Files.readAllBytes(folder.resolve("clipping.txt"));

    Clip again = CLIPPER.clip(Page.builder("clipping.txt", clipping).build());

    assertThat(clippingOf(again)).isEqualTo(new String(clipping, UTF_8));
  }

  /** UTC is written Z by us and +00:00 by some pages. */
  private static JsonNode normal(JsonNode value) {
    return value != null && value.isString() && value.asString().endsWith("+00:00")
        ? JSON.getNodeFactory().stringNode(value.asString().replace("+00:00", "Z"))
        : value;
  }

  private static Clip clip(Path folder) throws IOException {
    JsonNode response = JSON.readTree(Files.readString(folder.resolve("response.json")));
    String url = response.get("url").asString();
    Map<String, String> headers = new TreeMap<>();
    response
        .get("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asString()));
    headers
        .keySet()
        .removeIf(name -> name.matches("(?i)content-(encoding|length)|transfer-encoding"));
    String path = "/" + folder.getParent().getFileName() + URI.create(url).getPath();
    FakeSite.serve(path, 200, headers, Files.readAllBytes(folder.resolve("page.html")));
    try (Fetcher fetcher =
        Fetcher.builder(Clipper.VERSION, Clock.fixed(NOW, ZoneOffset.UTC)).allowPrivate().build()) {
      Fetched.Answered answer = (Fetched.Answered) fetcher.fetch(FakeSite.url(path));
      // The page came from a local port; it states the URL it was published at.
      return CLIPPER.clip(
          Page.builder(url, answer.page().bytes())
              .url(url)
              .contentType(answer.page().contentType())
              .captured(answer.page().captured())
              .build());
    }
  }

  private static String clippingOf(Clip clip) throws IOException {
    assertThat(clip.outcome()).isEqualTo(Outcome.CLIPPED);
    Article article = clip.article();
    assertThat(article).isNotNull();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ArticleSink sink = Sinks.open(Format.CLIPPINGS, null, out)) {
      sink.accept(clip);
    }
    return out.toString(UTF_8);
  }
}
