package org.coupure.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.coupure.sqlite.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicatesTest {
  private static final String TEXT =
      "The bridge over the river was closed on Monday. Engineers had found cracks in two of its four"
          + " pillars. The town expects the work to take half a year, and has asked for money.";

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(folder.resolve("near.sqlite"), "test");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aCopyWithAnotherDateLineIsOfTheFirstOnesCluster() throws IOException {
    NearDuplicates near = NearDuplicates.in(database);

    assertThat(near.add("a", TEXT)).isEqualTo("a");
    assertThat(near.add("b", "VALLEY (agency). " + TEXT)).isEqualTo("a");
    assertThat(near.add("c", "Nothing of this stands anywhere else at all.")).isEqualTo("c");
    assertThat(near.add("d", "")).isEqualTo("d");
  }

  @Test
  void whatWasAddedIsKeptInTheFile() throws IOException {
    NearDuplicates.in(database).add("a", TEXT);

    assertThat(NearDuplicates.in(database).add("b", TEXT)).isEqualTo("a");
  }

  @Test
  void findsCopiesOfSixKindsAndNoOthers() throws IOException {
    NearDuplicates near = NearDuplicates.in(database);

    var result = database.transact(false, () -> new NearDuplicatesBenchmark().run(near, 1_500));

    assertThat(result.precision()).isGreaterThanOrEqualTo(.99);
    assertThat(result.recall())
        .isGreaterThanOrEqualTo(.95); // Of 600 copies; more in docs/benchmarks.md.
  }

  @Test
  void whatIsForgottenIsComparedWithNothing() throws IOException {
    NearDuplicates near = NearDuplicates.in(database);
    Instant now = Instant.parse("2026-03-01T00:00:00Z");
    near.add("a", TEXT, now);
    near.forget(now);
    assertThat(near.add("b", TEXT, now.plusSeconds(1))).isEqualTo("a");

    near.forget(now.plusSeconds(2));

    assertThat(near.add("c", TEXT, now.plusSeconds(3))).isEqualTo("c");
    assertThat(database.query("SELECT DISTINCT number FROM band", row -> row.getLong(1)))
        .hasSize(1);
  }
}
