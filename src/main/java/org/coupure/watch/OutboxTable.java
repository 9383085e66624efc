package org.coupure.watch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.sink.JournalEntry;
import org.coupure.sqlite.Database;

/** The table of what is to be written, noted down before it is: the outputs' journal. */
final class OutboxTable {
  private final Database database;

  OutboxTable(Database database) {
    this.database = database;
  }

  /** A write with its number in the outbox. */
  record Posted(long number, JournalEntry entry) {}

  Posted post(String target, JournalEntry entry) {
    database.update(
        "INSERT INTO outbox (target, place, bytes) VALUES (?, ?, ?)",
        target,
        entry.place(),
        entry.bytes());
    long number = database.first("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    return new Posted(number, entry);
  }

  List<Posted> posted(String target) {
    return posted(target, Integer.MAX_VALUE);
  }

  /** Returns the eldest of a target. */
  List<Posted> posted(String target, int most) {
    return database.query(
        "SELECT number, place, bytes FROM outbox WHERE target = ? ORDER BY number LIMIT ?",
        row -> new Posted(row.getLong(1), new JournalEntry(row.getString(2), row.getBytes(3))),
        target,
        most);
  }

  /** Returns the targets for which something waits. */
  List<String> targets() {
    return database.query("SELECT DISTINCT target FROM outbox", row -> row.getString(1));
  }

  /** Returns how many records wait for each target for which some do, by its name. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    database.each(
        "SELECT target, count(*) FROM outbox GROUP BY target",
        row -> {
          counts.put(row.getString(1), row.getLong(2));
          return true;
        });
    return counts;
  }

  long count(String target) {
    return database
        .first("SELECT count(*) FROM outbox WHERE target = ?", row -> row.getLong(1), target)
        .orElse(0L);
  }

  void replace(Posted posted) {
    database.update(
        "UPDATE outbox SET place = ? WHERE number = ?", posted.entry().place(), posted.number());
  }

  /** Strikes what was written and forced to the disk. */
  void strike(String target, long last) {
    database.update("DELETE FROM outbox WHERE target = ? AND number <= ?", target, last);
  }
}
