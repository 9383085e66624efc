package org.coupure.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.coupure.article.Assignment;
import org.coupure.article.Clip;
import org.coupure.article.Duplicate;
import org.coupure.record.RecordAssignment;
import org.coupure.record.RecordReader;
import org.coupure.sink.ArticleSink;
import org.coupure.sqlite.Database;
import org.coupure.store.ArticleRows.Change;
import org.coupure.text.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * A file of records with all their revisions, which are found by words. One process may write while
 * others read. One thread uses it at a time; what it throws, as an {@link IOException} or an {@link
 * UncheckedIOException}, says what to do.
 */
public final class ArticleStore implements Closeable {
  /** The name of a store that nobody names. */
  public static final String FILE = "coupure-store.sqlite";

  /** Takes records one by one. */
  @FunctionalInterface
  public interface Taker {
    /** Takes a record and returns whether more are wanted. */
    boolean take(StoredRecord record) throws IOException;
  }

  private final Path file;
  private final Database database;
  private final @Nullable ArticleDatabase writer;

  private ArticleStore(Path file, Database database, @Nullable ArticleDatabase writer) {
    this.file = file;
    this.database = database;
    this.writer = writer;
  }

  /**
   * Opens a store to write; a new one is compressed.
   *
   * @param notices takes sentences for a person, such as that an earlier file is brought up to date
   */
  public static ArticleStore open(Path file, Consumer<String> notices) throws IOException {
    ArticleDatabase writer = ArticleDatabase.open(file, "store", true, notices);
    return new ArticleStore(file, writer.database(), writer);
  }

