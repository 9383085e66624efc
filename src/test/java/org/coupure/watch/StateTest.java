package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coupure.article.Reason;
import org.coupure.fetch.HostState;
import org.coupure.fetch.RobotsFile;
import org.coupure.fetch.TdmFile;
import org.coupure.sqlite.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the state keeps from one run to the next. */
class StateTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final String ORIGIN = "https://a.example";

  @TempDir Path folder;

  @Test
  void keepsWhatSitesSayOfThemselves() throws IOException {
    RobotsFile robots = new RobotsFile(RobotsFile.Kind.RULES, "User-agent: *", NOW, NOW);
    TdmFile reservations = new TdmFile("[{\"location\": \"/\"}]", NOW.plusSeconds(60));
    try (State state = State.open(folder.resolve("s.sqlite"))) {
      state.hosts().keep(ORIGIN, robots);
      state.hosts().keep(ORIGIN, new TdmFile("", NOW));
      state.hosts().keep(ORIGIN, reservations);
    }

    try (State state = State.open(folder.resolve("s.sqlite"))) {
      assertThat(state.hosts().robots(ORIGIN)).contains(robots);
      assertThat(state.hosts().reservations(ORIGIN)).contains(reservations);
      assertThat(state.hosts().reservations("https://b.example")).isEmpty();
    }
  }

  @Test
  void takesOverAStateOfAnEarlierVersion() throws IOException {
    Path file = folder.resolve("s.sqlite");
    try (Database database = Database.open(file, "state");
        InputStream in = State.class.getResourceAsStream("state-1.sql")) {
      database.script(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      database.update("INSERT INTO tally (source, outcome, number) VALUES ('a', 'new', 3)");
    }

    try (State state = State.open(file)) {
      state.hosts().keep(ORIGIN, new TdmFile("", NOW));
      assertThat(state.tallies().all()).containsExactly(new TallyTable.Count("a", "new", 3));
    }
  }

  @Test
  void leavesAStateOfALaterVersionAlone() throws IOException {
    Path file = folder.resolve("s.sqlite");
    try (Database database = Database.open(file, "state")) {
      database.script("PRAGMA user_version = 99");
    }

    assertThatThrownBy(() -> State.open(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " was written by a newer Coupure (state 99); use that one");
  }

  @Test
  void saysWhatToDoAboutAFileThatIsNoState() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "no database, surely");
    Path other = folder.resolve("other.sqlite");
    try (Database database = Database.open(other, "state")) {
      database.script("CREATE TABLE cat (name)");
    }

    assertThatThrownBy(() -> State.open(text))
        .isInstanceOf(IOException.class)
        .hasMessage(
            text
                + ": the state: it is no SQLite database; move it away, or name another file as"
                + " `state`");
    assertThatThrownBy(() -> State.open(other))
        .isInstanceOf(IOException.class)
        .hasMessage(
            other + " is a database, but no state of Coupure's; name another file as `state`");
  }

  @Test
  void aFullDiskIsSaidToBeOne() throws IOException {
    try (Database database = Database.open(folder.resolve("s.sqlite"), "state")) {
      database.script("CREATE TABLE t (a)");
      database.script("PRAGMA max_page_count=3");

      assertThatThrownBy(
              () ->
                  database.transact(
                      true, () -> database.update("INSERT INTO t VALUES (zeroblob(?))", 9_000_000)))
          .hasMessageEndingWith("the state: the disk is full; make room, and the next run goes on");
      database.transact(true, () -> database.update("INSERT INTO t VALUES (1)"));
    }
  }

  @Test
  void isLookedAtWithoutBeingWritten() throws IOException {
    Path file = folder.resolve("a state%20.sqlite");
    State.open(file).close();

    try (Database database = Database.openToRead(file, "state")) {
      assertThat(database.query("SELECT name FROM source", row -> row.getString(1))).isEmpty();
      assertThatThrownBy(() -> database.update("DELETE FROM source"))
          .hasMessage(
              "java.io.IOException: "
                  + file
                  + ": the state: it, or its folder, can't be written by this user; see to their"
                  + " permissions");
    }
    try (java.util.stream.Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void forgetsTheWaitsOfAClockGoneWrong() throws IOException {
    Instant wrong = NOW.plus(Duration.ofDays(400));
    try (State state = State.open(folder.resolve("s.sqlite"))) {
      state.activate(List.of("a"));
      state.keep(
          new SourceState("a", wrong, wrong, null, 0, 0, SourceState.Mood.FINE, null, wrong));
      state.add("x", "http://a.example/x", "a.example", "a", wrong);
      state.hosts().keep("a.example", new HostState(wrong, 0, null, null));
      state.hosts().keep(ORIGIN, new RobotsFile(RobotsFile.Kind.RULES, "", wrong, wrong));

      state.heal(NOW);

      assertThat(state.source("a").due()).isEqualTo(NOW);
      assertThat(state.dueHosts(NOW)).containsExactly("a.example");
      assertThat(state.hosts().state("a.example").orElseThrow().notBefore()).isEqualTo(NOW);
      assertThat(state.hosts().robots(ORIGIN)).isEmpty();
    }
  }

  @Test
  void aHostInTroubleKeepsNoMoreThanItsWaitOfAClockThatWasAhead() throws IOException {
    Instant wrong = NOW.plus(Duration.ofHours(12));
    try (State state = State.open(folder.resolve("s.sqlite"))) {
      state.keep(
          new SourceState("a", wrong, wrong, null, 0, 0, SourceState.Mood.FINE, null, wrong));
      Instant wait = wrong.plus(Duration.ofHours(2));
      state.hosts().keep("a.example", new HostState(wait, 3, wrong, Reason.TIMEOUT));

      state.heal(NOW);

      assertThat(state.hosts().state("a.example").orElseThrow().notBefore())
          .isEqualTo(NOW.plus(Duration.ofHours(2)));
    }
  }

  @Test
  void aClockThatGoesOnChangesNoWaits() throws IOException {
    Instant due = NOW.plus(Duration.ofDays(3));
    try (State state = State.open(folder.resolve("s.sqlite"))) {
      SourceState sourceState =
          new SourceState("a", due, NOW, null, 0, 0, SourceState.Mood.FINE, null, NOW);
      state.keep(sourceState);
      state.hosts().keep("a.example", new HostState(due, 0, null, null));

      state.heal(NOW);

      assertThat(state.source("a")).isEqualTo(sourceState);
      assertThat(state.hosts().state("a.example").orElseThrow().notBefore()).isEqualTo(due);
    }
  }
}
