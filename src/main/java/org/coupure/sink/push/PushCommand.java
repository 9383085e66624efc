package org.coupure.sink.push;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a program that takes something on its standard input. Pure functions but for that. */
public final class PushCommand {
  private PushCommand() {}

  /**
   * Runs a program to its end; what it prints is not read.
   *
   * @param command the program with its arguments
   * @param input its standard input; to leave it unread is no failure
   * @param environment variables besides those of this process
   * @param patience after which it is killed
   * @return what went wrong, or null when its exit code is 0
   */
  public static @Nullable String run(
      List<String> command, byte[] input, Map<String, String> environment, Duration patience) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(environment);
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input);
      } catch (IOException ignored) {
        // A command that does not read its input is no failure; its exit code tells.
      }
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "it took longer than " + patience.toSeconds() + " s";
      }
      return process.exitValue() == 0 ? null : "exit code " + process.exitValue();
    } catch (IOException e) {
      return e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
