package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coupure.fetch.FakeSite;
import org.coupure.sink.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers that are down when a run begins, and come back, by the command line. */
class ServersAwayTest {
  @TempDir Path folder;

  private static final String PAGE =
      "<!doctype html><html lang=en><title>The bridge</title><article><h1>The bridge</h1>"
          + "<p>The council met on Tuesday to speak about the bridge, which has been closed since"
          + " the winter; the mayor promised that it will be open again before the summer.</p>"
          + "<p>Those who live on the other side, he said, have waited for long enough, and the"
          + " budget for the work is there at last.</p></article></html>";

  private Path configuration(List<String> targets) throws IOException {
    FakeSite.serve(
        "/away/rss",
        200,
        Map.of("Content-Type", "application/rss+xml"),
        ("<rss version=\"2.0\"><channel><title>t</title><item><title>a</title>"
                + "<link>/away/a</link></item></channel></rss>")
            .getBytes(StandardCharsets.UTF_8));
    FakeSite.serve("/away/a", PAGE);
    StringBuilder outputs = new StringBuilder("outputs:\n  - to: out.jsonl\n");
    targets.forEach(target -> outputs.append("  - to: ").append(target).append('\n'));
    return Files.writeString(
        folder.resolve("away.yaml"),
        "sources:\n  - name: away\n    feed: "
            + FakeSite.url("/away/rss")
            + "\nvisits:\n  delay: 1ms\n  robots: ignore\n  private-addresses: yes\n"
            + outputs);
  }

  @Test
  void recordsWaitUntilTheServersAreBack() throws Exception {
    try (TestServer database = start("postgresql", "PostgresqlServer.java");
        TestServer index = start("opensearch", "OpensearchServer.java");
        TestServer broker = start("kafka", "KafkaBroker.java")) {
      List<String> targets =
          List.of(
              "postgresql://postgres@127.0.0.1:" + database.port() + "/postgres",
              "opensearch+http://127.0.0.1:" + index.port() + "/articles",
              "kafka://127.0.0.1:" + broker.port() + "/articles");
      Path file = configuration(targets);
      for (TestServer server : List.of(database, index, broker)) {
        server.stop();
      }

      Session away = Session.of("run", file.toString());
      assertThat(away.code()).isEqualTo(FailOn.SOME_FAILED);
      assertThat(Files.readAllLines(folder.resolve("out.jsonl"))).hasSize(1);
      assertThat(away.err()).contains("does not answer", "1 records wait for it");
      String waiting = Session.of("status", file.toString()).out();
      assertThat(waiting).contains("1 record waits for opensearch+http://127.0.0.1");
      assertThat(waiting.lines().filter(line -> line.contains("1 record waits for ")))
          .hasSize(targets.size());

      for (TestServer server : List.of(database, index, broker)) {
        server.start();
      }
      Session back = Session.of("run", file.toString());
      for (int i = 0; i < 20 && back.code() != FailOn.OK; i++) { // Open ports come before answers.
        back = Session.of("run", file.toString());
      }
      assertThat(back.code()).as(back.err()).isZero();
      assertThat(Session.of("status", file.toString()).out()).doesNotContain("waits for ");
    }
  }

  private TestServer start(String name, String launcher) throws IOException {
    return TestServer.start(name, launcher, folder.resolve(name));
  }

  @Test
  void aRefusedRecordIsKeptAndTold() throws Exception {
    try (TestServer index = start("opensearch", "OpensearchServer.java")) {
      URI url = URI.create("http://127.0.0.1:" + index.port() + "/refusing");
      String mapping = "{\"mappings\":{\"properties\":{\"title\":{\"type\":\"integer\"}}}}";
      HttpRequest made =
          HttpRequest.newBuilder(url)
              .header("Content-Type", "application/json")
              .PUT(BodyPublishers.ofString(mapping))
              .build();
      assertThat(HttpClient.newHttpClient().send(made, BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      Path page = Files.writeString(folder.resolve("page.html"), PAGE);
      Path rejected = Path.of("refusing.rejected.jsonl");
      Files.deleteIfExists(rejected);

      Session session = Session.of("clean", page.toString(), "--out", "opensearch+" + url);

      assertThat(session.code()).isEqualTo(FailOn.SOME_FAILED);
      assertThat(session.err())
          .contains("refuses records, which are kept in refusing.rejected.jsonl: ", "1 refused");
      assertThat(Files.readAllLines(rejected)).hasSize(1);
      Files.delete(rejected);
    }
  }
}
