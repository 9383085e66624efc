package org.coupure.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.coupure.sqlite.Database;

/** Opens the file of a {@link State}, whose tables may be those of an earlier version. */
final class StateFile {
  private static final int VERSION = 7;

  private interface Check {
    void pass(Database database) throws IOException;
  }

  private StateFile() {}

  /** Returns the database with the tables of this version; made anew where there is none. */
  static Database open(Path file) throws IOException {
    return checked(Database.open(file, "state"), database -> bringUpToDate(database, file));
  }

  /** Returns the database to look at, also one that this user may not write. */
  static Database openToRead(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    if (Files.isWritable(file) && Files.isWritable(folder)) {
      return open(file);
    }
    return checked(Database.openToRead(file, "state"), database -> requireUpToDate(database, file));
  }

  private static Database checked(Database database, Check check) throws IOException {
    try {
      check.pass(database);
      return database;
    } catch (IOException refused) {
      database.close();
      throw refused;
    } catch (UncheckedIOException e) {
      database.close();
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private static void bringUpToDate(Database database, Path file) throws IOException {
    for (int next = version(database, file) + 1; next <= VERSION; next++) {
      String script = schema(next);
      database.transact(true, () -> database.script(script));
    }
  }

  private static void requireUpToDate(Database database, Path file) throws IOException {
    if (version(database, file) < VERSION) {
      throw new IOException(
          file + " was written by an older Coupure; the next run brings it up to date");
    }
  }

  /** Returns the version of a state that is no newer than this, 0 for an empty file. */
  private static int version(Database database, Path file) throws IOException {
    int version = database.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    if (version > VERSION) {
      throw new IOException(
          file + " was written by a newer Coupure (state " + version + "); use that one");
    }
    boolean empty =
        database.query("SELECT 1 FROM sqlite_master LIMIT 1", row -> row.getInt(1)).isEmpty();
    if (version == 0 && !empty) {
      throw new IOException(
          file + " is a database, but no state of Coupure's; name another file as `state`");
    }
    return version;
  }

  /** Returns what makes a state of {@code version} of one of the version before. */
  private static String schema(int version) {
    try (InputStream in = StateFile.class.getResourceAsStream("state-" + version + ".sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
