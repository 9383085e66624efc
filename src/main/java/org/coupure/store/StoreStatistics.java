package org.coupure.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coupure.sqlite.Database;
import org.coupure.store.Selection.Conditions;
import org.jspecify.annotations.Nullable;

/**
 * How many current records a store has. Immutable.
 *
 * @param records how many are counted
 * @param revisions how many older revisions the store has beside all of its records
 * @param bytes the size of the file
 * @param days by day in UTC, the oldest first; without those whose day is unknown
 * @param sites by publisher's name, or else host, the most first
 * @param languages by BCP 47 tag, the most first
 * @param outcomes by outcome, the most first
 * @param subjects by name of the subject, the most first; a record may have several or none
 */
public record StoreStatistics(
    long records,
    long revisions,
    long bytes,
    List<Count> days,
    List<Count> sites,
    List<Count> languages,
    List<Count> outcomes,
    List<Count> subjects) {
  /** A value with how many records have it; "" is an unknown value. */
  public record Count(String value, long records) {}

  public StoreStatistics {
    days = List.copyOf(days);
    sites = List.copyOf(sites);
    languages = List.copyOf(languages);
    outcomes = List.copyOf(outcomes);
    subjects = List.copyOf(subjects);
  }

  static StoreStatistics of(Database database, Selection selection) {
    Conditions conditions = selection.conditions();
    Map<String, Long> days = new LinkedHashMap<>();
    by(database, "date(a.at, 'unixepoch')", "1", conditions)
        .forEach(day -> days.put(day.value, day.records));
    days.remove("");
    List<Count> dated = new ArrayList<>();
    days.forEach((day, records) -> dated.add(new Count(day, records)));
    String most = "2 DESC, 1";
    return new StoreStatistics(
        one(database, "SELECT count(*) FROM article a WHERE " + conditions.sql(), conditions),
        one(
            database,
            "SELECT (SELECT count(*) FROM article WHERE current = 0)"
                + " + (SELECT count(*) FROM earlier)",
            null),
        one(
            database,
            "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
            null),
        dated,
        by(database, "coalesce(a.site, a.host)", most, conditions),
        by(database, "a.language", most, conditions),
        by(database, "a.outcome", most, conditions),
        subjects(database, conditions));
  }

  private static List<Count> subjects(Database database, Conditions conditions) {
    return database.query(
        "SELECT s.name, count(*) FROM subject s JOIN article a ON a.number = s.number WHERE "
            + conditions.sql()
            + " GROUP BY 1 ORDER BY 2 DESC, 1",
        row -> new Count(row.getString(1), row.getLong(2)),
        conditions.values().toArray());
  }

  private static long one(Database database, String sql, @Nullable Conditions conditions) {
    Object[] values = conditions == null ? new Object[0] : conditions.values().toArray();
    return database.first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  private static List<Count> by(
      Database database, String value, String order, Conditions conditions) {
    return database.query(
        "SELECT coalesce("
            + value
            + ", ''), count(*) FROM article a WHERE "
            + conditions.sql()
            + " GROUP BY 1 ORDER BY "
            + order,
        row -> new Count(row.getString(1), row.getLong(2)),
        conditions.values().toArray());
  }
}
