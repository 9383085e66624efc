package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state that version 0.1.0 wrote, in which five articles were delivered, is gone on with. */
class EarlierStateTest {
  private static final Instant LATER = Instant.parse("2026-12-10T00:00:00Z");

  @TempDir Path folder;

  private final MovingClock clock = new MovingClock(LATER, LATER.plus(Duration.ofDays(30)));
  private ProxiedPress press;

  @BeforeEach
  void takeTheState() throws IOException {
    press = new ProxiedPress();
    try (InputStream packed = getClass().getResourceAsStream("state-0.1.0.sqlite.gz");
        InputStream state = new GZIPInputStream(Objects.requireNonNull(packed))) {
      Files.copy(state, folder.resolve("state.sqlite"));
    }
    Files.writeString(folder.resolve("coupure.yaml"), ProxiedPress.CONFIGURATION);
  }

  @AfterEach
  void close() {
    press.close();
  }

  /** Visits the feed and all articles of which a look for changes is due. */
  private String run() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Configuration configuration = Configuration.load(folder.resolve("coupure.yaml"));
    try (Watch watch =
        Watch.builder(configuration, clock)
            .environment(Map.of("http_proxy", press.proxy()))
            .stdout(out)
            .waiting(clock)
            .open()) {
      Report report = watch.runOnce(true);
      assertThat(report.ending()).as(report.text()).isEqualTo(Report.Ending.WELL);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void nothingIsDeliveredTwice() throws IOException {
    assertThat(run()).isEmpty();
    assertThat(run()).isEmpty();
  }

  @Test
  void whatIsNewIsDeliveredOnce() throws IOException {
    press.story("tower", "http://m.abc.example/tower?b=2&a=1", "http://www.abc.example/tower");

    assertThat(run().lines()).hasSize(1).first().asString().contains("News of the tower");
    assertThat(run()).isEmpty();
  }

  /** The id is made of the canonical URL, which 0.1.0 did not believe on hosts of three letters. */
  @Test
  void aRevisionKeepsTheIdThatTheRecordWasDeliveredWith() throws IOException {
    press.story("river", "http://m.abc.example/river", "http://www.abc.example/river", "It rose.");

    assertThat(run().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("\"id\":\"ff455659", "\"canonicalUrl\":\"http://www.abc.example/river\"");
  }
}
