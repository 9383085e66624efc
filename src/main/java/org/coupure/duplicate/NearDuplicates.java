package org.coupure.duplicate;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coupure.article.Article;
import org.coupure.article.PageKind;
import org.coupure.sqlite.Database;
import org.coupure.text.MinHash;

/**
 * Texts by their sketches, in a database, so that a million need little memory. Locality-sensitive
 * hashing (Indyk and Motwani 1998): a text is compared with those that have a band of minima in
 * common, and belongs to the cluster of the most similar one if that is near enough. Used by one
 * thread.
 *
 * <p>How well it finds copies, and what it costs, stands in docs/benchmarks.md; {@code
 * NearDuplicatesBenchmark} measures it.
 */
public final class NearDuplicates {
  /**
   * More texts with one band in common are copies of a few, or share a form letter; the first ones
   * stand for all.
   */
  private static final int CANDIDATES = 64;

  /** Shorter texts prove nothing: teasers and stubs, which several articles share. In words. */
  private static final int PROOF = 40;

  private final Database database;

  private NearDuplicates(Database database) {
    this.database = database;
  }

  /** Returns the texts of a database; its tables are made when they are missing. */
  public static NearDuplicates in(Database database) throws IOException {
    database.script(
        """
        CREATE TABLE IF NOT EXISTS sketch (
          number INTEGER PRIMARY KEY, cluster TEXT NOT NULL, minima BLOB NOT NULL,
          added INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS sketch_added ON sketch (added);
        CREATE TABLE IF NOT EXISTS band (
          key INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)) WITHOUT ROWID;
        """);
    return new NearDuplicates(database);
  }

  /**
   * Returns whether an article is to be compared with others: lists and shops share sentences, and
   * short texts prove nothing.
   */
  public static boolean compares(Article article) {
    PageKind kind = article.pageKind();
    return article.quality().words() >= PROOF
        && (kind == null || kind == PageKind.ARTICLE || kind == PageKind.LIVE);
  }

  /** A text that is nearly the one that was asked for. */
  private record Found(String cluster, double similarity) {}

  /**
   * Adds a text and returns its cluster: that of the most similar text, or {@code id} when none is
   * near. A text without words is in no database and has its own cluster.
   *
   * @param id the text's own, which becomes the cluster's when the text is the first of it
   */
  public String add(String id, String text) {
    return add(id, text, Instant.EPOCH);
  }

  /**
   * The same of a text that is to be forgotten at some time.
   *
   * @param now when it was had
   */
  public String add(String id, String text, Instant now) {
    MinHash sketch = MinHash.of(text);
    long[] bands = sketch.bands();
    if (bands.length == 0) {
      return id;
    }
    String cluster = nearest(sketch, bands).map(Found::cluster).orElse(id);
    database.update(
        "INSERT INTO sketch (cluster, minima, added) VALUES (?, ?, ?)",
        cluster,
        sketch.bytes(),
        now.toEpochMilli());
    long number = database.first("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    for (long band : bands) {
      database.update("INSERT OR IGNORE INTO band VALUES (?, ?)", band, number);
    }
    return cluster;
  }

  /** Forgets texts that were had before a time, so that no later one is compared with them. */
  public void forget(Instant before) {
    for (Long number :
        database.query(
            "SELECT number FROM sketch WHERE added < ?",
            row -> row.getLong(1),
            before.toEpochMilli())) {
      byte[] minima =
          database
              .first("SELECT minima FROM sketch WHERE number = ?", row -> row.getBytes(1), number)
              .orElseThrow();
      for (long band : MinHash.of(minima).bands()) {
        database.update("DELETE FROM band WHERE key = ? AND number = ?", band, number);
      }
      database.update("DELETE FROM sketch WHERE number = ?", number);
    }
  }

  private Optional<Found> nearest(MinHash sketch, long[] bands) {
    Set<Long> asked = new HashSet<>();
    Found best = null;
    for (long band : bands) {
      List<Long> numbers =
          database.query(
              "SELECT number FROM band WHERE key = ? ORDER BY number LIMIT " + CANDIDATES,
              row -> row.getLong(1),
              band);
      for (Long number : numbers) {
        Found found = asked.add(number) ? compare(sketch, number) : null;
        if (found != null && (best == null || found.similarity > best.similarity)) {
          best = found;
        }
      }
    }
    return best != null && best.similarity >= MinHash.LEAST ? Optional.of(best) : Optional.empty();
  }

  private Found compare(MinHash sketch, long number) {
    return database
        .first(
            "SELECT cluster, minima FROM sketch WHERE number = ?",
            row -> new Found(row.getString(1), sketch.similarity(MinHash.of(row.getBytes(2)))),
            number)
        .orElseThrow();
  }
}
