package org.coupure.sink.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.coupure.sink.TargetUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Posts each record to a URL. The header {@code Coupure-Signature} is {@code sha256=} and the
 * HMAC-SHA-256 (RFC 2104) of the delivery's id, a line break and the body, in hex; the id is signed
 * so that nobody can send an old body under a new one.
 */
final class WebhookSink extends PushSink {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Push.Webhook push;
  private final byte @Nullable [] key;
  private final Consumer<String> notices;

  WebhookSink(Push.Webhook push, byte @Nullable [] key, Consumer<String> notices) {
    super(push.name());
    this.push = push;
    this.key = key;
    this.notices = notices;
  }

  @Override
  void tell(String delivery, byte[] record) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Coupure-Delivery", delivery);
    if (key != null) {
      headers.put("Coupure-Signature", signature(key, delivery, record));
    }
    PushRequest.Answer answer = PushRequest.post(push.url(), record, headers, PATIENCE);
    if (answer.failure() == null) {
      return;
    }
    String failure = push.name() + ": " + answer.failure();
    if (answer.isTemporary()) {
      throw new TargetUnavailableException(failure, null);
    }
    notices.accept(failure + "; it refuses " + delivery);
  }

  static String signature(byte[] key, String delivery, byte[] record) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((delivery + "\n").getBytes(StandardCharsets.UTF_8));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(record));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
