package org.coupure.watch;

import static org.coupure.sqlite.Database.instant;
import static org.coupure.sqlite.Database.millis;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coupure.article.Reason;
import org.coupure.fetch.HostMemory;
import org.coupure.fetch.HostState;
import org.coupure.fetch.RobotsFile;
import org.coupure.fetch.TdmFile;
import org.coupure.sqlite.Database;
import org.jspecify.annotations.Nullable;

/**
 * The tables of what politeness must know of hosts the next time. Safe for any number of threads.
 */
final class HostTables implements HostMemory {
  /** Why a host can't be reached at all. */
  private static final List<Reason> UNREACHABLE =
      List.of(Reason.DNS, Reason.CONNECTION, Reason.TIMEOUT);

  private final Database database;

  HostTables(Database database) {
    this.database = database;
  }

  /** Returns the hosts that can't be reached since a time after {@code since}. */
  List<String> unreachable(Instant since) {
    return database.query(
        "SELECT name FROM host WHERE since > ? AND trouble IN ("
            + Database.quoted(UNREACHABLE.stream().map(Reason::name))
            + ")",
        row -> row.getString(1),
        since.toEpochMilli());
  }

  /**
   * Takes back what a clock that was ahead added to the waits.
   *
   * @param ahead by how much it was, in milliseconds
   * @param now by the clock as it is, in milliseconds since 1970
   */
  void shorten(long ahead, long now) {
    // A wait that was set by the right clock may be hit as well; a host in trouble keeps a minute.
    database.update(
        "UPDATE host SET not_before = min(not_before, max(not_before - ?1,"
            + " CASE WHEN failures > 0 THEN ?2 + 60000 ELSE ?2 END)) WHERE not_before > ?2",
        ahead,
        now);
  }

  @Override
  public Optional<HostState> state(String host) {
    return database.first(
        "SELECT not_before, failures, since, trouble FROM host WHERE name = ?",
        row ->
            new HostState(
                Objects.requireNonNull(instant(row, 1)),
                row.getInt(2),
                instant(row, 3),
                reason(row.getString(4))),
        host);
  }

  private static @Nullable Reason reason(@Nullable String name) {
    return name == null ? null : Reason.valueOf(name);
  }

  @Override
  public void keep(String host, HostState state) {
    Reason trouble = state.trouble();
    database.update(
        "INSERT OR REPLACE INTO host (name, not_before, failures, since, trouble)"
            + " VALUES (?, ?, ?, ?, ?)",
        host,
        state.notBefore().toEpochMilli(),
        state.failures(),
        millis(state.failingSince()),
        trouble == null ? null : trouble.name());
  }

  @Override
  public Optional<RobotsFile> robots(String origin) {
    return database.first(
        "SELECT kind, text, fetched, expires FROM robots WHERE origin = ?",
        row ->
            new RobotsFile(
                RobotsFile.Kind.valueOf(row.getString(1)),
                row.getString(2),
                Objects.requireNonNull(instant(row, 3)),
                Objects.requireNonNull(instant(row, 4))),
        origin);
  }

  @Override
  public void keep(String origin, RobotsFile file) {
    database.update(
        "INSERT OR REPLACE INTO robots (origin, kind, text, fetched, expires)"
            + " VALUES (?, ?, ?, ?, ?)",
        origin,
        file.kind().name(),
        file.text(),
        file.fetched().toEpochMilli(),
        file.expires().toEpochMilli());
  }

  @Override
  public Optional<TdmFile> reservations(String origin) {
    return database.first(
        "SELECT text, expires FROM tdm WHERE origin = ?",
        row -> new TdmFile(row.getString(1), Objects.requireNonNull(instant(row, 2))),
        origin);
  }

  @Override
  public void keep(String origin, TdmFile file) {
    database.update(
        "INSERT OR REPLACE INTO tdm (origin, text, expires) VALUES (?, ?, ?)",
        origin,
        file.text(),
        file.expires().toEpochMilli());
  }
}
