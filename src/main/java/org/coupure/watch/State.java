package org.coupure.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.coupure.article.Reason;
import org.coupure.fetch.Validators;
import org.coupure.sqlite.Database;
import org.jspecify.annotations.Nullable;

/**
 * All that must be known the next time, in one SQLite file that any tool can read; see {@code
 * docs/scheduling.md} for its tables. Safe for any number of threads.
 */
final class State implements AutoCloseable {
  private static final String AHEAD = "SELECT 1 FROM source WHERE last_run > ? LIMIT 1";

  /** Some source of the configuration lists the page. */
  private static final String ACTIVE =
      "EXISTS (SELECT 1 FROM listed JOIN temp.active ON name = listed.source"
          + " WHERE listed.key = page.key)";

  /** The outcome of a page that could not be fetched because of the network. */
  private static final List<Reason> NETWORK_FAULTS =
      List.of(Reason.DNS, Reason.CONNECTION, Reason.TIMEOUT, Reason.POSTPONED);

  private final Database database;
  private final HostTables hosts;
  private final OutboxTable outbox;
  private final DeliveryTable deliveries;
  private final ListingTable listings;
  private final TallyTable tallies;
  private final ItemTable items;

  private State(Database database) {
    this.database = database;
    this.hosts = new HostTables(database);
    this.outbox = new OutboxTable(database);
    this.deliveries = new DeliveryTable(database);
    this.listings = new ListingTable(database);
    this.tallies = new TallyTable(database);
    this.items = new ItemTable(database);
  }

  static State open(Path file) throws IOException {
    return new State(StateFile.open(file));
  }

  /** Opens a state to look at, also one that this user may not write. */
  static State openToRead(Path file) throws IOException {
    return new State(StateFile.openToRead(file));
  }

  /** Returns what is known of hosts. */
  HostTables hosts() {
    return hosts;
  }

  /** Returns the outputs' journal. */
  OutboxTable outbox() {
    return outbox;
  }

  /** Returns what each output has. */
  DeliveryTable deliveries() {
    return deliveries;
  }

  /** Returns what is known of listings. */
  ListingTable listings() {
    return listings;
  }

  /** Returns what listings say of pages. */
  ItemTable items() {
    return items;
  }

  /** Returns the counts that metrics show. */
  TallyTable tallies() {
    return tallies;
  }

  /**
   * Does all of {@code work} or nothing, and returns what it gives; a power cut may lose it, a
   * crash of the process does not.
   */
  <T> T commit(Supplier<T> work) {
    return database.transact(false, work);
  }

  /** Does all of {@code work} or nothing. */
  void commit(Runnable work) {
    database.transact(false, work);
  }

  /** Returns when all that was committed is safe from a power cut, too. */
  void secure() {
    database.transact(
        true,
        () -> database.update("INSERT OR REPLACE INTO secured (one, number) VALUES (1, random())"));
  }

  /**
   * Forgets waits that an earlier clock gone wrong would make endless: what was met in what is now
   * the future is due at once. Does nothing while no visit lies in the future.
   */
  void heal(Instant clock) {
    long now = clock.toEpochMilli();
    if (database.first(AHEAD, row -> row.getInt(1), now).isEmpty()) {
      return;
    }
    // No wait of a host is longer than a day and a quarter.
    long latest = clock.plus(Duration.ofDays(2)).toEpochMilli();
    database.transact(
        false,
        () -> {
          long ahead =
              database.first("SELECT max(last_run) FROM source", row -> row.getLong(1)).orElse(now)
                  - now;
          sourcesAndPages(now);
          hosts.shorten(ahead, now);
          database.update("DELETE FROM robots WHERE fetched > ?", now);
          database.update("DELETE FROM tdm WHERE expires > ?", latest);
        });
  }

  private void sourcesAndPages(long now) {
    database.update(
        "UPDATE source SET due = ?1, last_run = ?1, last_new = min(last_new, ?1),"
            + " mood_since = min(mood_since, ?1) WHERE last_run > ?1",
        now);
    database.update(
        "UPDATE page SET due = ?1 WHERE due > ?1" + " AND max(coalesce(fetched, 0), found) > ?1",
        now);
  }

  /** Sets whose pages are visited: those of the sources that the configuration has now. */
  void activate(Collection<String> sources) {
    database.transact(
        false,
        () -> {
          database.script("CREATE TEMP TABLE IF NOT EXISTS active (name TEXT PRIMARY KEY)");
          database.script("DELETE FROM temp.active");
          sources.forEach(
              name -> database.update("INSERT OR IGNORE INTO temp.active VALUES (?)", name));
        });
  }

