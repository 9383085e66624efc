package org.coupure.sink.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.ServerRecords;
import org.coupure.sink.TargetUnavailableException;
import org.coupure.sink.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a real OpenSearch. */
class OpensearchServerTest {
  @TempDir static Path folder;
  private static TestServer server;

  private final List<String> notices = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.start("opensearch", "OpensearchServer.java", folder.resolve("data"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static String url(String index) {
    return "opensearch+http://127.0.0.1:" + server.port() + "/" + index;
  }

  private static JsonNode call(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return JsonMapper.shared().readTree(answer);
  }

  private static List<JsonNode> records(String index, String query) throws Exception {
    call("POST", "/" + index + "/_refresh", "");
    JsonNode hits =
        call("POST", "/" + index + "/_search", "{\"size\":1000,\"query\":" + query + "}");
    return hits.at("/hits/hits").valueStream().map(hit -> hit.get("_source")).toList();
  }

  private static final String ALL = "{\"match_all\":{}}";

  @Test
  void keepsEveryFieldOfEveryRecordOnce() throws Exception {
    List<Clip> clips = ServerRecords.clips(40);
    for (int run = 0; run < 2; run++) {
      try (ArticleSink sink = ServerRecords.journaled(url("kept"), notices::add)) {
        ServerRecords.write(sink, clips);
      }
    }

    assertThat(records("kept", ALL))
        .containsExactlyInAnyOrderElementsOf(clips.stream().map(ServerRecords::record).toList());
    assertThat(records("kept", "{\"match_phrase\":{\"title\":\"東京\"}}")).hasSize(37);
    assertThat(records("kept", "{\"range\":{\"publishedUtc\":{\"gte\":\"2024-03-04\"}}}"))
        .hasSize(1);
    assertThat(notices).isEmpty();
  }

  @Test
  void keepsWhatTheMappingRefusesAndGoesOn() throws Exception {
    Path rejected = Path.of("picky.rejected.jsonl");
    Files.deleteIfExists(rejected);
    call("PUT", "/picky", "{\"mappings\":{\"properties\":{\"title\":{\"type\":\"integer\"}}}}");
    try (ArticleSink sink = ServerRecords.journaled(url("picky"), notices::add)) {
      ServerRecords.write(
          sink,
          List.of(
              ServerRecords.clip("a", "1", "Texte."),
              ServerRecords.clip("b", "Un", "Texte."),
              ServerRecords.clip("c", "3", "Texte.")));
      assertThat(sink.summary())
          .contains("wrote 2 records to opensearch+http://")
          .contains("1 refused");
    }

    assertThat(records("picky", ALL))
        .extracting(r -> r.get("id").asString())
        .containsOnly("a", "c");
    assertThat(Files.readString(rejected)).contains("failed to parse field [title]");
    Files.delete(rejected);
  }

  @Test
  void takesARecordOfTwoMegabytes() throws Exception {
    try (ArticleSink sink = ServerRecords.journaled(url("large"), notices::add)) {
      ServerRecords.write(sink, List.of(ServerRecords.large("a", 2_000_000)));
    }

    assertThat(records("large", ALL))
        .singleElement()
        .matches(r -> r.get("text").asString().length() == 1_000_000);
  }

  @Test
  void goesOnWhenTheServerIsBack() throws Exception {
    try (ArticleSink sink = ServerRecords.journaled(url("back"), notices::add)) {
      ServerRecords.write(sink, List.of(ServerRecords.clip("a", "Un", "Texte.")));
      JournalEntry planned = sink.plan(ServerRecords.clip("b", "Deux", "Texte."));
      server.stop();
      assertThatThrownBy(
              () -> {
                sink.write(planned);
                sink.force();
              })
          .isInstanceOf(TargetUnavailableException.class)
          .hasMessageContaining("does not answer");
      server.start();
      writeWhenReady(sink, planned);
    }

    assertThat(records("back", ALL)).hasSize(2);
  }

  private static void writeWhenReady(ArticleSink sink, JournalEntry entry) throws Exception {
    for (int i = 0; i < 100; i++) {
      try {
        sink.write(entry);
        sink.force();
        return;
      } catch (TargetUnavailableException starting) {
        Thread.sleep(200);
      }
    }
  }

  @Test
  void wantsAnIndex() {
    assertThatThrownBy(() -> ServerRecords.journaled(url("Articles"), notices::add))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must end in the name of an index");
  }
}
