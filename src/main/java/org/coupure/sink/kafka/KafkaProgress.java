package org.coupure.sink.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.coupure.sink.TargetUrl;

/**
 * The compacted topic {@code coupure.progress}, which says for each id of a producer the number of
 * the last record that was written. The number is sent in the transaction of the records, so that
 * both stand or neither.
 */
final class KafkaProgress {
  private static final String TOPIC = "coupure.progress";
  private static final Duration POLL = Duration.ofMillis(500);

  /** A minute of silence means that the broker has gone. */
  private static final int MOST_POLLS = 120;

  private final TargetUrl target;
  private final String id;
  private final Clock clock;

  KafkaProgress(TargetUrl target, String id, Clock clock) {
    this.target = target;
    this.id = id;
    this.clock = clock;
  }

  String id() {
    return id;
  }

  /** Returns the microseconds since 1970. */
  long clock() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
  }

  /** Makes the topic where it is not there. */
  void prepare() throws IOException {
    NewTopic topic =
        new NewTopic(TOPIC, Optional.of(1), Optional.empty())
            .configs(Map.of("cleanup.policy", "compact"));
    try (Admin admin = Admin.create(KafkaSettings.admin(target))) {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e.getCause() instanceof KafkaException known
            ? known
            : new KafkaException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(target + ": interrupted", e);
    }
  }

  /** Returns the last number, or -1 when nothing was written under this id. */
  long read() {
    TopicPartition partition = new TopicPartition(TOPIC, 0);
    long last = -1;
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(KafkaSettings.consumer(target))) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      int polls = 0;
      while (consumer.position(partition) < end) {
        if (++polls > MOST_POLLS) {
          throw new TimeoutException("the topic " + TOPIC + " could not be read to its end");
        }
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
          if (id.equals(text(message.key()))) {
            last = Math.max(last, Long.parseLong(text(message.value())));
          }
        }
      }
    }
    return last;
  }

  ProducerRecord<byte[], byte[]> message(long number) {
    return new ProducerRecord<>(
        TOPIC,
        id.getBytes(StandardCharsets.UTF_8),
        Long.toString(number).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
