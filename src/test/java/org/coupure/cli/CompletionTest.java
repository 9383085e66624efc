package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void knowsEveryVerbAndOption(String shell) {
    String script = Session.of("help", "--completion", shell).out();

    assertThat(script).contains("clean", "lint", "min-exact", "page").doesNotContain("null");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void bashCompletesVerbsThoseOfGroupsAndOptions(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("coupure.bash");
    Files.writeString(script, Session.of("help", "--completion", "bash").out());

    assertThat(bash(script, "coupure", "cl")).isEqualTo("clean");
    assertThat(bash(script, "coupure", "rules", "li")).isEqualTo("lint");
    assertThat(bash(script, "coupure", "clean", "a.html", "--min")).contains("--min-exact");
    assertThat(bash(script, "coupure", "rules", "lint", "--")).doesNotContain("--min-exact");
  }

  @Test
  void anotherShellIsAMistake() {
    Session session = Session.of("help", "--completion", "tcsh");

    assertThat(session.code()).isEqualTo(FailOn.WRONG_USE);
    assertThat(session.err()).contains("--completion knows bash, zsh and fish, not \"tcsh\".");
  }

  @Test
  void manualPagesHaveEveryOptionAndEscapeWhatManWouldRead() {
    String page = Session.of("help", "--man", "clean").out();

    assertThat(page)
        .startsWith(".TH COUPURE-CLEAN 1 ")
        .contains(".SH OPTIONS\n", "\n.B \\-o, \\-\\-out ", "\n.SH EXAMPLES\n");
    assertThat(page.lines().filter(line -> line.startsWith("'"))).isEmpty();
    assertThat(Session.of("help", "--man").out())
        .contains(".BR coupure\\-rules\\-lint (1)")
        .contains("clean     clean saved pages");
  }

  /** Returns what bash offers for the last of {@code words}, on one line. */
  private static String bash(Path script, String... words) throws IOException {
    StringBuilder command = new StringBuilder("source " + script + "; COMP_WORDS=(");
    for (String word : words) {
      command.append('\'').append(word).append("' ");
    }
    command.append("); COMP_CWORD=").append(words.length - 1);
    command.append("; _coupure; echo \"${COMPREPLY[*]}\"");
    Process bash = new ProcessBuilder("bash", "-c", command.toString()).start();
    try (InputStream out = bash.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
