package org.coupure.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/**
 * One SQLite file, by one connection that all threads share, one after the other. What goes wrong
 * is an {@link UncheckedIOException} that names the file: nothing can go on without it.
 */
public final class Database implements AutoCloseable {
  private final Path file;
  private final String what;
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private boolean inTransaction;
  private boolean durable;

  private Database(Path file, String what, Connection connection) {
    this.file = file;
    this.what = what;
    this.connection = connection;
  }

  /**
   * Opens a file to read and write; it and its folder are made when they are missing.
   *
   * @param what what the file is to its user, and the key that names it in a configuration, such as
   *     {@code state}
   * @throws IOException if it can't be opened; the message says what to do
   */
  public static Database open(Path file, String what) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return open(
        file,
        what,
        "jdbc:sqlite:" + file,
        "PRAGMA busy_timeout=10000",
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=NORMAL");
  }

  /**
   * Opens what this user may read and not write; nothing is made or changed on the disk.
   *
   * @param what what the file is to its user, such as {@code state}
   * @throws IOException if it can't be opened; the message says what to do
   */
  public static Database openToRead(Path file, String what) throws IOException {
    boolean inUse = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    String url = "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath();
    // Without `immutable` SQLite wants to make the files of a WAL, which a reader may not.
    String mode = inUse ? "?mode=ro" : "?mode=ro&immutable=1";
    return open(file, what, url + mode, "PRAGMA busy_timeout=10000");
  }

  private static Database open(Path file, String what, String url, String... settings)
      throws IOException {
    Database database;
    try {
      // DriverManager would load the drivers of other databases, too.
      database = new Database(file, what, JDBC.createConnection(url, new Properties()));
    } catch (SQLException e) {
      throw problem(file, what, e);
    }
    try {
      for (String setting : settings) {
        database.script(setting);
      }
      return database;
    } catch (UncheckedIOException e) {
      database.close();
      throw Objects.requireNonNull(e.getCause());
    }
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    /** Reads the row at which {@code row} stands. */
    T read(ResultSet row) throws SQLException;
  }

  /** Runs several statements, parted by a semicolon at a line's end. */
  public synchronized void script(String sql) {
    try (Statement statement = connection.createStatement()) {
      for (String part : sql.split(";\\s*\n", -1)) {
        if (!part.isBlank()) {
          statement.execute(part);
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Returns how many rows were changed. */
  public synchronized int update(String sql, @Nullable Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Returns the rows of a query, all of them. */
  public synchronized <T> List<T> query(String sql, Row<T> reader, @Nullable Object... values) {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Returns the first row of a query. */
  public <T> Optional<T> first(String sql, Row<T> reader, @Nullable Object... values) {
    List<T> rows = query(sql, reader, values);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  /**
   * Gives each row of a query to {@code reader} while it answers true; they need not fit into the
   * memory.
   */
  public synchronized void each(String sql, Row<Boolean> reader, @Nullable Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        boolean more = true;
        while (more && rows.next()) {
          more = reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Does all of {@code work} or nothing.
   *
   * @param disk whether it must be safe on the disk when this returns, and not only from a crash of
   *     this process
   */
  public synchronized <T> T transact(boolean disk, Supplier<T> work) {
    if (inTransaction) {
      return work.get();
    }
    begin(disk);
    boolean done = false;
    try {
      T result = work.get();
      connection.commit();
      done = true;
      return result;
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      end(done);
    }
  }

  /** Does all of {@code work} or nothing; {@code disk} as above. */
  public void transact(boolean disk, Runnable work) {
    boolean unused =
        transact(
            disk,
            () -> {
              work.run();
              return true;
            });
  }

  private void begin(boolean disk) {
    try {
      if (disk != durable) {
        script("PRAGMA synchronous=" + (disk ? "FULL" : "NORMAL"));
        durable = disk;
      }
      connection.setAutoCommit(false);
      inTransaction = true;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void end(boolean done) {
    inTransaction = false;
    try {
      if (!done) {
        connection.rollback();
      }
    } catch (SQLException ignored) { // Quirk: on a full disk SQLite has rolled back by itself.
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      if (done) {
        throw failure(e);
      }
      // The earlier exception is reported already.
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object[] values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    bind(statement, values);
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private UncheckedIOException failure(SQLException e) {
    return new UncheckedIOException(problem(file, what, e));
  }

  /** Says what to do about what <a href="https://sqlite.org/rescode.html">SQLite says</a>. */
  private static IOException problem(Path file, String what, SQLException e) {
    String sentence =
        switch (e.getErrorCode()) {
          case 5 -> "another program holds it; wait until that has ended";
          case 8, 14 ->
              "it, or its folder, can't be written by this user; see to their permissions";
          case 11 -> "it is damaged; put a copy in its place, or move it away: then all is new";
          case 13 -> "the disk is full; make room, and the next run goes on";
          case 26 ->
              "it is no SQLite database; move it away, or name another file as `" + what + "`";
          default -> "it can't be read or written: " + e.getMessage();
        };
    return new IOException(file + ": the " + what + ": " + sentence, e);
  }

  /** Returns a time as columns hold it, in milliseconds since 1970. */
  public static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  /** Returns the time that a column of the row holds, the first being 1; null when it has none. */
  public static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  /** Returns {@code words}, which are our own, as a list of SQL. */
  public static String quoted(Stream<String> words) {
    return words.collect(Collectors.joining("', '", "'", "'"));
  }

  @Override
  public synchronized void close() {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
