package org.coupure.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.coupure.article.Clip;
import org.coupure.record.RecordWriter;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.RecordedInputs;
import org.coupure.sink.WrittenSummary;
import org.coupure.sqlite.Database;
import org.coupure.store.ArticleRows.Change;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file with a row a record and text. A place is the record's id and its text's hash, which
 * are the key, so that a row written again stays one; a changed text is a row of its own, and the
 * view {@code latest} shows the newest of each. What is to be forgotten is not written.
 */
final class ArticleDatabase implements ArticleSink {
  /** As many rows are lost at most when a run without a journal is killed. */
  private static final int BATCH = 50;

  private final Path file;
  private final Database database;
  private final ArticleRows rows;

  private boolean inTransaction;
  private long written;

  private ArticleDatabase(Path file, Database database) {
    this.file = file;
    this.database = database;
    rows = new ArticleRows(database);
  }

  /**
   * Opens a file to write.
   *
   * @param what what the file is to its user, such as {@code store}
   * @param compressed whether the records of a new file are compressed
   */
  static ArticleDatabase open(Path file, String what, boolean compressed, Consumer<String> notices)
      throws IOException {
    Database database = Database.open(file, what);
    try {
      database.script("PRAGMA synchronous=FULL");
      StoreSchema.prepare(database, file, compressed, notices);
      return new ArticleDatabase(file, database);
    } catch (IOException e) {
      database.close();
      throw e;
    } catch (UncheckedIOException e) {
      database.close();
      throw Objects.requireNonNull(e.getCause());
    }
  }

  @Override
  public void accept(Clip clip) throws IOException {
    write(plan(clip));
    if (written % BATCH == 0) {
      force();
    }
  }

  @Override
  public JournalEntry plan(Clip clip) {
    String id = clip.requireArticle().id();
    String hash = clip.requireArticle().duplicate().textHash();
    return new JournalEntry(
        id + "/" + (hash == null ? "" : hash), RecordWriter.compact().write(clip));
  }

  @Override
  public void write(JournalEntry entry) throws IOException {
    int slash = entry.place().lastIndexOf('/');
    Change unused =
        write(entry.place().substring(0, slash), entry.place().substring(slash + 1), entry.bytes());
  }

  Change write(String id, String hash, byte[] json) throws IOException {
    try {
      begin();
      Change change = rows.write(id, hash, json);
      written += change == Change.FORGOTTEN ? 0 : 1;
      return change;
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  /** Begins a transaction, which lasts until all is forced. */
  void begin() {
    if (!inTransaction) {
      database.script("BEGIN IMMEDIATE");
      inTransaction = true;
    }
  }

  ArticleRows rows() {
    return rows;
  }

  Database database() {
    return database;
  }

  @Override
  public void force() throws IOException {
    try {
      if (inTransaction) {
        database.script("COMMIT");
        inTransaction = false;
      }
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  @Override
  public @Nullable String summary() {
    return WrittenSummary.of(false, written, file);
  }

  @Override
  public Predicate<String> recorded() {
    RecordedInputs inputs = new RecordedInputs();
    database.each(
        "SELECT source FROM article",
        row -> {
          inputs.add(row.getString(1));
          return true;
        });
    return inputs;
  }

  @Override
  public void close() throws IOException {
    try {
      force();
    } finally {
      database.close();
    }
  }
}
