package org.coupure.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.coupure.article.Clip;
import org.coupure.record.RecordWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A SQLite file with a row a record and text. A place is the record's id and its text's hash, which
 * are the key, so that a row written again stays one; a changed text is a row of its own, and the
 * view {@code latest} shows the newest of each.
 */
final class ArticleDatabase implements ArticleSink {
  private static final List<String> COLUMNS =
      List.of("id", "url", "site", "title", "published", "captured", "language", "outcome", "text");

  private static final String SCHEMA =
      """
      CREATE TABLE IF NOT EXISTS article (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL, url TEXT, site TEXT, title TEXT, published TEXT, captured TEXT,
        language TEXT, outcome TEXT, text TEXT, text_hash TEXT NOT NULL, record TEXT NOT NULL,
        UNIQUE (id, text_hash));
      CREATE VIEW IF NOT EXISTS latest AS
        SELECT * FROM article WHERE number IN (SELECT max(number) FROM article GROUP BY id);
      """;

  /** As many rows are lost at most when a run without a journal is killed. */
  private static final int BATCH = 50;

  private final Path file;
  private final Connection connection;
  private final JsonMapper json = JsonMapper.builder().build();

  private long written;

  private ArticleDatabase(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  static ArticleDatabase open(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      ArticleFolder.makeFolder(parent);
    }
    Connection connection = null;
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout=10000");
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        for (String part : SCHEMA.split(";\\s*\\n", -1)) {
          if (!part.isBlank()) {
            statement.execute(part);
          }
        }
      }
      connection.setAutoCommit(false);
      return new ArticleDatabase(file, connection);
    } catch (SQLException e) {
      closeQuietly(connection);
      throw failure(file, e);
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException ignored) {
      // Why it could not be opened is what the person needs.
    }
  }

  @Override
  public void accept(Clip clip) throws IOException {
    write(plan(clip));
    if (written % BATCH == 0) {
      force();
    }
  }

  @Override
  public JournalEntry plan(Clip clip) {
    String id = clip.requireArticle().id();
    String hash = clip.requireArticle().duplicate().textHash();
    return new JournalEntry(
        id + "/" + (hash == null ? "" : hash), RecordWriter.compact().write(clip));
  }

  @Override
  public void write(JournalEntry entry) throws IOException {
    JsonNode record = json.readTree(entry.bytes());
    String columns = String.join(", ", COLUMNS);
    String sql =
        String.format(
            Locale.ROOT,
            "INSERT OR REPLACE INTO article (%s, text_hash, record) VALUES (%s?, ?)",
            columns,
            "?, ".repeat(COLUMNS.size()));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int place = 1;
      for (String column : COLUMNS) {
        JsonNode value = record.path(column);
        insert.setString(place++, value.isString() ? value.stringValue() : null);
      }
      insert.setString(place++, entry.place().substring(entry.place().lastIndexOf('/') + 1));
      insert.setString(place, new String(entry.bytes(), StandardCharsets.UTF_8));
      insert.executeUpdate();
      written++;
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  @Override
  public void force() throws IOException {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  @Override
  public @Nullable String summary() {
    return WrittenSummary.of(false, written, file);
  }

  @Override
  public Predicate<String> recorded() throws IOException {
    RecordedInputs inputs = new RecordedInputs();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT record FROM article")) {
      while (rows.next()) {
        inputs.add(RecordedInputs.sourceOf(rows.getString(1)));
      }
    } catch (SQLException e) {
      throw failure(file, e);
    }
    return inputs;
  }

  @Override
  public void close() throws IOException {
    try (connection) {
      if (!connection.isClosed()) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  private static IOException failure(Path file, SQLException e) {
    return new IOException(file + ": the database can't be written: " + e.getMessage(), e);
  }
}
