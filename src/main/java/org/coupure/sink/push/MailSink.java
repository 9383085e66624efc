package org.coupure.sink.push;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.function.Consumer;
import org.coupure.article.Article;
import org.coupure.article.Sha256;
import org.coupure.record.RecordReader;
import org.coupure.sink.SinkOptions;
import org.coupure.sink.TargetUnavailableException;
import org.coupure.sink.TargetUrl;
import org.jspecify.annotations.Nullable;

/**
 * Sends each record as a mail of plain text. Its Message-ID is made of the delivery's id, so that
 * mail programs that tell doubles apart show one that was sent again once.
 */
final class MailSink extends PushSink {
  private static final String PATIENCE_MILLIS = "30000";
  private static final int SMTPS_PORT = 465;
  private static final int SUBMISSION_PORT = 587;

  private final Push.Mail push;
  private final TargetUrl server;
  private final Consumer<String> notices;

  MailSink(Push.Mail push, TargetUrl server, SinkOptions options) {
    super(push.name());
    this.push = push;
    this.server = server;
    this.notices = options.notices();
  }

  @Override
  void tell(String delivery, byte[] record) throws IOException {
    try {
      Article article = RecordReader.read(record).requireArticle();
      Session session = Session.getInstance(properties());
      MimeMessage message = message(session, delivery, article);
      Transport.send(message, server.user(), server.password());
    } catch (SendFailedException e) {
      if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
        notices.accept(push.name() + ": the server refuses the address; " + delivery + " is lost");
        return;
      }
      throw away(e);
    } catch (MessagingException e) {
      throw away(e);
    }
  }

  private IOException away(MessagingException e) {
    return new TargetUnavailableException(
        push.name() + ": " + server + " does not take the mail (" + e.getMessage() + ")", e);
  }

  private Properties properties() {
    boolean tls = server.scheme().equals("smtps");
    String protocol = tls ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    String[] hostAndPort = server.hosts().split(":", 2);
    int usual = tls ? SMTPS_PORT : SUBMISSION_PORT;
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty("mail.transport.protocol.rfc822", protocol);
    properties.setProperty(prefix + "host", hostAndPort[0]);
    properties.setProperty(
        prefix + "port", hostAndPort.length > 1 ? hostAndPort[1] : String.valueOf(usual));
    properties.setProperty(prefix + "auth", String.valueOf(server.user() != null));
    properties.setProperty(prefix + "starttls.enable", "true");
    // A password is never sent in the clear to another computer.
    boolean local = hostAndPort[0].equals("localhost") || hostAndPort[0].startsWith("127.");
    properties.setProperty(
        prefix + "starttls.required", String.valueOf(!tls && !local && server.user() != null));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty(prefix + limit, PATIENCE_MILLIS);
    }
    return properties;
  }

  private MimeMessage message(Session session, String delivery, Article article)
      throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + Sha256.of(delivery) + "@coupure.invalid>");
          }
        };
    message.setFrom(address(push.from()));
    message.setRecipient(Message.RecipientType.TO, address(push.to()));
    String title = article.headline().titleForPeople();
    message.setSubject(title.replaceAll("\\s+", " "), "UTF-8");
    Instant captured = article.dates().captured();
    message.setSentDate(sent(captured));
    message.setHeader("Coupure-Delivery", delivery);
    message.setText(text(article), "UTF-8");
    return message;
  }

  @SuppressWarnings("JavaUtilDate") // What the mail library takes.
  private static Date sent(@Nullable Instant captured) {
    return captured == null ? new Date() : Date.from(captured);
  }

  private static InternetAddress address(String text) throws AddressException {
    return new InternetAddress(text, true);
  }

  private static String text(Article article) {
    StringBuilder text = new StringBuilder();
    line(text, article.headline().title());
    line(text, String.join(", ", article.byline().authors()));
    line(text, article.place().site());
    line(text, article.place().url());
    line(text, String.join(", ", article.assignment().subjectNames()));
    return text.append('\n').append(article.text()).append('\n').toString();
  }

  private static void line(StringBuilder text, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      text.append(value).append('\n');
    }
  }
}
