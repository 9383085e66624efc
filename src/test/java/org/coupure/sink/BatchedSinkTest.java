package org.coupure.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coupure.record.Clips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchedSinkTest {
  private static final TargetUrl TARGET = target();

  private static TargetUrl target() {
    try {
      return TargetUrl.parse("test://anna:geheim@host:1/press", Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TempDir Path folder;
  private final List<String> notices = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<List<String>> taken = new ArrayList<>();

  /** How often the target is away before it answers. */
  private int away;

  private final class FakeTarget extends BatchedSink {
    FakeTarget(int mostRecords, Backoff backoff) {
      super(
          TARGET,
          folder.resolve("press.rejected.jsonl"),
          mostRecords,
          backoff,
          SinkOptions.of(OutputStream.nullOutputStream()).withNotices(notices::add));
    }

    @Override
    protected List<Rejection> send(List<JournalEntry> batch) throws IOException {
      if (away-- > 0) {
        throw new TargetUnavailableException(target() + " does not answer", null);
      }
      taken.add(batch.stream().map(JournalEntry::place).toList());
      return batch.stream()
          .filter(entry -> entry.place().startsWith("bad"))
          .map(entry -> new Rejection(entry, "too odd"))
          .toList();
    }

    @Override
    protected void disconnect() {}
  }

  private Backoff patient() {
    return new Backoff(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), pauses::add);
  }

  @Test
  void sendsBatchesAndTheRestAtTheEnd() throws IOException {
    try (ArticleSink sink = new FakeTarget(2, patient())) {
      for (String id : List.of("a", "b", "c")) {
        sink.accept(Clips.of(id, "Un", "Deux."));
      }
    }

    assertThat(taken).containsExactly(List.of("a/", "b/"), List.of("c/"));
  }

  @Test
  void waitsLongerAndLongerUntilTheTargetAnswers() throws IOException {
    away = 2;
    try (ArticleSink sink = new FakeTarget(1, patient())) {
      sink.accept(Clips.of("a", "Un", "Deux."));
      assertThat(sink.summary()).isEqualTo("wrote 1 record to test://host:1/press");
    }

    assertThat(taken).containsExactly(List.of("a/"));
    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(notices)
        .containsExactly(
            "test://host:1/press does not answer; trying again in 1 s",
            "test://host:1/press does not answer; trying again in 2 s");
  }

  @Test
  void givesUpInTheEnd() throws IOException {
    away = 9;
    try (ArticleSink sink = new FakeTarget(1, patient())) {
      assertThatThrownBy(() -> sink.accept(Clips.of("a", "Un", "Deux.")))
          .isInstanceOf(TargetUnavailableException.class)
          .hasMessage(
              "test://host:1/press does not answer; see that it runs, and run the same again");
    }
  }

  @Test
  void leavesWaitingToWhoKeepsAJournal() throws IOException {
    away = 1;
    try (ArticleSink sink = new FakeTarget(10, Backoff.NONE)) {
      JournalEntry entry = sink.plan(Clips.of("a", "Un", "Deux."));
      sink.write(entry);
      assertThatThrownBy(sink::force).isInstanceOf(TargetUnavailableException.class);
      sink.write(entry);
      sink.force();
    }

    assertThat(taken).containsExactly(List.of("a/"));
  }

  @Test
  void keepsWhatIsRefusedWithTheReason() throws IOException {
    try (ArticleSink sink = new FakeTarget(2, patient())) {
      sink.accept(Clips.of("a", "Un", "Deux."));
      sink.accept(Clips.of("bad", "Un", "Deux."));
      assertThat(sink.summary())
          .startsWith("wrote 1 record to test://host:1/press; 1 refused, see ")
          .endsWith("press.rejected.jsonl");
    }

    assertThat(Files.readString(folder.resolve("press.rejected.jsonl")))
        .startsWith("{\"reason\":\"too odd\",\"record\":{\"schema\":\"article-1\",\"id\":\"bad\"")
        .hasLineCount(1);
    assertThat(notices).singleElement().asString().contains("test://host:1/press refuses records");
  }

  @Test
  void readsUserAndPasswordOfTheUrlOrTheEnvironment() throws IOException {
    Map<String, String> environment =
        Map.of("COUPURE_POSTGRESQL_USER", "bo", "COUPURE_POSTGRESQL_PASSWORD", "x");

    assertThat(TARGET.password()).isEqualTo("geheim");
    TargetUrl other = TargetUrl.parse("postgresql://a%40b@h/d%20b?x=1&y", environment);
    assertThat(List.of(other.user(), other.password(), other.hosts(), other.path()))
        .containsExactly("a@b", "x", "h", "d b");
    assertThat(other.parameters()).containsEntry("x", "1").containsEntry("y", "");
    assertThat(TargetUrl.parse("postgresql://h/d", environment).user()).isEqualTo("bo");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://u:p@h/d, postgresql://u:***@h/d",
    "kafka://h/t?ssl.key.password=p&a=b, kafka://h/t?ssl.key.password=***&a=b",
    "out/a.jsonl, out/a.jsonl",
  })
  void hidesPasswords(String text, String masked) {
    assertThat(TargetUrl.masked(text)).isEqualTo(masked);
  }

  @Test
  void saysWhatIsNoUrl() {
    assertThatThrownBy(() -> TargetUrl.parse("postgresql:///db", Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is no URL of a server");
  }
}
