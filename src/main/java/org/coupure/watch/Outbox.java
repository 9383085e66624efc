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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.coupure.article.Article;
import org.coupure.article.Assignment;
import org.coupure.article.Clip;
import org.coupure.record.RecordAssignment;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.Sinks;
import org.coupure.sink.TargetUnavailableException;
import org.coupure.store.ArticleStore;
import org.coupure.store.StoredRecord;
import org.coupure.watch.Configuration.Target;
import org.coupure.watch.OutboxTable.Posted;
import org.jspecify.annotations.Nullable;

/**
 * Delivers each record once to each target, whatever happens: what is to be written, and where,
 * goes into the state together with the news that the article is delivered; then it is written;
 * then it is struck from the state. After a crash the writes that were not struck are done again,
 * at the same places, where they change nothing. Used by one thread.
 *
 * <p>A target whose path names subjects, sites or days is opened place by place, when the first
 * record goes there.
 *
 * <p>An unreachable server does not delay the other outputs: its records wait in the state, and it
 * is tried again after growing pauses. A file that can't be written to ends the run.
 */
final class Outbox implements Closeable {
  /** As many records are written between two forced writes, which cost milliseconds each. */
  private static final int BATCH = 50;

  /** As many records that waited are read from the state at once. */
  private static final int CHUNK = 500;

  /** The store's name in the state. */
  private static final String STORE = "store";

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final State state;
  private final Clock clock;
  private final Consumer<String> notices;
  private final List<Target> targets;
  private final Opener opener;

  /** By name, those without a fixed place in the order of their last use. */
  private final Map<String, Slot> slots = new LinkedHashMap<>();

  private @Nullable Slot store;

  private Outbox(
      State state, List<Target> targets, Opener opener, Clock clock, Consumer<String> notices) {
    this.state = state;
    this.targets = targets;
    this.opener = opener;
    this.clock = clock;
    this.notices = notices;
  }

  /** Opens the sink of a target. */
  interface Opener {
    ArticleSink open(Target target) throws IOException;
  }

  /** As many files of one path with marks are open at once. */
  private static final int MOST_OPEN = 64;

  /** A target with its sink and what was not struck yet. */
  private static final class Slot {
    private final String name;
    private final ArticleSink sink;
    private final boolean fixed;

    /** How many records are given between two forced writes. */
    private final int batch;

    /** In the order of their numbers; empty while the target is away, when the state has them. */
    private final List<Posted> waiting = new ArrayList<>();

    /** How many of those the sink has, which may not be safe yet. */
    private int given;

    private @Nullable Absence absence;