  // Pages: every article's URL that was ever met, under the key that makes it one.

  /** A page to visit. */
  record Due(String key, String url, String source, int attempts, Validators validators) {}

  /** What became of a page the last time. */
  record Seen(@Nullable Instant fetched, @Nullable Instant due, @Nullable String record) {}

  Optional<Seen> page(String key) {
    return database.first(
        "SELECT fetched, due, record FROM page WHERE key = ?",
        row -> new Seen(Database.instant(row, 1), Database.instant(row, 2), row.getString(3)),
        key);
  }

  /** Records that a source lists a page; returns whether that is new. */
  boolean list(String key, String source) {
    return database.update("INSERT OR IGNORE INTO listed (key, source) VALUES (?, ?)", key, source)
        > 0;
  }

  /** Returns the names of the sources that list a page, also those of earlier configurations. */
  Set<String> listing(Collection<String> keys) {
    Set<String> names = new TreeSet<>();
    for (String key : keys) {
      names.addAll(
          database.query("SELECT source FROM listed WHERE key = ?", row -> row.getString(1), key));
    }
    return names;
  }

  /** Notes a page down that was never met before; returns whether it is so. */
  boolean add(String key, String url, String host, String source, Instant now) {
    boolean unused = list(key, source);
    return database.update(
            "INSERT OR IGNORE INTO page (key, address, host, source, found, due)"
                + " VALUES (?, ?, ?, ?, ?, ?)",
            key,
            url,
            host,
            source,
            now.toEpochMilli(),
            now.toEpochMilli())
        > 0;
  }

  /** Notes down that another URL leads to the same article, so that it is not visited. */
  void alias(String key, String url, String host, String source, String record, Instant now) {
    database.update(
        "INSERT INTO page (key, address, host, source, found, outcome, record)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (key) DO UPDATE SET due = NULL, outcome = excluded.outcome,"
            + " record = excluded.record WHERE page.fetched IS NULL",
        key,
        url,
        host,
        source,
        now.toEpochMilli(),
        VisitOutcome.ALIAS.code(),
        record);
  }

  void visitAt(String key, @Nullable Instant due) {
    database.update("UPDATE page SET due = ? WHERE key = ?", Database.millis(due), key);
  }

  /** Makes a page due as if it had never been visited, so that it is fetched in full. */
  void readAnew(String key, Instant now) {
    database.update(
        "UPDATE page SET due = ?, attempts = 0, etag = NULL, modified = NULL WHERE key = ?",
        now.toEpochMilli(),
        key);
  }

  /** Notes down how a visit ended. */
  void visited(String key, Visited visited, Instant now) {
    if (visited.due() == null) {
      items.forget(key);
    }
    database.update(
        "UPDATE page SET fetched = ?, due = ?, attempts = ?, outcome = ?, detail = ?,"
            + " etag = coalesce(?, etag), modified = coalesce(?, modified),"
            + " record = coalesce(?, record) WHERE key = ?",
        now.toEpochMilli(),
        Database.millis(visited.due()),
        visited.attempts(),
        visited.outcome().code(),
        visited.detail(),
        visited.validators().etag(),
        visited.validators().lastModified(),
        visited.record(),
        key);
  }

  /**
   * How a visit ended.
   *
   * @param detail a sentence for a person, or null
   * @param due when to visit again, or null for never
   * @param attempts how many visits in a row failed, or how many looks for changes there were
   */
  record Visited(
      VisitOutcome outcome,
      @Nullable String detail,
      @Nullable Instant due,
      int attempts,
      Validators validators,
      @Nullable String record) {}

  /** Returns the hosts that have pages to visit, those longest due first. */
  List<String> dueHosts(Instant now) {
    return database.query(
        "SELECT host FROM page WHERE due <= ? AND " + ACTIVE + " GROUP BY host ORDER BY min(due)",
        row -> row.getString(1),
        now.toEpochMilli());
  }

  List<Due> due(String host, Instant now, int limit) {
    return database.query(
        "SELECT key, address, coalesce((SELECT name FROM temp.active WHERE name = page.source),"
            + " (SELECT min(name) FROM listed JOIN temp.active ON name = listed.source"
            + " WHERE listed.key = page.key)), attempts, etag, modified FROM page"
            + " WHERE host = ? AND due <= ? AND "
            + ACTIVE
            + " ORDER BY due, found LIMIT ?",
        row ->
            new Due(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                new Validators(row.getString(5), row.getString(6))),
        host,
        now.toEpochMilli(),
        limit);
  }

