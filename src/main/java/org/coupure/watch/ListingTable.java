package org.coupure.watch;

import java.time.Instant;
import java.util.Optional;
import org.coupure.fetch.Validators;
import org.coupure.sqlite.Database;
import org.jspecify.annotations.Nullable;

/** The table of listings: feeds, sitemaps, index pages. Safe for any number of threads. */
final class ListingTable {
  private final Database database;

  ListingTable(Database database) {
    this.database = database;
  }

  /** What is known of a listing. */
  record Heard(Validators validators, @Nullable Instant modified) {
    static final Heard NOTHING = new Heard(Validators.NONE, null);
  }

  /** Returns what is known of a listing as a source follows it. */
  Heard get(String url, String source) {
    return database
        .first(
            "SELECT etag, modified, stamp FROM listing WHERE address = ? AND source = ?",
            row ->
                new Heard(
                    new Validators(row.getString(1), row.getString(2)), Database.instant(row, 3)),
            url,
            source)
        .orElse(Heard.NOTHING);
  }

  /**
   * Notes down what became of a listing.
   *
   * @param had whether there was an answer with a listing in it
   */
  void put(String url, String source, Heard heard, VisitOutcome outcome, boolean had, Instant now) {
    database.update(
        "INSERT INTO listing (address, source, etag, modified, stamp, outcome, fetched, answered)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (address, source) DO UPDATE SET"
            + " etag = excluded.etag, modified = excluded.modified,"
            + " stamp = coalesce(excluded.stamp, stamp), outcome = excluded.outcome,"
            + " fetched = excluded.fetched, answered = coalesce(excluded.answered, answered)",
        url,
        source,
        heard.validators().etag(),
        heard.validators().lastModified(),
        Database.millis(heard.modified()),
        outcome.code(),
        now.toEpochMilli(),
        Database.millis(had ? now : null));
  }

  /** Returns when a listing was answered last, by whichever host. */
  Optional<Instant> lastAnswered() {
    return database
        .first(
            "SELECT max(answered) FROM listing",
            row -> Optional.ofNullable(Database.instant(row, 1)))
        .flatMap(time -> time);
  }
}
