package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.record.Clips;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.OutputStyle;
import org.coupure.sink.TargetUnavailableException;
import org.coupure.watch.Configuration.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of records when a target goes away. */
class OutboxTest {
  private static final Target TARGET =
      new Target("shop://u:geheim@a/x", null, OutputStyle.PLAIN, Routing.ALL);
  private static final Target OTHER = new Target("other", null, OutputStyle.PLAIN, Routing.ALL);

  @TempDir Path folder;
  private final MovingClock clock =
      new MovingClock(Instant.parse("2026-03-01T00:00:00Z"), Instant.MAX);
  private final List<String> notices = new ArrayList<>();
  private final Shelf shelf = new Shelf();
  private final Shelf otherShelf = new Shelf();
  private State state;

  /** A target that keeps what it has when it is forced, as a database does. */
  private static final class Shelf implements ArticleSink {
    private final List<String> given = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private boolean away;

    @Override
    public JournalEntry plan(Clip clip) {
      return new JournalEntry(clip.requireArticle().id(), new byte[] {1});
    }

    @Override
    public void write(JournalEntry entry) {
      given.add(entry.place());
    }

    @Override
    public void force() throws IOException {
      List<String> batch = List.copyOf(given);
      given.clear();
      if (away) {
        throw new TargetUnavailableException("the shelf does not answer", null);
      }
      kept.addAll(batch);
    }

    @Override
    public void close() throws IOException {
      force();
    }
  }

  @BeforeEach
  void open() throws IOException {
    state = State.open(folder.resolve("state.sqlite"));
  }

  @AfterEach
  void close() {
    state.close();
  }

  private Outbox outbox() throws IOException {
    return Outbox.open(
        state,
        List.of(TARGET, OTHER),
        target -> target == TARGET ? shelf : otherShelf,
        clock,
        notices::add);
  }

  private void deliver(Outbox outbox, String... ids) throws IOException {
    for (String id : ids) {
      state.commit(() -> outbox.post(Clips.of(id, "Un", "Deux.")));
    }
    outbox.write();
    outbox.settle();
  }

  @Test
  void goesOnWithTheOthersAndCatchesUp() throws IOException {
    try (Outbox outbox = outbox()) {
      deliver(outbox, "a");
      shelf.away = true;
      deliver(outbox, "b", "c");
      assertThat(shelf.kept).containsExactly("a");
      assertThat(otherShelf.kept).containsExactly("a", "b", "c");
      assertThat(outbox.away())
          .containsExactly(
              "shop://u:***@a/x is away since 2026-03-01T00:00:00Z; 2 records wait for it");

      shelf.away = false;
      clock.set(clock.instant().plusSeconds(3));
      deliver(outbox, "d");

      assertThat(shelf.kept).containsExactly("a", "b", "c", "d");
      assertThat(outbox.away()).isEmpty();
    }
    assertThat(notices)
        .containsExactly(
            "the shelf does not answer; its records wait, and it is tried again",
            "shop://u:***@a/x answers again; 3 records that waited are written");
  }

  @Test
  void triesAgainAfterLongerAndLongerPauses() throws IOException {
    shelf.away = true;
    try (Outbox outbox = outbox()) {
      deliver(outbox, "a");
      List<Long> pauses = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        Instant next = outbox.nextAttempt().orElseThrow();
        pauses.add(Duration.between(clock.instant(), next).toSeconds());
        clock.set(next);
        outbox.write();
      }

      assertThat(pauses).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    }
  }

  @Test
  void keepsForTheNextRunWhatWaits() throws IOException {
    shelf.away = true;
    try (Outbox outbox = outbox()) {
      deliver(outbox, "a", "b");
    }
    shelf.away = false;
    try (Outbox outbox = outbox()) {
      deliver(outbox, "c");
    }

    assertThat(shelf.kept).containsExactly("a", "b", "c");
    assertThat(otherShelf.kept).containsExactly("a", "b", "c");
    assertThat(state.outbox().count(TARGET.name())).isZero();
  }

  @Test
  void aTargetThatIsAwayAtTheStartEndsNothing() throws IOException {
    shelf.away = true;
    try (Outbox outbox = outbox()) {
      deliver(outbox, "a");
    }
    try (Outbox outbox = outbox()) {
      deliver(outbox, "b");
      assertThat(otherShelf.kept).containsExactly("a", "b");
      assertThat(outbox.away()).hasSize(1);
    }
  }
}
