package org.coupure.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.coupure.sink.push.PushCommand;
import org.coupure.sink.push.PushRequest;
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
    byte[] line = (alert.json() + "\n").getBytes(StandardCharsets.UTF_8);
    return PushCommand.run(alarm.command(), line, Map.of(), PATIENCE);
  }

  private static @Nullable String post(String webhook, Alert alert) {
    byte[] json = alert.json().getBytes(StandardCharsets.UTF_8);
    return PushRequest.post(webhook, json, Map.of(), PATIENCE).failure();
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