  Optional<Instant> nextDueAfter(Instant now) {
    return database
        .first(
            "SELECT min(due) FROM page WHERE due > ? AND " + ACTIVE,
            row -> Optional.ofNullable(Database.instant(row, 1)),
            now.toEpochMilli())
        .flatMap(due -> due);
  }

  // Records: what was delivered.

  /** What was delivered last under an identity. */
  record Known(String id, String textHash, int revision, String host) {}

  Optional<Known> record(String key) {
    return database.first(
        "SELECT id, text_hash, revision, host FROM record WHERE key = ?", State::known, key);
  }

  /** Returns the first record with this text, on this host or any. */
  Optional<Known> twin(String textHash, @Nullable String host) {
    return database.first(
        "SELECT id, text_hash, revision, host FROM record WHERE text_hash = ?"
            + " AND (? IS NULL OR host = ?) ORDER BY delivered LIMIT 1",
        State::known,
        textHash,
        host,
        host);
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(row.getString(1), row.getString(2), row.getInt(3), row.getString(4));
  }

  void delivered(String key, Known known, Instant now) {
    database.update(
        "INSERT INTO record (key, id, text_hash, revision, host, delivered) VALUES (?, ?, ?, ?, ?,"
            + " ?) ON CONFLICT (key) DO UPDATE SET text_hash = excluded.text_hash, revision ="
            + " excluded.revision",
        key,
        known.id(),
        known.textHash(),
        known.revision(),
        known.host(),
        now.toEpochMilli());
  }

  /** Returns the database itself, for texts that are compared with one another. */
  Database texts() {
    return database;
  }

  /** Makes the unreachable pages of a host due, because the fault was not the host's. */
  void excuse(String host, Instant now) {
    database.update(
        "UPDATE page SET due = ?1 WHERE host = ?2 AND due > ?1"
            + " AND outcome IN ("
            + Database.quoted(NETWORK_FAULTS.stream().map(Reason::code))
            + ")",
        now.toEpochMilli(),
        host);
  }

  // Sources.

  SourceState source(String name) {
    return database
        .first(
            "SELECT " + SourceState.COLUMNS + " FROM source WHERE name = ?",
            SourceState::read,
            name)
        .orElse(SourceState.unknown(name));
  }

  List<SourceState> sources() {
    return database.query(
        "SELECT " + SourceState.COLUMNS + " FROM source ORDER BY name", SourceState::read);
  }

  void keep(SourceState source) {
    database.update(
        "INSERT OR REPLACE INTO source ("
            + SourceState.COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        source.name(),
        Database.millis(source.due()),
        Database.millis(source.lastRun()),
        Database.millis(source.lastNew()),
        source.failures(),
        source.lost(),
        source.mood().name(),
        source.trouble(),
        Database.millis(source.since()));
  }

  /**
   * Returns how many pages of these sources wait to be read, not to be looked at again. A page of
   * several sources counts once.
   */
  long waiting(Collection<String> sources) {
    String marks = String.join(", ", Collections.nCopies(sources.size(), "?"));
    return database
        .first(
            "SELECT count(*) FROM page WHERE due IS NOT NULL AND record IS NULL AND EXISTS"
                + " (SELECT 1 FROM listed WHERE listed.key = page.key AND source IN ("
                + marks
                + "))",
            row -> row.getLong(1),
            sources.toArray())
        .orElse(0L);
  }

  /** Returns how many pages of a source wait to be visited. */
  long waiting(String source) {
    return database
        .first(
            "SELECT count(*) FROM page JOIN listed ON listed.key = page.key"
                + " WHERE page.due IS NOT NULL AND listed.source = ?",
            row -> row.getLong(1),
            source)
        .orElse(0L);
  }

  // The archive.

  /** How far a file of the archive is known to be whole. */
  record Archived(String file, long length) {}

  Optional<Archived> archive() {
    return database.first(
        "SELECT file, length FROM archive ORDER BY number DESC LIMIT 1",
        row -> new Archived(row.getString(1), row.getLong(2)));
  }

  void keep(Archived archived) {
    database.update(
        "INSERT INTO archive (file, length) VALUES (?, ?)"
            + " ON CONFLICT (file) DO UPDATE SET length = excluded.length",
        archived.file(),
        archived.length());
  }

  /** Returns what SQLite finds wrong with the file, or {@code ok}. */
  String integrity() {
    Collection<String> lines =
        database.query("PRAGMA integrity_check", row -> String.valueOf(row.getString(1)));
    return String.join("; ", lines);
  }

  @Override
  public void close() {
    database.close();
  }
}
