package org.coupure.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.coupure.watch.Configuration.Alarm;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of alerts, by a command or a webhook, on a thread of its own: a mail server that is
 * slow must not hold up the visits. Safe for any number of threads.
 */
public final class AlertPost implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Alarm alarm;
  private final Consumer<String> complaints;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "coupure-alerts");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Makes a post.
   *
   * @param complaints is told, by another thread, when an alert can't be delivered
   */
  public AlertPost(Alarm alarm, Consumer<String> complaints) {
    this.alarm = alarm;
    this.complaints = complaints;
  }

  /** Sends an alert; returns at once. */
  public void send(Alert alert) {
    if (!alarm.command().isEmpty()) {
      thread.execute(() -> report("the alert command", command(alert)));
    }
    String webhook = alarm.webhook();
    if (webhook != null) {
      thread.execute(() -> report("the webhook", post(webhook, alert)));
    }
  }

  private void report(String what, @Nullable String failure) {
    if (failure != null) {
      complaints.accept(what + " failed: " + failure);
    }
  }

  /** Returns what went wrong, or null. */
  private @Nullable String command(Alert alert) {
    try {
      Process process =
          new ProcessBuilder(alarm.command())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (OutputStream in = process.getOutputStream()) {
        in.write((alert.json() + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException ignored) {
        // A command that does not read its input is no failure; its exit code tells.
      }
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "it took longer than " + PATIENCE.toSeconds() + " s";
      }
      return process.exitValue() == 0 ? null : "exit code " + process.exitValue();
    } catch (IOException e) {
      return e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static @Nullable String post(String webhook, Alert alert) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(webhook))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(alert.json()))
            .build();
    try {
      HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status < 300 ? null : "status " + status;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /** Waits a while for what is under way. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      boolean unused = thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
