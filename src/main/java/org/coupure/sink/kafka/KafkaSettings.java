package org.coupure.sink.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.coupure.sink.TargetUrl;

/** What Kafka's clients are told. A parameter of the URL whose name has a dot is passed on. */
final class KafkaSettings {
  /** A broker that is gone takes no farewell. */
  static final Duration FAREWELL = Duration.ofSeconds(2);

  /** In bytes: no page that is read is larger. What the topic takes is the broker's to say. */
  private static final int LARGEST_RECORD = 50_000_000;

  private static final int REQUEST_MILLIS = 10_000;

  /** Quirk: must not be less than the request's time and the time that a batch is waited for. */
  private static final int DELIVERY_MILLIS = 30_000;

  private KafkaSettings() {}

  static Map<String, Object> producer(TargetUrl target, String id) {
    Map<String, Object> settings = common(target);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * LARGEST_RECORD);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
    passOn(target, settings);
    return settings;
  }

  static Map<String, Object> consumer(TargetUrl target) {
    Map<String, Object> settings = common(target);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    security(target, settings);
    return settings;
  }

  static Map<String, Object> admin(TargetUrl target) {
    Map<String, Object> settings = common(target);
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    security(target, settings);
    return settings;
  }

  private static Map<String, Object> common(TargetUrl target) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, target.hosts());
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "coupure");
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    String user = target.user();
    String password = target.password();
    if (user != null && password != null) {
      settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_SSL");
      settings.put(SaslConfigs.SASL_MECHANISM, "PLAIN");
      settings.put(
          SaslConfigs.SASL_JAAS_CONFIG,
          "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
              + escaped(user)
              + "\" password=\""
              + escaped(password)
              + "\";");
    }
    return settings;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static void passOn(TargetUrl target, Map<String, Object> settings) {
    target
        .parameters()
        .forEach(
            (name, value) -> {
              if (name.indexOf('.') > 0) {
                settings.put(name, value);
              }
            });
  }

  private static void security(TargetUrl target, Map<String, Object> settings) {
    target
        .parameters()
        .forEach(
            (name, value) -> {
              if (name.matches("(security|sasl|ssl)[.].*")) {
                settings.put(name, value);
              }
            });
  }
}
