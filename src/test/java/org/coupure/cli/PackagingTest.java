package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What systemd and Docker are told to run is what this version understands. */
class PackagingTest {
  private static final String NONE = "/etc/coupure/none.yaml";

  private static String read(String name) throws IOException {
    return Files.readString(Path.of("packaging", name));
  }

  private static void assertUnderstood(List<String> words) {
    String[] run =
        words.stream()
            .map(word -> word.equals("/etc/coupure/coupure.yaml") ? NONE : word)
            .toArray(String[]::new);

    assertThat(words).contains("/etc/coupure/coupure.yaml");
    assertThat(Session.of(run).err()).startsWith("coupure: ").contains(NONE).doesNotContain("help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"coupure-run.service", "coupure-watch.service"})
  void unitsRunWhatThereIs(String unit) throws IOException {
    Matcher start =
        Pattern.compile("(?m)^ExecStart=/opt/coupure/coupure (.+)$").matcher(read(unit));

    assertThat(start.find()).isTrue();
    assertUnderstood(List.of(start.group(1).split(" ")));
  }

  @Test
  void theImageRunsWhatThereIs() throws IOException {
    String file = read("Dockerfile");
    Matcher command = Pattern.compile("(?m)^CMD \\[(.+)]$").matcher(file);
    Matcher health = Pattern.compile("CMD /opt/coupure/coupure (.+) > /dev/null").matcher(file);

    assertThat(command.find()).isTrue();
    assertUnderstood(
        Pattern.compile("\"([^\"]+)\"")
            .matcher(command.group(1))
            .results()
            .map((MatchResult word) -> word.group(1))
            .toList());
    assertThat(health.find()).isTrue();
    assertUnderstood(List.of(health.group(1).split(" ")));
  }
}
