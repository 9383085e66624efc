package org.coupure.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.coupure.sqlite.Database;

/**
 * The tables of a store and of a {@code .sqlite} output, and how a file of an earlier version comes
 * to have them.
 *
 * <p>{@code article} has a row a record and text. The column {@code record} is its JSON, or zlib of
 * it in a compressed store, where the column {@code text} is null. Of the rows of an id one is
 * {@code current}: the one that was written last. Only it is in {@code article_words}, the
 * full-text index of folded words. {@code earlier} has records whose title changed and text did
 * not.
 */
final class StoreSchema {
  /** Files of 0.1.0 have the version 0; 2 was never released. */
  static final int VERSION = 3;

  private static final String ARTICLE =
      """
      CREATE TABLE IF NOT EXISTS article (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL, url TEXT, site TEXT, title TEXT, published TEXT, captured TEXT,
        language TEXT, outcome TEXT, text TEXT, text_hash TEXT NOT NULL, record TEXT NOT NULL,
        UNIQUE (id, text_hash));
      """;

  /** Columns that 0.1.0 did not have; the view is made behind them, to show them too. */
  private static final String COLUMNS =
      """
      DROP VIEW IF EXISTS latest;
      ALTER TABLE article ADD COLUMN canonical_url TEXT;
      ALTER TABLE article ADD COLUMN host TEXT;
      ALTER TABLE article ADD COLUMN kind TEXT;
      ALTER TABLE article ADD COLUMN source TEXT;
      ALTER TABLE article ADD COLUMN at INTEGER;
      ALTER TABLE article ADD COLUMN current INTEGER NOT NULL DEFAULT 1;
      """;

  private static final String REST =
      """
      CREATE VIEW latest AS
        SELECT * FROM article WHERE number IN (SELECT max(number) FROM article GROUP BY id);
      CREATE INDEX article_at ON article (at) WHERE current = 1;
      CREATE INDEX article_url ON article (url);
      CREATE INDEX article_canonical ON article (canonical_url);
      CREATE TABLE earlier (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL, captured TEXT, record TEXT NOT NULL);
      CREATE INDEX earlier_id ON earlier (id);
      CREATE TABLE alias (alias TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE forgotten (key TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE subject (
        name TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (name, number)) WITHOUT ROWID;
      CREATE INDEX subject_number ON subject (number);
      CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE VIRTUAL TABLE article_words USING fts5(
        title, text, content='', contentless_delete=1, tokenize='ascii');
      """;

  /** Which sources list a record; and the view shows that and its subjects, as lists of names. */
  private static final String ASSIGNMENT =
      """
      CREATE TABLE listed (
        name TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (name, number)) WITHOUT ROWID;
      CREATE INDEX listed_number ON listed (number);
      DROP VIEW latest;
      CREATE VIEW latest AS
        SELECT *,
          (SELECT group_concat(name, ', ') FROM listed WHERE number = article.number) AS sources,
          (SELECT group_concat(name, ', ') FROM subject WHERE number = article.number) AS subjects
        FROM article WHERE number IN (SELECT max(number) FROM article GROUP BY id);
      """;

  private static final String COMPRESSION = "compression";

  private StoreSchema() {}

  /**
   * Makes the tables that are missing.
   *
   * @param compressed whether the records of a new file are; a file that is there stays as it is
   * @param notices is told when an earlier file takes a while
   */
  static void prepare(Database database, Path file, boolean compressed, Consumer<String> notices)
      throws IOException {
    int version = version(database);
    if (version > VERSION) {
      throw tooNew(file);
    }
    if (version < VERSION) {
      database.transact(true, () -> upgrade(database, file, compressed, notices));
    }
  }

  static void requireCurrent(Database database, Path file) throws IOException {
    int version = version(database);
    if (version > VERSION) {
      throw tooNew(file);
    }
    if (version < VERSION) {
      boolean ours =
          database
              .first("SELECT 1 FROM sqlite_master WHERE name = 'article'", row -> true)
              .isPresent();
      throw new IOException(
          file
              + (ours
                  ? ": an earlier version wrote this file; \"coupure store check --store "
                      + file
                      + "\" brings it up to date"
                  : ": this SQLite file is no store of articles"));
    }
  }

  private static IOException tooNew(Path file) {
    return new IOException(file + ": a newer version of Coupure wrote this file; use that one");
  }

  private static int version(Database database) {
    return database.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
  }

  private static void upgrade(
      Database database, Path file, boolean compressed, Consumer<String> notices) {
    // Another process may have done it while this one waited.
    int version = version(database);
    if (version == VERSION) {
      return;
    }
    if (version < 2) {
      database.script(ARTICLE);
      database.script(COLUMNS);
      database.script(REST);
    }
    database.script(ASSIGNMENT);
    if (compressed && isEmpty(database)) {
      database.update("INSERT INTO setting VALUES (?, 'zlib')", COMPRESSION);
    }
    if (!isEmpty(database)) {
      notices.accept(file + ": brought up to date, with an index for searches");
      new ArticleRows(database).index();
    }
    database.script("PRAGMA user_version=" + VERSION);
  }

  private static boolean isEmpty(Database database) {
    return database.first("SELECT 1 FROM article LIMIT 1", row -> true).isEmpty();
  }

  static boolean isCompressed(Database database) {
    return database
        .first("SELECT 1 FROM setting WHERE name = ?", row -> true, COMPRESSION)
        .isPresent();
  }
}
