package org.coupure.store;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coupure.record.RecordReader;
import org.coupure.sqlite.Database;

/** Looks for damage in a store. */
final class StoreCheck {
  /** More say nothing more. */
  private static final int MOST = 20;

  private StoreCheck() {}

  static List<String> faults(Database database) {
    List<String> faults = new ArrayList<>();
    try {
      List<String> integrity =
          database.query("PRAGMA integrity_check(20)", row -> row.getString(1));
      integrity.stream().filter(line -> !line.equals("ok")).forEach(faults::add);
      index(database, faults);
      records(database, faults);
    } catch (UncheckedIOException e) {
      faults.add(Objects.requireNonNull(e.getCause()).getMessage());
    }
    return faults.subList(0, Math.min(MOST, faults.size()));
  }

  private static void index(Database database, List<String> faults) {
    count(
        database,
        faults,
        "SELECT count(*) FROM article WHERE current = 1"
            + " AND number NOT IN (SELECT rowid FROM article_words)",
        " are not in the index");
    count(
        database,
        faults,
        "SELECT count(*) FROM article_words WHERE rowid NOT IN"
            + " (SELECT number FROM article WHERE current = 1)",
        " of the index are no current records");
  }

  private static void count(Database database, List<String> faults, String sql, String sentence) {
    long count = database.first(sql, row -> row.getLong(1)).orElse(0L);
    if (count > 0) {
      faults.add(
          count + (count == 1 ? " record" : " records") + sentence + ": --repair makes it anew");
    }
  }

  private static void records(Database database, List<String> faults) {
    database.each(
        "SELECT number, id, record FROM article",
        row -> {
          try {
            RecordReader.read(RecordColumn.read(row.getObject(3)));
          } catch (IllegalArgumentException e) {
            faults.add("record " + row.getString(2) + ": " + e.getMessage());
          }
          return faults.size() < MOST;
        });
  }
}
