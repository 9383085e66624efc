package org.coupure.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Headless Chromium, driven over its DevTools protocol; notes what it asks for and what its console
 * complains about.
 */
final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final Process process;
  private final WebSocket socket;
  private final Path profile;
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final StringBuilder part = new StringBuilder();
  private int last;
  private String session = "";

  /** The URLs that were asked for, and what the console said, in their order. */
  final List<String> requests = new ArrayList<>();

  final List<String> complaints = new ArrayList<>();

  private Browser(Process process, Path profile, String url) {
    this.process = process;
    this.profile = profile;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(url), listener())
            .join();
  }

  /** Returns where the browser is, or null. */
  static @Nullable String place() {
    return PLACES.stream()
        .filter(place -> Files.isExecutable(Path.of(place)))
        .findFirst()
        .orElse(null);
  }

  static Browser start() throws Exception {
    Path profile = Files.createTempDirectory("coupure-browser");
    Process process =
        new ProcessBuilder(
                String.valueOf(place()),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = said.readLine();
    while (line != null && !line.contains("ws://")) {
      line = said.readLine();
    }
    if (line == null) {
      throw new IOException("the browser did not start");
    }
    Thread reading = new Thread(() -> said.lines().forEach(ignored -> {}));
    reading.setDaemon(true);
    reading.start();
    Browser browser = new Browser(process, profile, line.substring(line.indexOf("ws://")));
    browser.openTab();
    return browser;
  }

  private void openTab() {
    String target =
        call("Target.createTarget", Map.of("url", "about:blank")).path("targetId").asString();
    session =
        call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asString();
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      call(domain + ".enable", Map.of());
    }
  }

  private WebSocket.Listener listener() {
    return new WebSocket.Listener() {
      @Override
      public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean end) {
        part.append(data);
        if (end) {
          take(HttpCall.JSON.readTree(part.toString()));
          part.setLength(0);
        }
        from.request(1);
        return null;
      }
    };
  }

  private void take(JsonNode message) {
    CompletableFuture<JsonNode> asked = waiting.remove(message.path("id").asInt(-1));
    if (asked != null) {
      asked.complete(message);
      return;
    }
    JsonNode event = message.path("params");
    switch (message.path("method").asString("")) {
      case "Network.requestWillBeSent" ->
          requests.add(event.path("request").path("url").asString());
      case "Runtime.exceptionThrown" -> complaints.add(event.path("exceptionDetails").toString());
      case "Log.entryAdded" -> {
        if (!event.path("entry").path("level").asString().equals("info")) {
          complaints.add(
              event.path("entry").path("text").asString()
                  + " "
                  + event.path("entry").path("url").asString(""));
        }
      }
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning").contains(event.path("type").asString())) {
          complaints.add(event.toString());
        }
      }
      case "Page.javascriptDialogOpening" ->
          complaints.add("dialog: " + event.path("message").asString());
      default -> {
        // Of no interest.
      }
    }
  }

  JsonNode call(String method, Map<String, Object> parameters) {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    ObjectNode message = HttpCall.JSON.createObjectNode();
    int id = ++last;
    message.put("id", id).put("method", method);
    message.set("params", HttpCall.JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    waiting.put(id, answer);
    socket.sendText(message.toString(), true).join();
    try {
      JsonNode result = answer.get(60, TimeUnit.SECONDS);
      if (result.has("error")) {
        throw new IllegalStateException(method + ": " + result.path("error"));
      }
      return result.path("result");
    } catch (Exception e) {
      throw new IllegalStateException(method + " was not answered", e);
    }
  }

  void show(String url, int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    call("Page.navigate", Map.of("url", url));
    until(
        "document.readyState === 'complete' && !!document.querySelector('main')?.children.length");
  }

  /** Shows a file that needs no service. */
  void showFile(Path file, int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    until("document.readyState === 'complete' && location.protocol === 'file:'");
  }

  void dark(boolean dark) {
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Returns what an expression gives, as JSON. */
  JsonNode eval(String script) {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(result.path("exceptionDetails").toString());
    }
    return result.path("result").path("value");
  }

  /** Waits until an expression is true. */
  void until(String script) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while (!eval("!!(" + script + ")").asBoolean(false)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "never true: " + script + "\n" + eval("document.body.innerText.slice(0, 2000)"));
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Presses a key as a person does. */
  void press(String key, int code) {
    for (String type : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
    }
  }

  void screenshot(Path file) throws IOException {
    String data = call("Page.captureScreenshot", Map.of("format", "png")).path("data").asString();
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(data));
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> process).join();
    try (var files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
