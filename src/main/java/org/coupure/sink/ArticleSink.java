package org.coupure.sink;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.coupure.article.Clip;
import org.jspecify.annotations.Nullable;

/**
 * Where records go. It says first what it will write and where, so that a caller who keeps a
 * journal can note it down, and a write that a crash interrupted can be done again without doubling
 * anything. Who keeps no journal calls {@link #accept}. Not thread-safe: one thread writes, in
 * order. Closing completes what is written; what was accepted before a failure stays.
 *
 * <p>The order with a journal is: {@link #recover} once with what the journal holds, note down what
 * it returns, {@link #write} each of it, {@link #force}; then for each record {@link #plan}, note
 * down, write; and what was forced can be struck from the journal.
 */
public interface ArticleSink extends Closeable {
  /**
   * Writes the record of {@code clip}, whose article is never null. Whether clips without text are
   * written is the caller's choice, made before.
   *
   * @throws IOException if it can't be written; the message names the file and what to do
   */
  default void accept(Clip clip) throws IOException {
    write(plan(clip));
  }

  /**
   * Returns the writes of {@code journal} as they must be done now: at other places, when somebody
   * took the file away or wrote to it in between.
   *
   * @param journal what was noted down and not struck, in order; empty where none is kept
   */
  default List<JournalEntry> recover(List<JournalEntry> journal) throws IOException {
    return List.copyOf(journal);
  }

  /** Returns the write of the record of {@code clip}. Writes are done in the order of planning. */
  JournalEntry plan(Clip clip) throws IOException;

  /** Does a write; doing it again after {@link #recover} changes nothing. */
  void write(JournalEntry entry) throws IOException;

  /** Returns when all that was written is safe on the disk. */
  default void force() throws IOException {}

  /**
   * Returns how many records took the place of one with their id, be it of this run or of an
   * earlier one; 0 where records are appended.
   */
  default long replaced() {
    return 0;
  }

  /** Returns how many records the target refused for good and are kept in a file beside it. */
  default long refused() {
    return 0;
  }

  /**
   * Returns what was done, such as {@code appended 6 records to a.jsonl}; null when nothing was.
   */
  default @Nullable String summary() {
    return null;
  }

  /**
   * Reads which inputs have their record here already, so that a run that was killed can go on. The
   * test is asked with {@code provenance.source} of each input, in the order of the inputs; where
   * writing a record again changes nothing, it may answer false.
   *
   * @throws IOException if it can't be read, or if such a place can't tell
   */
  default Predicate<String> recorded() throws IOException {
    throw new IOException(
        "what was written there can't be told; go on with a .jsonl file, a folder or a database");
  }
}
