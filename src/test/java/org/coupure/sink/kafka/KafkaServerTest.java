package org.coupure.sink.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.coupure.article.Clip;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.ServerRecords;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.Sinks;
import org.coupure.sink.TargetUnavailableException;
import org.coupure.sink.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a real broker. */
class KafkaServerTest {
  @TempDir static Path folder;
  private static TestServer server;

  private final List<String> notices = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.start("kafka", "KafkaBroker.java", folder.resolve("data"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static String url(String topic) {
    return "kafka://127.0.0.1:" + server.port() + "/" + topic;
  }

  /** Reads a topic to its end, as a consumer group does that takes committed messages only. */
  private static List<JsonNode> records(String topic) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", "127.0.0.1:" + server.port());
    settings.put("group.id", "reader");
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    List<JsonNode> records = new ArrayList<>();
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      consumer.subscribe(List.of(topic));
      int silent = 0;
      while (silent < 6) {
        var messages = consumer.poll(Duration.ofMillis(500));
        silent = messages.isEmpty() ? silent + 1 : 0;
        for (ConsumerRecord<byte[], byte[]> message : messages) {
          String json = new String(message.value(), StandardCharsets.UTF_8);
          records.add(JsonMapper.shared().readTree(json));
        }
      }
    }
    return records;
  }

  @Test
  void keepsEveryFieldOfEveryRecord() throws Exception {
    List<Clip> clips = ServerRecords.clips(40);
    try (ArticleSink sink = ServerRecords.journaled(url("kept"), notices::add)) {
      ServerRecords.write(sink, clips);
    }

    assertThat(records("kept"))
        .containsExactlyInAnyOrderElementsOf(clips.stream().map(ServerRecords::record).toList());
    assertThat(notices).isEmpty();
  }

  @Test
  void writesNothingTwiceThatTheJournalStillHolds() throws Exception {
    List<JournalEntry> journal = new ArrayList<>();
    try (ArticleSink sink = ServerRecords.journaled(url("twice"), notices::add)) {
      for (Clip clip : ServerRecords.clips(5)) {
        journal.add(sink.plan(clip));
      }
      for (JournalEntry entry : journal.subList(0, 3)) {
        sink.write(entry);
      }
      sink.force();
    }
    SinkOptions options = SinkOptions.of(OutputStream.nullOutputStream()).withJournal();
    try (ArticleSink sink = Sinks.open(null, url("twice"), options)) {
      for (JournalEntry entry : sink.recover(journal)) {
        sink.write(entry);
      }
      sink.force();
      ServerRecords.write(sink, List.of(ServerRecords.clip("neu", "Neu", "Text.")));
    }

    assertThat(records("twice")).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void keepsARecordThatIsTooLargeAndGoesOn() throws Exception {
    Path rejected = Path.of("large.rejected.jsonl");
    Files.deleteIfExists(rejected);
    try (ArticleSink sink = ServerRecords.journaled(url("large"), notices::add)) {
      ServerRecords.write(
          sink,
          List.of(
              ServerRecords.clip("a", "Un", "Texte."),
              ServerRecords.large("b", 4_000_000),
              ServerRecords.clip("c", "Trois", "Texte.")));
    }

    assertThat(records("large")).extracting(r -> r.get("id").asString()).containsOnly("a", "c");
    assertThat(Files.readString(rejected)).contains("max.message.bytes").contains("\"id\":\"b\"");
    Files.delete(rejected);
  }

  @Test
  void goesOnWhenTheBrokerIsBack() throws Exception {
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
      sink.write(planned);
      sink.force();
    }

    assertThat(records("back"))
        .extracting(r -> r.get("id").asString())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aSecondWriterEndsTheFirst() throws Exception {
    try (ArticleSink first = ServerRecords.journaled(url("fenced"), notices::add);
        ArticleSink second = ServerRecords.journaled(url("fenced"), notices::add)) {
      ServerRecords.write(first, List.of(ServerRecords.clip("a", "Un", "Texte.")));
      ServerRecords.write(second, List.of(ServerRecords.clip("b", "Deux", "Texte.")));

      assertThatThrownBy(
              () -> ServerRecords.write(first, List.of(ServerRecords.clip("c", "Trois", "Texte."))))
          .hasMessageContaining("another process writes with the same id");
    }
  }
}
