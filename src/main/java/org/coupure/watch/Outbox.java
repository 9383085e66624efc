package org.coupure.watch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.coupure.article.Clip;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.Sinks;
import org.coupure.watch.Configuration.Target;
import org.coupure.watch.OutboxTable.Posted;

/**
 * Delivers each record once to each target, whatever happens: what is to be written, and where,
 * goes into the state together with the news that the article is delivered; then it is written;
 * then it is struck from the state. After a crash the writes that were not struck are done again,
 * at the same places, where they change nothing. Used by one thread.
 */
final class Outbox implements Closeable {
  /** As many records are written between two forced writes, which cost milliseconds each. */
  private static final int BATCH = 50;

  private final State state;
  private final Consumer<String> notices;
  private final List<Slot> slots = new ArrayList<>();

  private Outbox(State state, Consumer<String> notices) {
    this.state = state;
    this.notices = notices;
  }

  /** A target with its sink and what was not struck yet. */
  private static final class Slot {
    private final String name;
    private final ArticleSink sink;
    private final List<Posted> unwritten = new ArrayList<>();
    private long last;
    private int unforced;

    Slot(String name, ArticleSink sink) {
      this.name = name;
      this.sink = sink;
    }
  }

  /** Opens the targets and finishes what an earlier run left. */
  static Outbox open(State state, List<Target> targets, SinkOptions options) throws IOException {
    Outbox outbox = new Outbox(state, options.notices());
    try {
      for (Target target : targets) {
        ArticleSink sink =
            Sinks.open(target.format(), target.out(), options.withStyle(target.style()));
        Slot slot = new Slot(target.name(), sink);
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
      slot.unwritten.add(new Posted(posted.get(i).number(), entries.get(i)));
    }
    state.commit(() -> slot.unwritten.forEach(state.outbox()::replace));
    state.secure();
    write(slot);
  }

  /** Notes a record down for each target; to be called within a transaction of the state. */
  void post(Clip clip) {
    try {
      for (Slot slot : slots) {
        slot.unwritten.add(state.outbox().post(slot.name, slot.sink.plan(clip)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what was noted down; to be called when the transaction is over. */
  void write() throws IOException {
    if (slots.stream().anyMatch(slot -> !slot.unwritten.isEmpty())) {
      // A record in a file that the state knows nothing of would be delivered a second time.
      state.secure();
    }
    for (Slot slot : slots) {
      write(slot);
      if (slot.unforced >= BATCH) {
        settle(slot);
      }
    }
  }

  private static void write(Slot slot) throws IOException {
    for (Posted posted : slot.unwritten) {
      slot.sink.write(posted.entry());
      slot.last = posted.number();
      slot.unforced++;
    }
    slot.unwritten.clear();
  }

  /** Makes sure that all that was written is on the disk, and strikes it. */
  void settle() throws IOException {
    for (Slot slot : slots) {
      settle(slot);
    }
  }

  private void settle(Slot slot) throws IOException {
    if (slot.unforced > 0) {
      slot.sink.force();
      state.commit(() -> state.outbox().strike(slot.name, slot.last));
      slot.unforced = 0;
    }
  }

  private void closeSinks() throws IOException {
    for (Slot slot : slots) {
      slot.sink.close();
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
