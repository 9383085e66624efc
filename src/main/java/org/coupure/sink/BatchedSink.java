package org.coupure.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.record.RecordWriter;
import org.jspecify.annotations.Nullable;

/**
 * A sink whose target is a server, which takes records in batches. A place is the record's id and
 * its text's hash, so that a batch that is sent again changes nothing. Who keeps no journal waits
 * here while the target is away, for two minutes in all; who keeps one gets a {@link
 * TargetUnavailableException} and tries again later. What the target refuses for good goes to a
 * file and does not hold up the rest.
 */
public abstract class BatchedSink implements ArticleSink {
  private final TargetUrl target;
  private final int mostRecords;
  private final long mostBytes;
  private final Consumer<String> notices;
  private final Backoff backoff;
  private final RejectedRecords rejected;
  private final List<JournalEntry> pending = new ArrayList<>();
  private long pendingBytes;
  private long written;

  /**
   * Makes a sink.
   *
   * @param name what the file of refused records is called after
   * @param mostRecords a batch has so many records at most
   * @param mostBytes a batch is sent when it has so many bytes
   */
  protected BatchedSink(
      TargetUrl target, String name, int mostRecords, long mostBytes, SinkOptions options) {
    this.target = target;
    this.mostRecords = mostRecords;
    this.mostBytes = mostBytes;
    this.notices = options.notices();
    this.backoff = options.journaled() ? Backoff.NONE : Backoff.USUAL;
    this.rejected = new RejectedRecords(Path.of(FileName.of(name) + ".rejected.jsonl"));
  }

  /** For tests, which don't wait. */
  BatchedSink(
      TargetUrl target, Path rejected, int mostRecords, Backoff backoff, SinkOptions options) {
    this.target = target;
    this.mostRecords = mostRecords;
    this.mostBytes = Long.MAX_VALUE;
    this.notices = options.notices();
    this.backoff = backoff;
    this.rejected = new RejectedRecords(rejected);
  }

  /**
   * Stores a batch; all of it but what is returned is safe when this returns.
   *
   * @return what the target refuses for good
   * @throws TargetUnavailableException if the same may succeed later
   * @throws IOException if it never will, such as for a wrong password
   */
  protected abstract List<Rejection> send(List<JournalEntry> batch) throws IOException;

  /** Ends the connection, if there is one. */
  protected abstract void disconnect();

  /** Returns the target, for messages. */
  protected final TargetUrl target() {
    return target;
  }

  /** Says something to a person. */
  protected final void say(String notice) {
    notices.accept(notice);
  }

  @Override
  public JournalEntry plan(Clip clip) throws IOException {
    Article article = clip.requireArticle();
    String hash = article.duplicate().textHash();
    return new JournalEntry(
        article.id() + "/" + (hash == null ? "" : hash), RecordWriter.compact().write(clip));
  }

  @Override
  public final void write(JournalEntry entry) throws IOException {
    pending.add(entry);
    pendingBytes += entry.bytes().length;
    if (pending.size() >= mostRecords || pendingBytes >= mostBytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    List<JournalEntry> batch = List.copyOf(pending);
    // Whoever keeps a journal gives all of it again after a failure.
    pending.clear();
    pendingBytes = 0;
    List<Rejection> refused = sendUntilTaken(batch);
    if (!refused.isEmpty() && rejected.count() == 0) {
      notices.accept(
          target
              + " refuses records, which are kept in "
              + rejected.file()
              + ": "
              + refused.get(0).reason());
    }
    for (Rejection rejection : refused) {
      rejected.add(rejection);
    }
    written += batch.size() - refused.size();
  }

  private List<Rejection> sendUntilTaken(List<JournalEntry> batch) throws IOException {
    for (Duration pause : backoff.pauses()) {
      try {
        return send(batch);
      } catch (TargetUnavailableException e) {
        notices.accept(e.getMessage() + "; trying again in " + pause.toSeconds() + " s");
        disconnect();
        backoff.pause().pause(pause);
      }
    }
    try {
      return send(batch);
    } catch (TargetUnavailableException e) {
      disconnect();
      if (backoff.pauses().isEmpty()) {
        throw e;
      }
      throw new TargetUnavailableException(
          e.getMessage() + "; see that it runs, and run the same again", e);
    } catch (IOException e) {
      disconnect();
      throw e;
    }
  }

  @Override
  public final void force() throws IOException {
    flush();
    rejected.force();
  }

  @Override
  public long refused() {
    return rejected.count();
  }

  @Override
  public @Nullable String summary() {
    String done = WrittenSummary.of(false, written, target);
    if (rejected.count() == 0) {
      return done;
    }
    return (done == null ? "" : done + "; ")
        + rejected.count()
        + " refused, see "
        + rejected.file();
  }

  @Override
  public final void close() throws IOException {
    try {
      force();
    } finally {
      disconnect();
      rejected.close();
    }
  }
}
