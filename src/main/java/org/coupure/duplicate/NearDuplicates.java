package org.coupure.duplicate;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private final Database database;

  private NearDuplicates(Database database) {
    this.database = database;
  }

  /** Returns the texts of a database; its tables are made when they are missing. */
  public static NearDuplicates in(Database database) throws IOException {
    database.script(
        """
        CREATE TABLE IF NOT EXISTS sketch (
          number INTEGER PRIMARY KEY, cluster TEXT NOT NULL, minima BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS band (
          key INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)) WITHOUT ROWID;
        """);
    return new NearDuplicates(database);
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
    MinHash sketch = MinHash.of(text);
    long[] bands = sketch.bands();
    if (bands.length == 0) {
      return id;
    }
    String cluster = nearest(sketch, bands).map(Found::cluster).orElse(id);
    database.update("INSERT INTO sketch (cluster, minima) VALUES (?, ?)", cluster, sketch.bytes());
    long number = database.first("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    for (long band : bands) {
      database.update("INSERT OR IGNORE INTO band VALUES (?, ?)", band, number);
    }
    return cluster;
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
