package org.coupure.watch;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.sink.Piece;
import org.coupure.sink.PlannedSink;
import org.coupure.watch.Configuration.Target;
import org.coupure.watch.State.Posted;

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
  private final List<Slot> slots = new ArrayList<>();

  private Outbox(State state) {
    this.state = state;
  }

  /** A target with its sink and what was not struck yet. */
  private static final class Slot {
    private final String name;
    private final PlannedSink sink;
    private final List<Posted> unwritten = new ArrayList<>();
    private long last;
    private int unforced;

    Slot(String name, PlannedSink sink) {
      this.name = name;
      this.sink = sink;
    }
  }

  /** Opens the targets and finishes what an earlier run left. */
  static Outbox open(State state, List<Target> targets, OutputStream stdout) throws IOException {
    Outbox outbox = new Outbox(state);
    try {
      for (Target target : targets) {
        PlannedSink sink = PlannedSink.open(target.format(), target.path(), stdout);
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
    List<Posted> posted = state.outbox(slot.name);
    List<Piece> pieces = slot.sink.recover(posted.stream().map(Posted::piece).toList());
    state.commit(
        () -> {
          for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).place().equals(posted.get(i).piece().place())) {
              state.replace(posted.get(i).number(), pieces.get(i));
            }
          }
        });
    state.secure();
    for (int i = 0; i < pieces.size(); i++) {
      slot.unwritten.add(new Posted(posted.get(i).number(), pieces.get(i)));
    }
    write(slot);
  }

  /** Notes a record down for each target; to be called within a transaction of the state. */
  void post(Clip clip) {
    try {
      for (Slot slot : slots) {
        Piece piece = slot.sink.plan(clip);
        slot.unwritten.add(new Posted(state.post(slot.name, piece), piece));
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
      slot.sink.write(posted.piece());
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
      state.commit(() -> state.strike(slot.name, slot.last));
      slot.unforced = 0;
    }
  }

  private void closeSinks() throws IOException {
    for (Slot slot : slots) {
      slot.sink.close();
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
