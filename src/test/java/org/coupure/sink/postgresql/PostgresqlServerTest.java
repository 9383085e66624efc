package org.coupure.sink.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Clip;
import org.coupure.record.FieldType;
import org.coupure.record.SqlSchemas;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.JournalEntry;
import org.coupure.sink.ServerRecords;
import org.coupure.sink.TargetUnavailableException;
import org.coupure.sink.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a real PostgreSQL. */
class PostgresqlServerTest {
  @TempDir static Path folder;
  private static TestServer server;

  private final List<String> notices = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.start("postgresql", "PostgresqlServer.java", folder.resolve("data"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static String url(String table) {
    return "postgresql://postgres@127.0.0.1:" + server.port() + "/postgres?table=" + table;
  }

  @Test
  void keepsEveryFieldOfEveryRecordOnce() throws Exception {
    List<Clip> clips = ServerRecords.clips(40);
    for (int run = 0; run < 2; run++) {
      try (ArticleSink sink = ServerRecords.journaled(url("kept"), notices::add)) {
        ServerRecords.write(sink, clips);
      }
    }

    assertThat(records("kept"))
        .containsExactlyInAnyOrderElementsOf(clips.stream().map(ServerRecords::record).toList());
    assertThat(notices).isEmpty();
  }

  /** Reads rows back as the JSON that the records are. */
  private static List<JsonNode> records(String table) throws SQLException {
    String columns =
        FieldType.record().members().stream()
            .map(m -> "'" + m.name() + "', " + value(m))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    List<JsonNode> records = new ArrayList<>();
    for (String row : query("SELECT json_build_object(" + columns + ") FROM " + table)) {
      records.add(JsonMapper.shared().readTree(row));
    }
    return records;
  }

  private static String value(FieldType.Member member) {
    String column = SqlSchemas.column(member.name());
    return member.type() == FieldType.Scalar.TIMESTAMP
        ? "to_char(" + column + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
        : column;
  }

  private static List<String> query(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres?user=postgres";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Test
  void takesOutNulAndSaysSo() throws Exception {
    try (ArticleSink sink = ServerRecords.journaled(url("nul"), notices::add)) {
      ServerRecords.write(sink, List.of(ServerRecords.clip("a", "Un\0deux", "Trois\0quatre.")));
    }

    assertThat(query("SELECT title || text || (quality->>'flags') FROM nul"))
        .containsExactly("UndeuxTroisquatre.[\"nul-removed\"]");
  }

  @Test
  void takesARecordOfTwoMegabytes() throws Exception {
    try (ArticleSink sink = ServerRecords.journaled(url("large"), notices::add)) {
      ServerRecords.write(sink, List.of(ServerRecords.large("a", 2_000_000)));
    }

    assertThat(query("SELECT length(text) FROM large")).containsExactly("1000000");
  }

  @Test
  void keepsWhatTheDatabaseRefusesAndGoesOn() throws Exception {
    Path rejected = Path.of("picky.rejected.jsonl");
    Files.deleteIfExists(rejected);
    try (ArticleSink sink = ServerRecords.journaled(url("picky"), notices::add)) {
      ServerRecords.write(sink, List.of(ServerRecords.clip("a", "Un", "Texte.")));
      execute("ALTER TABLE picky ADD CHECK (title <> 'Non')");
      ServerRecords.write(
          sink,
          List.of(
              ServerRecords.clip("b", "Oui", "Texte."),
              ServerRecords.clip("c", "Non", "Texte."),
              ServerRecords.clip("d", "Si", "Texte.")));
    }

    assertThat(query("SELECT id FROM picky ORDER BY id")).containsExactly("a", "b", "d");
    assertThat(Files.readString(rejected)).contains("picky_title_check").contains("\"id\":\"c\"");
    assertThat(notices).singleElement().asString().contains("refuses records");
    Files.delete(rejected);
  }

  private static void execute(String sql) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres?user=postgres";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void goesOnWhenTheServerIsBack() throws Exception {
    try (ArticleSink sink = ServerRecords.journaled(url("back"), notices::add)) {
      ServerRecords.write(sink, List.of(ServerRecords.clip("a", "Un", "Texte.")));
      JournalEntry planned = sink.plan(ServerRecords.clip("b", "Deux", "Texte."));
      server.stop();
      assertThatThrownBy(
              () -> {
                sink.write(planned);
                sink.force();
              })
          .isInstanceOf(TargetUnavailableException.class)
          .hasMessageContaining("does not answer");
      server.start();
      writeWhenReady(sink, planned);
    }

    assertThat(query("SELECT id FROM back ORDER BY id")).containsExactly("a", "b");
  }

  /** The port is open a little before the database takes connections. */
  private static void writeWhenReady(ArticleSink sink, JournalEntry entry) throws Exception {
    for (int i = 0; i < 50; i++) {
      try {
        sink.write(entry);
        sink.force();
        return;
      } catch (TargetUnavailableException starting) {
        Thread.sleep(200);
      }
    }
  }

  @Test
  void saysThatTheDatabaseIsNotThereWithoutThePassword() throws IOException {
    String url = "postgresql://postgres:geheim@127.0.0.1:" + server.port() + "/nowhere";
    try (ArticleSink sink = ServerRecords.journaled(url, notices::add)) {
      JournalEntry entry = sink.plan(ServerRecords.clip("a", "Un", "Texte."));
      sink.write(entry);
      assertThatThrownBy(sink::force)
          .isNotInstanceOf(TargetUnavailableException.class)
          .hasMessageContaining("/nowhere can't be written to")
          .hasMessageNotContaining("geheim");
    }
  }
}
