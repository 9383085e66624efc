package org.coupure.sink.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coupure.article.Article;
import org.coupure.article.Clip;
import org.coupure.article.Headline;
import org.coupure.article.Outcome;
import org.coupure.article.Passage;
import org.coupure.article.Provenance;
import org.coupure.article.Reason;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.TargetUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {
  @TempDir Path folder;

  private final List<String> notices = new ArrayList<>();
  private final SinkOptions options =
      SinkOptions.of(OutputStream.nullOutputStream()).withNotices(notices::add);

  private static Clip clip(String title) {
    Article article =
        Article.builder("id1", new Provenance("x", null, null, null, "0"))
            .headline(new Headline(title, null, null))
            .body(List.of(Passage.paragraph("The bridge was closed.")))
            .build();
    return new Clip("x", Outcome.CLIPPED, Reason.NONE, null, article);
  }

  private static MimeMessage only(GreenMail server) {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  @Test
  void sendsAMailWithTheSameIdEachTime() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      String smtp = "smtp://127.0.0.1:" + server.getSmtp().getPort();
      ArticleSink sink = new Push.Mail("desk@a.example", "us@a.example", smtp).open(options);

      sink.accept(clip("Pont fermé: 桥"));

      MimeMessage mail = only(server);
      assertThat(mail.getSubject()).isEqualTo("Pont fermé: 桥");
      assertThat(mail.getContent().toString()).contains("The bridge was closed.");
      assertThat(mail.getHeader("Coupure-Delivery")).containsExactly("id1/");
      sink.accept(clip("Pont fermé: 桥"));
      assertThat(server.getReceivedMessages()[1].getMessageID()).isEqualTo(mail.getMessageID());
    } finally {
      server.stop();
    }
  }

  @Test
  void aMailServerThatIsAwayIsTriedAgain() throws IOException {
    ArticleSink sink =
        new Push.Mail("desk@a.example", "us@a.example", "smtp://127.0.0.1:1").open(options);

    assertThatThrownBy(() -> sink.accept(clip("t")))
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessageContaining("mailto:desk@a.example");
  }

  @Test
  void postsWithAnIdAndASignature() throws IOException {
    List<String> heard = new ArrayList<>();
    int[] status = {200};
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String id = exchange.getRequestHeaders().getFirst("Coupure-Delivery");
          String signature = exchange.getRequestHeaders().getFirst("Coupure-Signature");
          String expected = WebhookSink.signature("key".getBytes(UTF_8), id, body);
          heard.add(id + " " + signature.equals(expected));
          exchange.sendResponseHeaders(status[0], -1);
          exchange.close();
        });
    server.start();
    try {
      Path secret = Files.writeString(folder.resolve("key"), "key\n");
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
      ArticleSink sink = new Push.Webhook(url, secret).open(options);

      sink.accept(clip("t"));
      status[0] = 503;
      assertThatThrownBy(() -> sink.accept(clip("t")))
          .isInstanceOf(TargetUnavailableException.class);
      status[0] = 400;
      sink.accept(clip("t"));

      assertThat(heard).containsExactly("id1/ true", "id1/ true", "id1/ true");
      assertThat(notices).containsExactly(url + ": status 400; it refuses id1/");
    } finally {
      server.stop(0);
    }
  }

  /** Computed with OpenSSL: printf 'id1/\nbody' | openssl dgst -sha256 -hmac key. */
  @Test
  void signsAsOthersDo() {
    assertThat(WebhookSink.signature("key".getBytes(UTF_8), "id1/", "body".getBytes(UTF_8)))
        .isEqualTo("sha256=6265baaf434b5eeb73d51a81b55065f43802c1fa91a1b0c62e60fd9b3620224e");
  }

  @Test
  void givesARecordToAProgram() throws IOException {
    Path out = folder.resolve("out");
    String script = "cat > " + out + "; echo \"$COUPURE_DELIVERY\" >> " + out;
    ArticleSink sink = new Push.Command(List.of("/bin/sh", "-c", script)).open(options);

    sink.accept(clip("t"));

    assertThat(out).content().contains("\"title\":\"t\"").endsWith("id1/\n");
  }

  @Test
  void aProgramThatFailsIsRunAgainLater() throws IOException {
    ArticleSink sink = new Push.Command(List.of("/bin/false")).open(options);

    assertThatThrownBy(() -> sink.accept(clip("t")))
        .isInstanceOf(TargetUnavailableException.class)
        .hasMessage("command /bin/false: exit code 1");
  }
}
