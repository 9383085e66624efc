package org.coupure.sink.push;

import java.io.IOException;
import org.coupure.article.Clip;
import org.coupure.record.RecordWriter;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Tells of one record at a time. A place is the delivery's id: the record's and its text's hash.
 */
abstract class PushSink implements ArticleSink {
  private final String name;
  private long told;

  PushSink(String name) {
    this.name = name;
  }

  @Override
  public final JournalEntry plan(Clip clip) {
    String hash = clip.requireArticle().duplicate().textHash();
    String delivery = clip.requireArticle().id() + "/" + (hash == null ? "" : hash);
    return new JournalEntry(delivery, RecordWriter.compact().write(clip));
  }

  @Override
  public final void write(JournalEntry entry) throws IOException {
    tell(entry.place(), entry.bytes());
    told++;
  }

  /**
   * Tells of a record.
   *
   * @param record its JSON
   * @throws org.coupure.sink.TargetUnavailableException if the same may succeed later
   */
  abstract void tell(String delivery, byte[] record) throws IOException;

  @Override
  public @Nullable String summary() {
    return told == 0 ? null : "told " + name + " of " + told + (told == 1 ? " record" : " records");
  }

  @Override
  public void close() throws IOException {}
}
