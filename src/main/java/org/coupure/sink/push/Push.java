package org.coupure.sink.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coupure.sink.ArticleSink;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.TargetUrl;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of each record. What is told bears an id, the record's and its text's hash, which
 * stays the same when it is told again: after a failure, and after a crash between telling and
 * noting it down. Immutable.
 */
public sealed interface Push {
  /** Returns what the state and messages call it, without a password. */
  String name();

  /**
   * Opens the sink.
   *
   * @throws IOException if what it needs can't be read; the message says what to do
   */
  ArticleSink open(SinkOptions options) throws IOException;

  /**
   * A program that gets the record as JSON on its standard input, and the delivery's id in the
   * variable {@code COUPURE_DELIVERY}.
   *
   * @param command the program with its arguments
   */
  record Command(List<String> command) implements Push {
    public Command {
      command = List.copyOf(command);
    }

    @Override
    public String name() {
      return "command " + String.join(" ", command);
    }

    @Override
    public ArticleSink open(SinkOptions options) {
      return new CommandSink(this);
    }
  }

  /**
   * A URL to which the record is posted as JSON, with the delivery's id in the header {@code
   * Coupure-Delivery}.
   *
   * @param url http or https
   * @param secret a file with the key that signs the body, or null for no signature
   */
  record Webhook(String url, @Nullable Path secret) implements Push {
    public Webhook {
      Objects.requireNonNull(url, "url");
    }

    @Override
    public String name() {
      return TargetUrl.masked(url);
    }

    @Override
    public ArticleSink open(SinkOptions options) throws IOException {
      byte[] key =
          secret == null ? null : Files.readString(secret).strip().getBytes(StandardCharsets.UTF_8);
      return new WebhookSink(this, key, options.notices());
    }
  }

  /**
   * Somebody who gets the record as a mail.
   *
   * @param to the address
   * @param from the sender's address
   * @param smtp the server, such as {@code smtp://user:password@host:587}
   */
  record Mail(String to, String from, String smtp) implements Push {
    @Override
    public String name() {
      return "mailto:" + to;
    }

    @Override
    public ArticleSink open(SinkOptions options) throws IOException {
      return new MailSink(this, TargetUrl.parse(smtp, Map.copyOf(System.getenv())), options);
    }
  }
}
