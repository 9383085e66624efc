package org.coupure.watch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coupure.sqlite.Database;

/** The tables of counts that metrics show. Safe for any number of threads. */
final class TallyTable {
  private final Database database;

  TallyTable(Database database) {
    this.database = database;
  }

  /** One of the counts that metrics show. */
  record Count(String source, String outcome, long number) {}

  /** Counts what a source had. */
  void add(String source, VisitOutcome outcome) {
    database.update(
        "INSERT INTO tally (source, outcome, number) VALUES (?, ?, 1)"
            + " ON CONFLICT (source, outcome) DO UPDATE SET number = number + 1",
        source,
        outcome.code());
  }

  /** Counts a record that matches a subject. */
  void addSubject(String name) {
    database.update(
        "INSERT INTO subject_tally (name, number) VALUES (?, 1)"
            + " ON CONFLICT (name) DO UPDATE SET number = number + 1",
        name);
  }

  /** Returns how many records matched each subject, by its name. */
  Map<String, Long> subjects() {
    Map<String, Long> counts = new TreeMap<>();
    database
        .query(
            "SELECT name, number FROM subject_tally",
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  List<Count> all() {
    return database.query(
        "SELECT source, outcome, number FROM tally ORDER BY source, outcome",
        row -> new Count(row.getString(1), row.getString(2), row.getLong(3)));
  }
}
