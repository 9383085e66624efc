package org.coupure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InterruptionTest {
  private static final String RECORD =
      "{\"html\":\"<html><body><p>Le pont de la criée rouvre lundi matin.</p></body></html>\"}\n";

  @TempDir Path folder;

  /** Standard input stays open, so that the run waits for more when it is told to end. */
  @Test
  void finishesWhatIsInHandAndSaysSoWhenTerminated() throws Exception {
    Process process = start("clean", "-", "-j", "2", "--failures");
    OutputStream stdin = process.getOutputStream();
    try (BufferedReader records = process.inputReader(StandardCharsets.UTF_8)) {
      stdin.write(RECORD.repeat(2000).getBytes(StandardCharsets.UTF_8));
      stdin.flush();
      assertThat(records.readLine()).startsWith("{\"schema\"").endsWith("}");

      // Not the process itself, which would close the streams too.
      process.toHandle().destroy();

      assertThat(records.lines()).allMatch(line -> line.endsWith("}"));
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(folder.resolve("err"));
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(said).containsPattern("(?m)^interrupted; [0-9,]+ pages?: .*\\R\\z");
  }

  private Process start(String... words) throws IOException {
    String[] command = new String[words.length + 5];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    command[1] = "-XX:TieredStopAtLevel=1";
    command[2] = "-cp";
    command[3] = System.getProperty("java.class.path");
    command[4] = Main.class.getName();
    System.arraycopy(words, 0, command, 5, words.length);
    return new ProcessBuilder(command).redirectError(folder.resolve("err").toFile()).start();
  }
}
