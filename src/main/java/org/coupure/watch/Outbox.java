package org.coupure.watch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.coupure.article.Clip;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.Sinks;
import org.coupure.sink.TargetUnavailableException;
import org.coupure.watch.Configuration.Target;
import org.coupure.watch.OutboxTable.Posted;
import org.jspecify.annotations.Nullable;

/**
 * Delivers each record once to each target, whatever happens: what is to be written, and where,
 * goes into the state together with the news that the article is delivered; then it is written;
 * then it is struck from the state. After a crash the writes that were not struck are done again,
 * at the same places, where they change nothing. Used by one thread.
 *
 * <p>A server that is away holds up nobody: its records wait in the state, and it is tried again
 * after longer and longer pauses. A file that can't be written to ends the run.
 */
final class Outbox implements Closeable {
  /** As many records are written between two forced writes, which cost milliseconds each. */
  private static final int BATCH = 50;

  /** As many records that waited are read from the state at once. */
  private static final int CHUNK = 500;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final State state;
  private final Clock clock;
  private final Consumer<String> notices;
  private final List<Slot> slots = new ArrayList<>();

  private Outbox(State state, Clock clock, Consumer<String> notices) {
    this.state = state;
    this.clock = clock;
    this.notices = notices;
  }

  /** Opens the sink of a target. */
  interface Opener {
    ArticleSink open(Target target) throws IOException;
  }

  /** A target with its sink and what was not struck yet. */
  private static final class Slot {
    private final String name;
    private final ArticleSink sink;

    /** In the order of their numbers; empty while the target is away, when the state has them. */
    private final List<Posted> waiting = new ArrayList<>();

    /** How many of those the sink has, which may not be safe yet. */
    private int given;

    private @Nullable Absence absence;

    Slot(String name, ArticleSink sink) {
      this.name = name;
      this.sink = sink;
    }
  }

  /**
   * A target that does not answer.
   *
   * @param since when that was met first
   * @param pause how long it is left alone
   * @param until when it is tried again
   */
  private record Absence(Instant since, Duration pause, Instant until) {}

  /** Opens the targets and finishes what an earlier run left. */
  static Outbox open(State state, List<Target> targets, SinkOptions options, Clock clock)
      throws IOException {
    return open(
        state,
        targets,
        target -> Sinks.open(target.format(), target.out(), options.withStyle(target.style())),
        clock,
        options.notices());
  }

  static Outbox open(
      State state, List<Target> targets, Opener opener, Clock clock, Consumer<String> notices)
      throws IOException {
    Outbox outbox = new Outbox(state, clock, notices);
    try {
      for (Target target : targets) {
        Slot slot = new Slot(target.name(), opener.open(target));
        outbox.slots.add(slot);
        outbox.recover(slot);
      }
      outbox.settle();
      return outbox;
    } catch (IOException | RuntimeException e) {
      outbox.closeSinks();
      throw e;
    }
  }

  private void recover(Slot slot) throws IOException {
    List<Posted> posted = state.outbox().posted(slot.name);
    List<JournalEntry> entries = slot.sink.recover(posted.stream().map(Posted::entry).toList());
    for (int i = 0; i < entries.size(); i++) {
      slot.waiting.add(new Posted(posted.get(i).number(), entries.get(i)));
    }
    state.commit(() -> slot.waiting.forEach(state.outbox()::replace));
    state.secure();
    attempt(slot, this::give);
  }

  /** Notes a record down for each target; to be called within a transaction of the state. */
  void post(Clip clip) {
    try {
      for (Slot slot : slots) {
        Posted posted = state.outbox().post(slot.name, slot.sink.plan(clip));
        if (slot.absence == null) {
          slot.waiting.add(posted);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what was noted down; to be called when the transaction is over. */
  void write() throws IOException {
    if (slots.stream().anyMatch(slot -> slot.given < slot.waiting.size())) {
      // A record in a file that the state knows nothing of would be delivered a second time.
      state.secure();
    }
    for (Slot slot : slots) {
      if (slot.absence != null) {
        returnOf(slot);
      } else {
        attempt(slot, this::give);
        if (slot.given >= BATCH) {
          attempt(slot, this::force);
        }
      }
    }
  }

  private void give(Slot slot) throws IOException {
    while (slot.given < slot.waiting.size()) {
      slot.sink.write(slot.waiting.get(slot.given).entry());
      slot.given++;
    }
  }

  /** Makes sure that what the sink has is safe, and strikes it. */
  private void force(Slot slot) throws IOException {
    if (slot.given > 0) {
      slot.sink.force();
      long last = slot.waiting.get(slot.given - 1).number();
      state.commit(() -> state.outbox().strike(slot.name, last));
      slot.waiting.subList(0, slot.given).clear();
      slot.given = 0;
    }
  }

  /** What is done with a slot, which may fail because its target is away. */
  private interface Step {
    void run(Slot slot) throws IOException;
  }

  private void attempt(Slot slot, Step step) throws IOException {
    try {
      step.run(slot);
    } catch (TargetUnavailableException e) {
      Instant now = clock.instant();
      Absence before = slot.absence;
      Duration pause = before == null ? FIRST_PAUSE : doubled(before.pause());
      slot.absence = new Absence(before == null ? now : before.since(), pause, now.plus(pause));
      // The sink has forgotten what it was given; the state has all of it.
      slot.waiting.clear();
      slot.given = 0;
      if (before == null) {
        notices.accept(e.getMessage() + "; its records wait, and it is tried again");
      }
    }
  }

  private static Duration doubled(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  /** Tries a target again whose pause is over. */
  private void returnOf(Slot slot) throws IOException {
    Absence absence = slot.absence;
    if (absence != null && !clock.instant().isBefore(absence.until())) {
      attempt(slot, this::catchUp);
    }
  }

  private void catchUp(Slot slot) throws IOException {
    long before = state.outbox().count(slot.name);
    do {
      slot.waiting.addAll(state.outbox().posted(slot.name, CHUNK));
      give(slot);
      force(slot);
    } while (state.outbox().count(slot.name) > 0);
    slot.absence = null;
    notices.accept(slot.name + " answers again; " + before + " records that waited are written");
  }

  /** Makes sure that all that was written is on the disk, and strikes it. */
  void settle() throws IOException {
    for (Slot slot : slots) {
      if (slot.absence == null) {
        attempt(slot, this::force);
      } else {
        returnOf(slot);
      }
    }
  }

  /** Returns when a target that is away is tried again; empty when none is away. */
  Optional<Instant> nextAttempt() {
    return slots.stream()
        .flatMap(slot -> Stream.ofNullable(slot.absence))
        .map(Absence::until)
        .min(Comparator.naturalOrder());
  }

  /** Returns a sentence for each target that is away: since when, and how many records wait. */
  List<String> away() {
    List<String> sentences = new ArrayList<>();
    for (Slot slot : slots) {
      Absence absence = slot.absence;
      if (absence != null) {
        long count = state.outbox().count(slot.name);
        Instant since = absence.since().truncatedTo(ChronoUnit.SECONDS);
        sentences.add(
            slot.name + " is away since " + since + "; " + count + " records wait for it");
      }
    }
    return sentences;
  }

  private void closeSinks() throws IOException {
    for (Slot slot : slots) {
      attempt(slot, each -> each.sink.close());
      String summary = slot.sink.summary();
      if (summary != null) {
        notices.accept(summary);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      settle();
    } finally {
      closeSinks();
    }
  }
}