    Slot(String name, ArticleSink sink, boolean fixed, int batch) {
      this.name = name;
      this.sink = sink;
      this.fixed = fixed;
      this.batch = batch;
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

  /**
   * Opens the targets and finishes what an earlier run left.
   *
   * @param store gets all records, before the targets do; null for none
   */
  static Outbox open(
      State state,
      List<Target> targets,
      @Nullable ArticleStore store,
      SinkOptions options,
      Clock clock)
      throws IOException {
    Opener opener =
        target ->
            target.push() == null
                ? Sinks.open(target.format(), target.out(), options.withStyle(target.style()))
                : target.push().open(options);
    Outbox outbox = new Outbox(state, targets, opener, clock, options.notices());
    if (store != null) {
      outbox.store = new Slot(STORE, store.sink(), true, BATCH);
      outbox.slots.put(STORE, outbox.store);
    }
    return outbox.opened();
  }

  static Outbox open(
      State state, List<Target> targets, Opener opener, Clock clock, Consumer<String> notices)
      throws IOException {
    return new Outbox(state, targets, opener, clock, notices).opened();
  }

  private Outbox opened() throws IOException {
    try {
      state.commit(() -> state.deliveries().activate(targets.stream().map(Target::name).toList()));
      if (store != null) {
        recover(store);
      }
      for (Target target : targets) {
        if (target.template().isFixed()) {
          open(target, true);
        }
      }
      for (String name : state.outbox().targets()) {
        reopen(name);
      }
      settle();
      return this;
    } catch (IOException | RuntimeException e) {
      closeSinks();
      throw e;
    }
  }

  private Slot open(Target target, boolean fixed) throws IOException {
    // Who is told is told again after a crash, so what was told is noted down at once.
    int batch = target.push() == null ? BATCH : 1;
    Slot slot = new Slot(target.name(), opener.open(target), fixed, batch);
    slots.put(slot.name, slot);
    recover(slot);
    return slot;
  }

  /** Finishes what an earlier run left for a place of a path with marks. */
  private void reopen(String name) throws IOException {
    if (slots.containsKey(name)) {
      return;
    }
    for (Target target : targets) {
      if (!target.template().isFixed() && target.template().gives(name)) {
        Slot unused = open(target.at(name), false);
        return;
      }
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

  /**
   * Notes a record down for the store and for each target that wants it; to be called within a
   * transaction of the state.
   */
  void post(Clip clip) {
    keep(clip);
    try {
      for (Target target : targets) {
        for (String place : places(target, clip)) {
          deliver(target.at(place), clip);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Notes a record of the store down for each place that wants it and has not got its text; to be
   * called within a transaction of the state.
   *
   * @param changed whether the record belongs to other subjects or sources than before, so that
   *     targets that ask for updates get it again
   * @return how many places get it
   */
  int offer(Clip clip, boolean changed) {
    Article article = clip.requireArticle();
    int count = 0;
    try {
      for (Target target : targets) {
        for (String place : places(target, clip)) {
          Target there = target.at(place);
          boolean has =
              state.deliveries().has(target.name(), there.name(), article.id(), hash(article));
          if (!has || (changed && target.routing().updates())) {
            deliver(there, clip);
            count++;
          }
        }
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes down for the store that a record belongs to other sources and subjects now. */
  void keep(StoredRecord stored, Assignment assignment) {
    if (store != null) {
      byte[] json = RecordAssignment.write(stored.json(), assignment);
      String place = stored.article().id() + "/" + hash(stored.article());
      post(store, new JournalEntry(place, json));
    }
  }

  /** Notes a record down for the store alone. */
  void keep(Clip clip) {
    try {
      if (store != null) {
        post(store, store.sink.plan(clip));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> places(Target target, Clip clip) {
    Article article = clip.requireArticle();
    if (!target.routing().wants(article)) {
      return List.of();
    }
    String out = target.out();
    return out == null || target.push() != null
        ? List.of("-")
        : target.template().places(article, target.routing().subjects());
  }

  private void deliver(Target target, Clip clip) throws IOException {
    Article article = clip.requireArticle();
    Slot slot = slots.get(target.name());
    if (slot == null) {
      slot = open(target, false);
    } else if (!slot.fixed) {
      slots.remove(slot.name);
      slots.put(slot.name, slot);
    }
    post(slot, slot.sink.plan(clip));
    state.deliveries().add(slot.name, article.id(), hash(article));
  }

  private void post(Slot slot, JournalEntry entry) {
    Posted posted = state.outbox().post(slot.name, entry);
    if (slot.absence == null) {
      slot.waiting.add(posted);
    }
  }

  private static String hash(Article article) {
    return Objects.requireNonNullElse(article.duplicate().textHash(), "");
  }

  /** Writes what was noted down; to be called when the transaction is over. */
  void write() throws IOException {
    if (slots.values().stream().anyMatch(slot -> slot.given < slot.waiting.size())) {
      // A record in a file that the state knows nothing of would be delivered a second time.
      state.secure();
    }
    for (Slot slot : slots.values()) {
      if (slot.absence != null) {
        returnOf(slot);
      } else {
        attempt(slot, this::give);
      }
    }
  }

  private void give(Slot slot) throws IOException {
    while (slot.given < slot.waiting.size()) {
      slot.sink.write(slot.waiting.get(slot.given).entry());
      slot.given++;
      if (slot.given >= slot.batch) {
        force(slot);
      }
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
    for (Slot slot : slots.values()) {
      if (slot.absence == null) {
        attempt(slot, this::force);
      } else {
        returnOf(slot);
      }
    }
    closeEldest();
  }

  /** An output without waiting records may be closed; it is opened again when needed. */
  private void closeEldest() throws IOException {
    List<Slot> idle =
        slots.values().stream()
            .filter(slot -> !slot.fixed && slot.absence == null && slot.waiting.isEmpty())
            .toList();
    for (Slot slot : idle.subList(0, Math.max(0, idle.size() - MOST_OPEN))) {
      slots.remove(slot.name);
      slot.sink.close();
    }
  }

  /** Returns when a target that is away is tried again; empty when none is away. */
  Optional<Instant> nextAttempt() {
    return slots.values().stream()
        .flatMap(slot -> Stream.ofNullable(slot.absence))
        .map(Absence::until)
        .min(Comparator.naturalOrder());
  }

  /** Returns a sentence for each target that is away: since when, and how many records wait. */
  List<String> away() {
    List<String> sentences = new ArrayList<>();
    for (Slot slot : slots.values()) {
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
    for (Slot slot : slots.values()) {
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
