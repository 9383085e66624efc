package org.coupure.sink.postgresql;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.coupure.record.FieldType;
import org.coupure.record.FieldType.Member;
import org.coupure.record.SchemaDialect;
import org.coupure.record.SqlSchemas;
import org.coupure.sink.BatchedSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.Rejection;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.TargetUnavailableException;
import org.coupure.sink.TargetUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table with a column for each key of the top level. Its key is the record's id and its text's
 * hash, so that a record that is written again stays one row: exactly once, whenever the process is
 * killed. Batches are rewritten into one statement each; COPY was measured not to be faster for
 * records of this size.
 */
final class PostgresqlSink extends BatchedSink {
  private static final int MOST_RECORDS = 500;
  private static final long MOST_BYTES = 8_000_000;

  private static final List<Member> COLUMNS = FieldType.record().members();
  private static final Pattern TABLE =
      Pattern.compile("[a-z_][a-z0-9_]{0,62}(\\.[a-z_][a-z0-9_]{0,62})?");

  private final JsonMapper json = JsonMapper.builder().build();
  private final String table;
  private final String insert;
  private @Nullable Connection connection;

  PostgresqlSink(TargetUrl target, SinkOptions options) throws IOException {
    super(target, target.parameter("table", "article"), MOST_RECORDS, MOST_BYTES, options);
    this.table = target.parameter("table", "article");
    if (!TABLE.matcher(table).matches()) {
      throw new IOException(target + ": \"" + table + "\" can't be a table's name");
    }
    this.insert =
        "INSERT INTO "
            + table
            + COLUMNS.stream()
                .map(m -> SqlSchemas.column(m.name()))
                .collect(joining(", ", " (", ""))
            + ", text_hash) VALUES ("
            + COLUMNS.stream()
                .map(m -> "?::" + SqlSchemas.postgresType(m.type()))
                .collect(joining(", "))
            + ", ?) ON CONFLICT (id, text_hash) DO NOTHING";
  }

  private Connection connected() throws IOException {
    Connection open = connection;
    if (open != null) {
      return open;
    }
    try {
      open = connect();
      connection = open;
      try (Statement statement = open.createStatement()) {
        statement.execute(
            SchemaDialect.POSTGRES.schema().replace("EXISTS article (", "EXISTS " + table + " ("));
      }
      open.commit();
      return open;
    } catch (SQLException e) {
      disconnect();
      throw failure(e);
    } catch (LinkageError e) {
      throw new IOException("PostgreSQL needs the library org.postgresql:postgresql", e);
    }
  }

  /** Made by its name: the compiler would ask for annotations that the library leaves out. */
  private static Driver driver() {
    try {
      Class<?> type = Class.forName("org.postgresql.Driver");
      return (Driver) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new NoClassDefFoundError("org.postgresql.Driver");
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    target().parameters().forEach(properties::setProperty);
    properties.remove("table");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("ApplicationName", "coupure");
    properties.putIfAbsent("connectTimeout", "10");
    properties.putIfAbsent("socketTimeout", "60");
    String user = target().user();
    String password = target().password();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    // Named directly, because not every class loader lets DriverManager find it.
    Connection open =
        driver()
            .connect("jdbc:postgresql://" + target().hosts() + "/" + target().path(), properties);
    if (open == null) {
      throw new SQLException("not understood as the URL of a database", "08001");
    }
    open.setAutoCommit(false);
    return open;
  }

  @Override
  protected List<Rejection> send(List<JournalEntry> batch) throws IOException {
    Connection open = connected();
    try {
      insert(open, batch);
      open.commit();
      return List.of();
    } catch (SQLException e) {
      rollBack(open);
      if (!isOfRecord(e)) {
        throw failure(e);
      }
      return oneByOne(open, batch);
    }
  }

  private void insert(Connection open, List<JournalEntry> batch) throws SQLException {
    try (PreparedStatement statement = open.prepareStatement(insert)) {
      for (JournalEntry entry : batch) {
        bind(open, statement, entry);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (BatchUpdateException e) {
      throw e.getNextException() == null ? e : e.getNextException();
    }
  }

  /** The transaction takes all but the records that the database refuses. */
  private List<Rejection> oneByOne(Connection open, List<JournalEntry> batch) throws IOException {
    List<Rejection> refused = new ArrayList<>();
    try {
      for (JournalEntry entry : batch) {
        try {
          insert(open, List.of(entry));
          open.commit();
        } catch (SQLException e) {
          rollBack(open);
          if (!isOfRecord(e)) {
            throw e;
          }
          refused.add(new Rejection(entry, String.valueOf(e.getMessage())));
        }
      }
      return refused;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static void rollBack(Connection open) {
    try {
      open.rollback();
    } catch (SQLException ignored) {
      // The connection is gone, which the first failure says.
    }
  }

  private void bind(Connection open, PreparedStatement statement, JournalEntry entry)
      throws SQLException {
    JsonNode record = NulCharacters.remove(json.readTree(entry.bytes()));
    int place = 1;
    for (Member column : COLUMNS) {
      JsonNode value = record.path(column.name());
      if (value.isMissingNode() || value.isNull()) {
        statement.setString(place, null);
      } else if (SqlSchemas.postgresType(column.type()).endsWith("[]")) {
        String[] texts = value.valueStream().map(JsonNode::asString).toArray(String[]::new);
        statement.setArray(place, open.createArrayOf("text", texts));
      } else {
        statement.setString(place, value.isContainer() ? value.toString() : value.asString());
      }
      place++;
    }
    statement.setString(place, entry.place().substring(entry.place().lastIndexOf('/') + 1));
  }

  /** Classes 21 to 23 are about the data; 54 says that something is too large. */
  private static boolean isOfRecord(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("21")
        || state.startsWith("22")
        || state.startsWith("23")
        || state.startsWith("54");
  }

  private IOException failure(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    String said = TargetUrl.masked(String.valueOf(e.getMessage()));
    String kind = state.substring(0, Math.min(2, state.length()));
    return switch (kind) {
      case "28" ->
          new IOException(
              target()
                  + ": user or password is wrong; give them in the URL, or as"
                  + " COUPURE_POSTGRESQL_USER and COUPURE_POSTGRESQL_PASSWORD ("
                  + said
                  + ")",
              e);
      case "08", "57", "53", "40", "55" ->
          new TargetUnavailableException(target() + " does not answer (" + said + ")", e);
      default -> new IOException(target() + " can't be written to: " + said, e);
    };
  }

  @Override
  public Predicate<String> recorded() throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    try (Statement statement = connected().createStatement();
        ResultSet rows = statement.executeQuery("SELECT provenance->>'source' FROM " + table)) {
      while (rows.next()) {
        counts.merge(rows.getString(1), 1, Integer::sum);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
    return source -> counts.computeIfPresent(source, (key, left) -> left - 1) != null;
  }

  @Override
  protected void disconnect() {
    Connection open = connection;
    connection = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException ignored) {
      // It was gone.
    }
  }
}
