package org.coupure.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.coupure.watch.Configuration.Alarm;
import org.coupure.watch.SourceState.Mood;
import org.junit.jupiter.api.Test;

class AlertPostTest {
  private static final Alert ALERT =
      new Alert("courrier", Mood.FINE, Mood.QUIET, null, Instant.parse("2026-03-10T12:00:00Z"));

  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private void send(List<String> command, String webhook) {
    Alarm alarm = new Alarm(command, webhook, Duration.ofDays(3), 5);
    try (AlertPost post = new AlertPost(alarm, complaints::add)) {
      post.send(ALERT);
    }
  }

  @Test
  void postsToAWebhook() throws IOException {
    List<String> bodies = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          bodies.add(new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(bodies.size() == 1 ? 204 : 500, -1);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

    send(List.of(), url);
    send(List.of(), url);
    server.stop(0);

    assertThat(bodies.get(0)).isEqualTo(ALERT.json());
    assertThat(complaints).containsExactly("the webhook failed: status 500");
  }

  @Test
  void saysWhenACommandFails() {
    send(List.of("sh", "-c", "exit 3"), null);
    send(List.of("/no/such/program"), null);
    send(List.of("true"), null);

    assertThat(complaints).hasSize(2);
    assertThat(complaints.get(0)).isEqualTo("the alert command failed: exit code 3");
    assertThat(complaints.get(1)).startsWith("the alert command failed: Cannot run program");
  }
}