  /** Opens a store that is there, to read. */
  public static ArticleStore openToRead(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(
          file + ": there is no such store; \"coupure store import\" makes one, or name another");
    }
    Database database = Database.openToRead(file, "store");
    try {
      StoreSchema.requireCurrent(database, file);
      return new ArticleStore(file, database, null);
    } catch (IOException e) {
      database.close();
      throw e;
    } catch (UncheckedIOException e) {
      database.close();
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private ArticleDatabase writer() {
    if (writer == null) {
      throw new IllegalStateException(file + " was opened to read");
    }
    return writer;
  }

  /** Returns the store as a sink; closing it closes the store. */
  public ArticleSink sink() {
    return writer();
  }

  /**
   * Keeps a record as it is. Safe on the disk when {@link #commit} returns.
   *
   * @param json a record's JSON in UTF-8
   * @return whether the store changed
   * @throws IllegalArgumentException if it is no record; the message says why
   */
  public boolean add(byte[] json) throws IOException {
    Clip clip = RecordReader.read(json);
    Duplicate duplicate = clip.requireArticle().duplicate();
    String hash = duplicate.textHash();
    String text = clip.requireArticle().text();
    if (hash == null && !text.isEmpty()) {
      hash = Fingerprint.of(text).textHash(); // Records of other programs have none.
    }
    Change change = writer().write(clip.requireArticle().id(), hash == null ? "" : hash, json);
    return change != Change.SAME && change != Change.FORGOTTEN;
  }

  /** Makes what was added safe on the disk. */
  public void commit() throws IOException {
    writer().force();
  }

  /** Makes another id lead to the records of {@code id}. */
  public void alias(String other, String id) {
    writer().begin();
    database.update("INSERT OR REPLACE INTO alias VALUES (?, ?)", other, id);
  }

  /**
   * Lets the current record of an id say to which sources and subjects it belongs now.
   *
   * @return the record as it is now; empty when there is none
   */
  public Optional<StoredRecord> assign(String id, Assignment assignment) throws IOException {
    StoredRecord old = find(id).orElse(null);
    if (old == null) {
      return Optional.empty();
    }
    byte[] json = RecordAssignment.write(old.json(), assignment);
    boolean unused = add(json);
    return Optional.of(stored(json));
  }

  /** Returns the current record of an id, an alias or a URL. */
  public Optional<StoredRecord> find(String idOrUrl) {
    for (String id : ids(idOrUrl)) {
      Optional<StoredRecord> found =
          database.first(
              "SELECT record FROM article WHERE id = ? AND current = 1",
              row -> stored(RecordColumn.read(row.getObject(1))),
              id);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static StoredRecord stored(byte[] json) {
    return new StoredRecord(json, RecordReader.read(json), null);
  }

  /** Returns the ids that a person may mean; the first characters of an id are enough. */
  private List<String> ids(String idOrUrl) {
    TreeSet<String> ids = new TreeSet<>();
    ids.addAll(
        database.query(
            "SELECT id FROM article WHERE id = ? OR url = ? OR canonical_url = ?"
                + " UNION SELECT id FROM alias WHERE alias = ?",
            row -> row.getString(1),
            idOrUrl,
            idOrUrl,
            idOrUrl,
            idOrUrl));
    if (ids.isEmpty() && idOrUrl.matches("[0-9a-f]{8,63}")) {
      List<String> begun =
          database.query(
              "SELECT DISTINCT id FROM article WHERE id >= ? AND id < ? LIMIT 2",
              row -> row.getString(1),
              idOrUrl,
              idOrUrl + "g");
      ids.addAll(begun.size() == 1 ? begun : List.of());
    }
    return List.copyOf(ids);
  }

  /** Returns all that was ever kept of an id, an alias or a URL, the oldest first. */
  public List<StoredRecord> revisions(String idOrUrl) {
    List<StoredRecord> revisions = new ArrayList<>();
    for (String id : ids(idOrUrl)) {
      revisions.addAll(
          database.query(
              "SELECT record FROM (SELECT captured, 0 AS row, number, record FROM earlier"
                  + " WHERE id = ? UNION ALL SELECT captured, 1, number, record FROM article"
                  + " WHERE id = ?) ORDER BY captured, row, number",
              row -> stored(RecordColumn.read(row.getObject(1))),
              id,
              id));
    }
    return revisions;
  }

  /**
   * Returns the current records that are wanted, in order; those of a query with the places of its
   * words.
   */
  public List<StoredRecord> search(Selection selection) throws IOException {
    List<StoredRecord> found = new ArrayList<>();
    each(
        selection,
        one -> {
          found.add(one);
          return true;
        });
    return found;
  }

  /**
   * Gives each current record that is wanted, in order, to {@code taker} while it answers true;
   * they need not fit into the memory.
   */
  public void each(Selection selection, Taker taker) throws IOException {
    new Search(database, selection).each(taker);
  }

  /** Returns how many current records are wanted, as far as {@code most}. */
  public long count(Selection selection, long most) throws IOException {
    return new Search(database, selection).count(most);
  }

  /** Returns what the store holds, counted. */
  public StoreStatistics statistics(Selection selection) {
    return StoreStatistics.of(database, selection);
  }

  /**
   * Removes all revisions of an id or URL for good, also from the index and the free pages of the
   * file, and keeps them from being written again; only a hash of the id and the URLs is kept.
   *
   * @return how many rows went
   */
  public int forget(String idOrUrl) throws IOException {
    database.script("PRAGMA secure_delete=ON");
    writer().begin();
    ArticleRows rows = writer().rows();
    rows.remember(idOrUrl);
    int count = 0;
    for (String id : ids(idOrUrl)) {
      rows.remember(id);
      for (StoredRecord revision : revisions(id)) {
        known(revision.article().place().url(), rows);
        known(revision.article().place().canonicalUrl(), rows);
      }
      List<Long> numbers =
          database.query("SELECT number FROM article WHERE id = ?", row -> row.getLong(1), id);
      numbers.forEach(rows::delete);
      count += numbers.size() + database.update("DELETE FROM earlier WHERE id = ?", id);
      database.update("DELETE FROM alias WHERE id = ?", id);
    }
    if (count > 0) {
      // A deleted row of an index without content only goes when its parts are merged.
      database.update("INSERT INTO article_words (article_words) VALUES ('optimize')");
    }
    commit();
    database.script("PRAGMA wal_checkpoint(TRUNCATE)");
    return count;
  }

  private static void known(@Nullable String url, ArticleRows rows) {
    if (url != null) {
      rows.remember(url);
    }
  }

  /**
   * Removes records that were captured, or else published, before {@code since}; those without a
   * time stay.
   *
   * @return how many rows went
   */
  public int keepSince(Instant since) throws IOException {
    writer().begin();
    String before = since.toString();
    List<Long> numbers =
        database.query(
            "SELECT number FROM article WHERE coalesce(captured, strftime('%Y-%m-%dT%H:%M:%SZ', at, 'unixepoch')) < ?",
            row -> row.getLong(1), before);
    numbers.forEach(writer().rows()::delete);
    int count = numbers.size() + database.update("DELETE FROM earlier WHERE captured < ?", before);
    commit();
    return count;
  }

  /**
   * Removes the records that were written first until the file would fit into {@code bytes}.
   *
   * @return how many rows went
   */
  public int keepBytes(long bytes) throws IOException {
    int count = 0;
    for (long used = usedBytes(); used > bytes; used = usedBytes()) {
      long rows = database.first("SELECT count(*) FROM article", row -> row.getLong(1)).orElse(0L);
      long share = rows * (used - bytes) / used + 1;
      writer().begin();
      List<Long> numbers =
          database.query(
              "SELECT number FROM article ORDER BY number LIMIT ?", row -> row.getLong(1), share);
      if (numbers.isEmpty()) {
        break;
      }
      numbers.forEach(writer().rows()::delete);
      database.update("INSERT INTO article_words (article_words) VALUES ('optimize')");
      commit();
      count += numbers.size();
    }
    return count;
  }

  private long usedBytes() {
    return pragma("page_size") * (pragma("page_count") - pragma("freelist_count"));
  }

  private long pragma(String name) {
    return database.first("PRAGMA " + name, row -> row.getLong(1)).orElse(0L);
  }

  /** Returns what is wrong with the file, in sentences; empty when nothing is. */
  public List<String> check() {
    return StoreCheck.faults(database);
  }

  /** Makes the index anew from the records. */
  public void repair() throws IOException {
    writer().begin();
    writer().rows().index();
    commit();
  }

  /**
   * Writes a whole copy to a file that is not there yet, while others may read and write.
   *
   * @throws IOException if the file is there or can't be written
   */
  public void backup(Path to) throws IOException {
    if (Files.exists(to)) {
      throw new IOException(to + ": this file is there already; name another one");
    }
    try {
      database.update("VACUUM INTO ?", to.toString());
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    } else {
      database.close();
    }
  }
}
