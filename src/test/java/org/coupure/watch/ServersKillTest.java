package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.coupure.sink.TestServer;
import org.coupure.watch.FakePress.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs into real servers that are killed with SIGKILL at random instants and begun again: nothing
 * is lost, nothing is doubled. {@code -Dcoupure.kills=20} kills more often than the 3 by default.
 */
class ServersKillTest {
  private static final int KILLS = Integer.getInteger("coupure.kills", 3);
  private static final int SITES = 10;
  private static final int STORIES = Math.max(10, KILLS * 2);
  private static final int ALL = SITES * STORIES;

  @TempDir Path folder;

  @Test
  void nothingIsLostAndNothingDoubled() throws Exception {
    try (TestServer database =
            TestServer.start("postgresql", "PostgresqlServer.java", folder.resolve("pg"));
        TestServer index =
            TestServer.start("opensearch", "OpensearchServer.java", folder.resolve("os"));
        TestServer broker = TestServer.start("kafka", "KafkaBroker.java", folder.resolve("kafka"));
        FakePress press = new FakePress(Clock.systemUTC())) {
      Path configuration = configuration(press, database, index, broker);
      Random random = new Random(11);
      for (int i = 0; i < KILLS; i++) {
        KillTest.run(configuration, 1000 + random.nextInt(6000));
      }
      boolean done = false;
      for (int i = 0; i < 5 && !done; i++) {
        done = KillTest.run(configuration, 180_000);
      }

      assertThat(done).isTrue();
      assertThat(rows(database)).isEqualTo(ALL);
      assertThat(documents(index)).isEqualTo(ALL);
      assertThat(messages(broker)).hasSize(ALL).doesNotHaveDuplicates();
    }
  }

  private Path configuration(
      FakePress press, TestServer database, TestServer index, TestServer broker)
      throws IOException {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (int i = 0; i < SITES; i++) {
      List<Story> stories = new ArrayList<>();
      for (int number = 0; number < STORIES; number++) {
        stories.add(Story.plain(number, i * 1000 + number, Instant.parse("2026-03-01T00:00:00Z")));
      }
      String host = "site" + i + ".test";
      press.add(host, Shop.values()[i % 2], stories);
      yaml.append(press.source(host));
    }
    yaml.append("visits:\n  delay: 20ms\n  robots: ignore\n  private-addresses: yes\n");
    yaml.append("reading:\n  recheck: never\noutputs:\n");
    yaml.append("  - to: postgresql://postgres@127.0.0.1:" + database.port() + "/postgres\n");
    yaml.append("  - to: opensearch+http://127.0.0.1:" + index.port() + "/articles\n");
    yaml.append("  - to: kafka://127.0.0.1:" + broker.port() + "/articles\n");
    return Files.writeString(folder.resolve("kill.yaml"), yaml.toString());
  }

  private static int rows(TestServer database) throws Exception {
    String url = "jdbc:postgresql://127.0.0.1:" + database.port() + "/postgres?user=postgres";
    try (var connection = DriverManager.getConnection(url);
        var row = connection.createStatement().executeQuery("SELECT count(*) FROM article")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static int documents(TestServer index) throws Exception {
    String url = "http://127.0.0.1:" + index.port() + "/articles/";
    HttpClient client = HttpClient.newHttpClient();
    for (String path : List.of("_refresh", "_count")) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
      String answer = client.send(request, BodyHandlers.ofString()).body();
      if (path.equals("_count")) {
        return JsonMapper.shared().readTree(answer).get("count").asInt();
      }
    }
    return -1;
  }

  private static List<String> messages(TestServer broker) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", "127.0.0.1:" + broker.port(),
            "group.id", "reader",
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    List<String> ids = new ArrayList<>();
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      consumer.subscribe(List.of("articles"));
      for (int silent = 0; silent < 8; ) {
        var messages = consumer.poll(Duration.ofMillis(500));
        silent = messages.isEmpty() ? silent + 1 : 0;
        messages.forEach(message -> ids.add(new String(message.key(), StandardCharsets.UTF_8)));
      }
    }
    return ids;
  }
}
