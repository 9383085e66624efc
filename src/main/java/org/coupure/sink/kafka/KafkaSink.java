package org.coupure.sink.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.coupure.article.Clip;
import org.coupure.sink.BatchedSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.Rejection;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.TargetUnavailableException;
import org.coupure.sink.TargetUrl;
import org.jspecify.annotations.Nullable;

/**
 * A topic with a message a record: the key is the record's id, the value its JSON. Each batch is a
 * transaction, in which the number of its last record goes to the topic of {@link KafkaProgress}. A
 * place is that number and the id; what has a number that the topic of progress has passed was
 * written before a crash. So each record of a run with a journal comes exactly once to who reads
 * committed messages.
 */
final class KafkaSink extends BatchedSink {
  private static final int MOST_RECORDS = 500;
  private static final long MOST_BYTES = 8_000_000;
  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

  private final KafkaProgress progress;
  private final String topic;
  private @Nullable Producer<byte[], byte[]> producer;
  private long number = -1;
  private long done;

  KafkaSink(TargetUrl target, SinkOptions options) throws IOException {
    super(target, target.path(), MOST_RECORDS, MOST_BYTES, options);
    this.topic = target.path();
    if (!TOPIC.matcher(topic).matches()) {
      throw new IOException(
          target + ": the URL must end in the name of a topic, such as /articles");
    }
    this.progress =
        new KafkaProgress(target, target.parameter("id", "coupure-" + topic), Clock.systemUTC());
  }

  /** What the journal holds keeps its numbers; those that follow come after all of them. */
  @Override
  public List<JournalEntry> recover(List<JournalEntry> journal) {
    for (JournalEntry entry : journal) {
      number = Math.max(number, numberOf(entry));
    }
    return List.copyOf(journal);
  }

  private static long numberOf(JournalEntry entry) {
    return Long.parseLong(entry.place().substring(0, entry.place().indexOf('/')));
  }

  /**
   * The number is that of the microsecond, or the next one: it only has to grow, also from run to
   * run and when the broker can't be asked for the last one.
   */
  @Override
  public JournalEntry plan(Clip clip) throws IOException {
    JournalEntry plain = super.plan(clip);
    number = Math.max(number + 1, progress.clock());
    return new JournalEntry(number + "/" + clip.requireArticle().id(), plain.bytes());
  }

  @Override
  protected List<Rejection> send(List<JournalEntry> batch) throws IOException {
    Producer<byte[], byte[]> open = connected();
    List<JournalEntry> left = batch.stream().filter(entry -> numberOf(entry) > done).toList();
    List<Rejection> refused = new ArrayList<>();
    while (!left.isEmpty()) {
      Rejection tooLarge = transaction(open, left);
      if (tooLarge == null) {
        done = numberOf(left.get(left.size() - 1));
        break;
      }
      refused.add(tooLarge);
      left = left.stream().filter(entry -> entry != tooLarge.entry()).toList();
    }
    return refused;
  }

  /** Returns the record that was refused, after which nothing of the transaction stands. */
  private @Nullable Rejection transaction(Producer<byte[], byte[]> open, List<JournalEntry> batch)
      throws IOException {
    try {
      open.beginTransaction();
      List<Future<RecordMetadata>> answers = new ArrayList<>();
      for (JournalEntry entry : batch) {
        answers.add(open.send(message(entry)));
      }
      open.flush();
      for (int i = 0; i < answers.size(); i++) {
        Rejection refused = refusal(batch.get(i), answers.get(i));
        if (refused != null) {
          open.abortTransaction();
          return refused;
        }
      }
      long last = numberOf(batch.get(batch.size() - 1));
      answers.add(open.send(progress.message(last)));
      open.commitTransaction();
      return null;
    } catch (KafkaException e) {
      throw failure(e);
    }
  }

  private ProducerRecord<byte[], byte[]> message(JournalEntry entry) {
    String id = entry.place().substring(entry.place().indexOf('/') + 1);
    return new ProducerRecord<>(topic, id.getBytes(StandardCharsets.UTF_8), entry.bytes());
  }

  private @Nullable Rejection refusal(JournalEntry entry, Future<RecordMetadata> answer)
      throws IOException {
    try {
      answer.get();
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException tooLarge) {
        return new Rejection(
            entry,
            "a record of "
                + entry.bytes().length
                + " bytes is more than the topic takes (max.message.bytes): "
                + tooLarge.getMessage());
      }
      throw failure(
          e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(target() + ": interrupted", e);
    }
  }

  private Producer<byte[], byte[]> connected() throws IOException {
    Producer<byte[], byte[]> open = producer;
    if (open != null) {
      return open;
    }
    try {
      progress.prepare();
      open = new KafkaProducer<>(KafkaSettings.producer(target(), progress.id()));
      producer = open;
      // From here on an older producer of this id can write nothing more.
      open.initTransactions();
      done = progress.read();
      if (done > progress.clock()) {
        throw new IOException(
            target() + ": the clock is behind the last record that was written; set the clock");
      }
      return open;
    } catch (KafkaException e) {
      disconnect();
      throw failure(e);
    } catch (LinkageError e) {
      throw new IOException("Kafka needs the library org.apache.kafka:kafka-clients", e);
    }
  }

  private IOException failure(KafkaException e) {
    disconnect();
    Throwable cause = e.getCause() instanceof KafkaException inner ? inner : e;
    if (cause instanceof InterruptException) {
      return new IOException(target() + ": interrupted", e);
    }
    if (cause instanceof ProducerFencedException
        || cause instanceof InvalidProducerEpochException) {
      return new IOException(
          target() + ": another process writes with the same id; give one of them ?id=NAME", e);
    }
    if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
      return new IOException(
          target()
              + ": user or password is wrong, or may not write; give them in the URL, or as"
              + " COUPURE_KAFKA_USER and COUPURE_KAFKA_PASSWORD ("
              + cause.getMessage()
              + ")",
          e);
    }
    String said = String.valueOf(cause.getMessage());
    return cause instanceof RetriableException
        ? new TargetUnavailableException(target() + " does not answer (" + said + ")", e)
        : new IOException(target() + " can't be written to: " + said, e);
  }

  @Override
  protected void disconnect() {
    Producer<byte[], byte[]> open = producer;
    producer = null;
    if (open != null) {
      open.close(KafkaSettings.FAREWELL);
    }
  }
}
